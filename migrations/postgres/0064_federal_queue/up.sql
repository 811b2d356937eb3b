-- The queue of the federal register: a narrow line for each document that belongs in it, with where it stands and whether
-- it waits for a file. It follows documents, revocations and states by itself, so that the board, the count of what is
-- overdue and the reminding job never walk the documents of all years. A document that is revoked before the register had
-- it leaves the queue; one that the register had stays and waits for nothing; one that was replaced still has to go there.
CREATE TABLE federal_queue (
    document_id BIGINT PRIMARY KEY REFERENCES documents (id),
    organisation_id BIGINT NOT NULL REFERENCES organisations (id),
    issued_on DATE NOT NULL,
    standing TEXT NOT NULL CHECK (standing IN ('new', 'exported', 'accepted', 'error')),
    waits BOOLEAN NOT NULL
);
INSERT INTO federal_queue (document_id, organisation_id, issued_on, standing, waits)
    SELECT d.id, d.organisation_id, d.issued_on, COALESCE(s.state, 'new'),
        r.document_id IS NULL AND COALESCE(s.state, 'error') = 'error'
    FROM documents d
    LEFT JOIN federal_states s ON s.document_id = d.id
    LEFT JOIN document_revocations r ON r.document_id = d.id
    WHERE d.kind IN ('advanced_training_certificate', 'retraining_diploma')
        AND (s.document_id IS NOT NULL OR r.document_id IS NULL);
CREATE INDEX federal_queue_by_day ON federal_queue (organisation_id, issued_on, document_id);
CREATE INDEX federal_queue_by_standing ON federal_queue (organisation_id, standing, issued_on, document_id);
CREATE INDEX federal_queue_by_waits ON federal_queue (organisation_id, waits, issued_on, document_id);
CREATE FUNCTION queue_document() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO federal_queue (document_id, organisation_id, issued_on, standing, waits)
        VALUES (NEW.id, NEW.organisation_id, NEW.issued_on, 'new', TRUE);
    RETURN NULL;
END $$;
CREATE TRIGGER documents_queued AFTER INSERT ON documents
    FOR EACH ROW WHEN (NEW.kind IN ('advanced_training_certificate', 'retraining_diploma'))
    EXECUTE FUNCTION queue_document();
CREATE FUNCTION queue_revocation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM federal_queue WHERE document_id = NEW.document_id AND standing = 'new';
    UPDATE federal_queue SET waits = FALSE WHERE document_id = NEW.document_id;
    RETURN NULL;
END $$;
CREATE TRIGGER document_revocations_queued AFTER INSERT ON document_revocations
    FOR EACH ROW EXECUTE FUNCTION queue_revocation();
CREATE FUNCTION queue_state() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE federal_queue SET standing = NEW.state,
        waits = NEW.state = 'error' AND NOT EXISTS (
            SELECT 1 FROM document_revocations r WHERE r.document_id = NEW.document_id)
        WHERE document_id = NEW.document_id;
    RETURN NULL;
END $$;
CREATE TRIGGER federal_states_queued AFTER INSERT ON federal_states
    FOR EACH ROW EXECUTE FUNCTION queue_state();
CREATE TRIGGER federal_states_requeued AFTER UPDATE OF state ON federal_states
    FOR EACH ROW EXECUTE FUNCTION queue_state();

-- A paper of a group's file is known by what it is, not by its place: an order that is signed between two tries moves the
-- places of those behind it. What was printed of a file that is not done is printed anew, under its name.
DELETE FROM group_file_papers
    WHERE NOT EXISTS (SELECT 1 FROM group_file_archives a WHERE a.group_file_id = group_file_papers.group_file_id);
ALTER TABLE group_file_papers ADD COLUMN identity TEXT;
UPDATE group_file_papers SET identity = 'place-' || place;
ALTER TABLE group_file_papers ALTER COLUMN identity SET NOT NULL;
ALTER TABLE group_file_papers DROP CONSTRAINT group_file_papers_group_file_id_place_key;
ALTER TABLE group_file_papers ADD CONSTRAINT group_file_papers_group_file_id_identity_key UNIQUE (group_file_id, identity);

-- For whom a batch was asked, who set it going, and what was decided on a request for a record of service are what issued
-- documents rest on. Archives are copies of papers that are kept elsewhere: they may go one day.
CREATE TRIGGER document_batch_people_stay BEFORE DELETE ON document_batch_people FOR EACH ROW EXECUTE FUNCTION refuse_deletion();
CREATE TRIGGER document_batch_runs_stay BEFORE DELETE ON document_batch_runs FOR EACH ROW EXECUTE FUNCTION refuse_deletion();
CREATE TRIGGER service_record_requests_stay BEFORE DELETE ON service_record_requests FOR EACH ROW EXECUTE FUNCTION refuse_deletion();
CREATE TRIGGER service_record_decisions_stay BEFORE DELETE ON service_record_decisions FOR EACH ROW EXECUTE FUNCTION refuse_deletion();
