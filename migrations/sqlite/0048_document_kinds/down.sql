DROP TRIGGER registers_stay;
DROP TRIGGER documents_stay;
CREATE TABLE old_documents (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL UNIQUE,
    enrolment_id INTEGER NOT NULL REFERENCES enrolments (id),
    kind TEXT NOT NULL CHECK (kind IN ('advanced_training_certificate', 'participation_certificate')),
    register_id INTEGER NOT NULL REFERENCES registers (id),
    number INTEGER NOT NULL,
    number_text TEXT NOT NULL,
    issued_on TEXT NOT NULL,
    language TEXT NOT NULL CHECK (language IN ('ru', 'kk', 'en')),
    holder TEXT NOT NULL,
    search_text TEXT NOT NULL,
    snapshot TEXT NOT NULL,
    snapshot_sha256 TEXT NOT NULL,
    live_key TEXT UNIQUE,
    issued_at TEXT NOT NULL,
    issued_by INTEGER REFERENCES people (id),
    UNIQUE (register_id, number)
) STRICT;
INSERT INTO old_documents
    SELECT id, public_id, enrolment_id, kind, register_id, number, number_text, issued_on, language, holder, search_text,
        snapshot, snapshot_sha256, live_key, issued_at, issued_by
    FROM documents;
DROP TABLE documents;
ALTER TABLE old_documents RENAME TO documents;
CREATE INDEX documents_by_enrolment_id ON documents (enrolment_id);
CREATE TABLE old_programme_versions (
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
    document_kind TEXT NOT NULL CHECK (document_kind IN ('advanced_training_certificate', 'participation_certificate')),
    rule TEXT NOT NULL,
    imported_at TEXT NOT NULL,
    imported_by INTEGER REFERENCES people (id),
    declarations TEXT NOT NULL DEFAULT '[]',
    self_study_hours INTEGER NOT NULL DEFAULT 0,
    UNIQUE (programme_id, number),
    UNIQUE (programme_id, content_hash)
) STRICT;
INSERT INTO old_programme_versions
    SELECT id, programme_id, number, content_hash, kind, title, summary, audience, languages, academic_hour_minutes,
        theory_hours, practice_hours, document_kind, rule, imported_at, imported_by, declarations, self_study_hours
    FROM programme_versions;
DROP TABLE programme_versions;
ALTER TABLE old_programme_versions RENAME TO programme_versions;
