DROP TRIGGER service_record_decisions_stay ON service_record_decisions;
DROP TRIGGER service_record_requests_stay ON service_record_requests;
DROP TRIGGER document_batch_runs_stay ON document_batch_runs;
DROP TRIGGER document_batch_people_stay ON document_batch_people;
ALTER TABLE group_file_papers DROP CONSTRAINT group_file_papers_group_file_id_identity_key;
UPDATE group_file_papers SET place = numbered.place
    FROM (SELECT id, ROW_NUMBER() OVER (PARTITION BY group_file_id ORDER BY place, id) AS place FROM group_file_papers) numbered
    WHERE numbered.id = group_file_papers.id;
ALTER TABLE group_file_papers ADD CONSTRAINT group_file_papers_group_file_id_place_key UNIQUE (group_file_id, place);
ALTER TABLE group_file_papers DROP COLUMN identity;
DROP TRIGGER federal_states_requeued ON federal_states;
DROP TRIGGER federal_states_queued ON federal_states;
DROP FUNCTION queue_state();
DROP TRIGGER document_revocations_queued ON document_revocations;
DROP FUNCTION queue_revocation();
DROP TRIGGER documents_queued ON documents;
DROP FUNCTION queue_document();
DROP TABLE federal_queue;
