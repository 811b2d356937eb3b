-- The queue of the federal register: a narrow line for each document that belongs in it, with where it stands and whether
-- it waits for a file. It follows documents, revocations and states by itself, so that the board, the count of what is
-- overdue and the reminding job never walk the documents of all years. A document that is revoked before the register had
-- it leaves the queue; one that the register had stays and waits for nothing; one that was replaced still has to go there.
CREATE TABLE federal_queue (
    document_id INTEGER PRIMARY KEY REFERENCES documents (id),
    organisation_id INTEGER NOT NULL REFERENCES organisations (id),
    issued_on TEXT NOT NULL,
    standing TEXT NOT NULL CHECK (standing IN ('new', 'exported', 'accepted', 'error')),
    waits INTEGER NOT NULL CHECK (waits IN (0, 1))
) STRICT;
INSERT INTO federal_queue (document_id, organisation_id, issued_on, standing, waits)
    SELECT d.id, d.organisation_id, d.issued_on, COALESCE(s.state, 'new'),
        CASE WHEN r.document_id IS NULL AND COALESCE(s.state, 'error') = 'error' THEN 1 ELSE 0 END
    FROM documents d
    LEFT JOIN federal_states s ON s.document_id = d.id
    LEFT JOIN document_revocations r ON r.document_id = d.id
    WHERE d.kind IN ('advanced_training_certificate', 'retraining_diploma')
        AND (s.document_id IS NOT NULL OR r.document_id IS NULL);
CREATE INDEX federal_queue_by_day ON federal_queue (organisation_id, issued_on, document_id);
CREATE INDEX federal_queue_by_standing ON federal_queue (organisation_id, standing, issued_on, document_id);
CREATE INDEX federal_queue_by_waits ON federal_queue (organisation_id, waits, issued_on, document_id);
CREATE TRIGGER documents_queued AFTER INSERT ON documents
WHEN NEW.kind IN ('advanced_training_certificate', 'retraining_diploma')
BEGIN
    INSERT INTO federal_queue (document_id, organisation_id, issued_on, standing, waits)
        VALUES (NEW.id, NEW.organisation_id, NEW.issued_on, 'new', 1);
END;
CREATE TRIGGER document_revocations_queued AFTER INSERT ON document_revocations
BEGIN
    DELETE FROM federal_queue WHERE document_id = NEW.document_id AND standing = 'new';
    UPDATE federal_queue SET waits = 0 WHERE document_id = NEW.document_id;
END;
CREATE TRIGGER federal_states_queued AFTER INSERT ON federal_states
BEGIN
    UPDATE federal_queue SET standing = NEW.state,
        waits = CASE WHEN NEW.state = 'error' AND NOT EXISTS (
            SELECT 1 FROM document_revocations r WHERE r.document_id = NEW.document_id) THEN 1 ELSE 0 END
        WHERE document_id = NEW.document_id;
END;
CREATE TRIGGER federal_states_requeued AFTER UPDATE OF state ON federal_states
BEGIN
    UPDATE federal_queue SET standing = NEW.state,
        waits = CASE WHEN NEW.state = 'error' AND NOT EXISTS (
            SELECT 1 FROM document_revocations r WHERE r.document_id = NEW.document_id) THEN 1 ELSE 0 END
        WHERE document_id = NEW.document_id;
END;

-- A paper of a group's file is known by what it is, not by its place: an order that is signed between two tries moves the
-- places of those behind it. What was printed of a file that is not done is printed anew, under its name.
CREATE TABLE new_group_file_papers (
    id INTEGER PRIMARY KEY,
    group_file_id INTEGER NOT NULL REFERENCES group_files (id),
    identity TEXT NOT NULL,
    place INTEGER NOT NULL,
    name TEXT NOT NULL,
    file_id INTEGER NOT NULL REFERENCES stored_files (id),
    UNIQUE (group_file_id, identity)
) STRICT;
INSERT INTO new_group_file_papers (id, group_file_id, identity, place, name, file_id)
    SELECT p.id, p.group_file_id, 'place-' || p.place, p.place, p.name, p.file_id
    FROM group_file_papers p
    JOIN group_file_archives a ON a.group_file_id = p.group_file_id;
DROP TABLE group_file_papers;
ALTER TABLE new_group_file_papers RENAME TO group_file_papers;
CREATE INDEX group_file_papers_by_file_id ON group_file_papers (file_id);

-- For whom a batch was asked, who set it going, and what was decided on a request for a record of service are what issued
-- documents rest on. Archives are copies of papers that are kept elsewhere: they may go one day.
CREATE TRIGGER document_batch_people_stay BEFORE DELETE ON document_batch_people
BEGIN SELECT RAISE(ABORT, 'people of batches are never deleted'); END;
CREATE TRIGGER document_batch_runs_stay BEFORE DELETE ON document_batch_runs
BEGIN SELECT RAISE(ABORT, 'runs of batches are never deleted'); END;
CREATE TRIGGER service_record_requests_stay BEFORE DELETE ON service_record_requests
BEGIN SELECT RAISE(ABORT, 'requests for records of service are never deleted'); END;
CREATE TRIGGER service_record_decisions_stay BEFORE DELETE ON service_record_decisions
BEGIN SELECT RAISE(ABORT, 'decisions on records of service are never deleted'); END;
