-- Documents issued to many people at once: what was asked for, whom for, what came of it for each of them, and how often
-- somebody set it going. A batch is of an edition, or of letters whose text it carries. An outcome is written in the
-- transaction that issues: nobody gets two.
CREATE TABLE document_batches (
    id INTEGER PRIMARY KEY,
    organisation_id INTEGER NOT NULL REFERENCES organisations (id),
    edition_id INTEGER REFERENCES editions (id),
    kind TEXT NOT NULL CHECK (kind IN ('advanced_training_certificate', 'retraining_diploma', 'study_certificate', 'participation_certificate', 'mentor_certificate', 'thank_you_letter', 'recommendation_letter', 'service_record', 'authority_document')),
    issued_on TEXT NOT NULL,
    qualification TEXT,
    despite TEXT,
    letter TEXT,
    started_at TEXT NOT NULL,
    started_by INTEGER NOT NULL REFERENCES people (id),
    CHECK ((edition_id IS NULL) <> (letter IS NULL))
) STRICT;
CREATE INDEX document_batches_by_edition_id ON document_batches (edition_id);
CREATE INDEX document_batches_by_organisation_id ON document_batches (organisation_id, id);
CREATE TABLE document_batch_people (
    id INTEGER PRIMARY KEY,
    batch_id INTEGER NOT NULL REFERENCES document_batches (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    enrolment_id INTEGER REFERENCES enrolments (id),
    UNIQUE (batch_id, person_id)
) STRICT;
CREATE INDEX document_batch_people_by_person_id ON document_batch_people (person_id);
CREATE INDEX document_batch_people_by_enrolment_id ON document_batch_people (enrolment_id);
CREATE TABLE document_batch_outcomes (
    batch_person_id INTEGER PRIMARY KEY REFERENCES document_batch_people (id),
    document_id INTEGER REFERENCES documents (id),
    kept INTEGER NOT NULL DEFAULT 0 CHECK (kept IN (0, 1)),
    refusal TEXT,
    decided_at TEXT NOT NULL,
    CHECK ((document_id IS NULL) = (refusal IS NOT NULL))
) STRICT;
CREATE INDEX document_batch_outcomes_by_document_id ON document_batch_outcomes (document_id);
CREATE UNIQUE INDEX document_batch_outcomes_once ON document_batch_outcomes (document_id) WHERE kept = 0;
CREATE TABLE document_batch_runs (
    id INTEGER PRIMARY KEY,
    batch_id INTEGER NOT NULL REFERENCES document_batches (id),
    number INTEGER NOT NULL,
    begun_at TEXT NOT NULL,
    begun_by INTEGER NOT NULL REFERENCES people (id),
    ended_at TEXT,
    trouble TEXT,
    CHECK (trouble IS NULL OR ended_at IS NOT NULL),
    UNIQUE (batch_id, number)
) STRICT;
CREATE TABLE document_batch_archives (
    batch_id INTEGER PRIMARY KEY REFERENCES document_batches (id),
    file_id INTEGER NOT NULL REFERENCES stored_files (id),
    files INTEGER NOT NULL,
    made_at TEXT NOT NULL
) STRICT;
CREATE INDEX document_batch_archives_by_file_id ON document_batch_archives (file_id);
CREATE TRIGGER document_batches_stay BEFORE DELETE ON document_batches
BEGIN SELECT RAISE(ABORT, 'batches of documents are never deleted'); END;
CREATE TRIGGER document_batch_outcomes_stay BEFORE DELETE ON document_batch_outcomes
BEGIN SELECT RAISE(ABORT, 'outcomes of batches are never deleted'); END;

-- The whole file of a group: who asked for it and in which language, the papers printed so far, and the archive.
CREATE TABLE group_files (
    id INTEGER PRIMARY KEY,
    edition_id INTEGER NOT NULL REFERENCES editions (id),
    language TEXT NOT NULL CHECK (language IN ('ru', 'kk')),
    planned INTEGER NOT NULL,
    asked_at TEXT NOT NULL,
    asked_by INTEGER NOT NULL REFERENCES people (id)
) STRICT;
CREATE INDEX group_files_by_edition_id ON group_files (edition_id, id);
CREATE TABLE group_file_papers (
    id INTEGER PRIMARY KEY,
    group_file_id INTEGER NOT NULL REFERENCES group_files (id),
    place INTEGER NOT NULL,
    name TEXT NOT NULL,
    file_id INTEGER NOT NULL REFERENCES stored_files (id),
    UNIQUE (group_file_id, place)
) STRICT;
CREATE INDEX group_file_papers_by_file_id ON group_file_papers (file_id);
CREATE TABLE group_file_archives (
    group_file_id INTEGER PRIMARY KEY REFERENCES group_files (id),
    file_id INTEGER NOT NULL REFERENCES stored_files (id),
    files INTEGER NOT NULL,
    missing TEXT NOT NULL,
    made_at TEXT NOT NULL
) STRICT;
CREATE INDEX group_file_archives_by_file_id ON group_file_archives (file_id);

-- A volunteer asks for a record of service; a coordinator puts it right and signs it off, and so it is a document, or refuses
-- it with a reason. One request of a person to an organisation is open at a time.
CREATE TABLE service_record_requests (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES people (id),
    organisation_id INTEGER NOT NULL REFERENCES organisations (id),
    note TEXT,
    asked_at TEXT NOT NULL,
    open_key TEXT UNIQUE
) STRICT;
CREATE INDEX service_record_requests_by_person_id ON service_record_requests (person_id);
CREATE INDEX service_record_requests_by_organisation_id ON service_record_requests (organisation_id, id);
CREATE TABLE service_record_decisions (
    request_id INTEGER PRIMARY KEY REFERENCES service_record_requests (id),
    document_id INTEGER UNIQUE REFERENCES documents (id),
    refusal TEXT,
    decided_at TEXT NOT NULL,
    decided_by INTEGER NOT NULL REFERENCES people (id),
    CHECK ((document_id IS NULL) = (refusal IS NOT NULL))
) STRICT;
