-- Every paper of a training centre: of a course, of a part of it, or of a person's service. A document belongs to a
-- person and to the organisation that issued it; to an edition and an enrolment only where it attests a course.
-- `replaces_id` is the document this one was issued in place of, `relation` says as what. Rows are never deleted.
CREATE TABLE new_programme_versions (
    id INTEGER PRIMARY KEY,
    programme_id INTEGER NOT NULL REFERENCES programmes (id),
    number INTEGER NOT NULL,
    content_hash TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('advanced_training', 'retraining', 'short_course')),
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    audience TEXT NOT NULL,
    languages TEXT NOT NULL,
    academic_hour_minutes INTEGER NOT NULL,
    theory_hours INTEGER NOT NULL,
    practice_hours INTEGER NOT NULL,
    document_kind TEXT NOT NULL CHECK (document_kind IN ('advanced_training_certificate', 'retraining_diploma', 'study_certificate', 'participation_certificate', 'mentor_certificate', 'thank_you_letter', 'recommendation_letter', 'service_record', 'authority_document')),
    rule TEXT NOT NULL,
    imported_at TEXT NOT NULL,
    imported_by INTEGER REFERENCES people (id),
    declarations TEXT NOT NULL DEFAULT '[]',
    self_study_hours INTEGER NOT NULL DEFAULT 0,
    UNIQUE (programme_id, number),
    UNIQUE (programme_id, content_hash)
) STRICT;
INSERT INTO new_programme_versions
    SELECT id, programme_id, number, content_hash, kind, title, summary, audience, languages, academic_hour_minutes,
        theory_hours, practice_hours, document_kind, rule, imported_at, imported_by, declarations, self_study_hours
    FROM programme_versions;
DROP TABLE programme_versions;
ALTER TABLE new_programme_versions RENAME TO programme_versions;

CREATE TABLE new_documents (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL UNIQUE,
    person_id INTEGER NOT NULL REFERENCES people (id),
    organisation_id INTEGER NOT NULL REFERENCES organisations (id),
    edition_id INTEGER REFERENCES editions (id),
    enrolment_id INTEGER REFERENCES enrolments (id),
    kind TEXT NOT NULL CHECK (kind IN ('advanced_training_certificate', 'retraining_diploma', 'study_certificate', 'participation_certificate', 'mentor_certificate', 'thank_you_letter', 'recommendation_letter', 'service_record', 'authority_document')),
    register_id INTEGER NOT NULL REFERENCES registers (id),
    number INTEGER NOT NULL,
    number_text TEXT NOT NULL,
    issued_on TEXT NOT NULL,
    language TEXT NOT NULL CHECK (language IN ('ru', 'kk', 'en')),
    holder TEXT NOT NULL,
    search_text TEXT NOT NULL,
    snapshot TEXT NOT NULL,
    snapshot_sha256 TEXT NOT NULL,
    pdf_sha256 TEXT,
    live_key TEXT UNIQUE,
    replaces_id INTEGER REFERENCES documents (id),
    relation TEXT CHECK (relation IN ('duplicate', 'replacement', 'correction', 'name_change')),
    issued_at TEXT NOT NULL,
    issued_by INTEGER REFERENCES people (id),
    CHECK ((replaces_id IS NULL) = (relation IS NULL)),
    UNIQUE (register_id, number),
    UNIQUE (register_id, number_text)
) STRICT;
INSERT INTO new_documents
    SELECT d.id, d.public_id, e.person_id, r.organisation_id, e.edition_id, d.enrolment_id, d.kind, d.register_id, d.number,
        d.number_text, d.issued_on, d.language, d.holder, d.search_text, d.snapshot, d.snapshot_sha256, NULL, d.live_key,
        NULL, NULL, d.issued_at, d.issued_by
    FROM documents d
    JOIN enrolments e ON e.id = d.enrolment_id
    JOIN registers r ON r.id = d.register_id;
DROP TABLE documents;
ALTER TABLE new_documents RENAME TO documents;
CREATE INDEX documents_by_enrolment_id ON documents (enrolment_id);
CREATE INDEX documents_by_person_id ON documents (person_id);
CREATE INDEX documents_by_edition_id ON documents (edition_id);
CREATE INDEX documents_by_organisation_id ON documents (organisation_id, id);
CREATE INDEX documents_by_replaces_id ON documents (replaces_id);
CREATE TRIGGER documents_stay BEFORE DELETE ON documents
BEGIN SELECT RAISE(ABORT, 'issued documents are never deleted'); END;
CREATE TRIGGER registers_stay BEFORE DELETE ON registers
BEGIN SELECT RAISE(ABORT, 'registers are never deleted'); END;
