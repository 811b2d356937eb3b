DROP TRIGGER service_record_decisions_stay;
DROP TRIGGER service_record_requests_stay;
DROP TRIGGER document_batch_runs_stay;
DROP TRIGGER document_batch_people_stay;
CREATE TABLE old_group_file_papers (
    id INTEGER PRIMARY KEY,
    group_file_id INTEGER NOT NULL REFERENCES group_files (id),
    place INTEGER NOT NULL,
    name TEXT NOT NULL,
    file_id INTEGER NOT NULL REFERENCES stored_files (id),
    UNIQUE (group_file_id, place)
) STRICT;
INSERT INTO old_group_file_papers (id, group_file_id, place, name, file_id)
    SELECT p.id, p.group_file_id,
        ROW_NUMBER() OVER (PARTITION BY p.group_file_id ORDER BY p.place, p.id), p.name, p.file_id
    FROM group_file_papers p;
DROP TABLE group_file_papers;
ALTER TABLE old_group_file_papers RENAME TO group_file_papers;
CREATE INDEX group_file_papers_by_file_id ON group_file_papers (file_id);
DROP TRIGGER federal_states_requeued;
DROP TRIGGER federal_states_queued;
DROP TRIGGER document_revocations_queued;
DROP TRIGGER documents_queued;
DROP TABLE federal_queue;
