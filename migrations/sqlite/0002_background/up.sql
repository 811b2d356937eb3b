-- Who did what, when, with the old and the new value. Never changed, never deleted.
CREATE TABLE audit_entries (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    person_id INTEGER REFERENCES people (id),
    action TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject_id INTEGER NOT NULL,
    before_value TEXT,
    after_value TEXT
) STRICT;
CREATE INDEX audit_entries_by_subject_kind_subject_id ON audit_entries (subject_kind, subject_id);
CREATE INDEX audit_entries_by_at ON audit_entries (at);

-- The outbox: rows are written in the transaction whose effect they carry out.
CREATE TABLE jobs (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    payload TEXT NOT NULL,
    unique_key TEXT UNIQUE,
    run_at TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    claimed_at TEXT,
    finished_at TEXT,
    failed_at TEXT,
    last_error TEXT
) STRICT;
CREATE INDEX jobs_by_run_at ON jobs (run_at) WHERE finished_at IS NULL AND failed_at IS NULL;

-- Every message, as it was sent.
CREATE TABLE mails (
    id INTEGER PRIMARY KEY,
    person_id INTEGER REFERENCES people (id),
    to_address TEXT NOT NULL,
    to_name TEXT NOT NULL,
    name TEXT NOT NULL,
    language TEXT NOT NULL CHECK (language IN ('ru', 'kk', 'en')),
    subject TEXT NOT NULL,
    body_text TEXT NOT NULL,
    body_html TEXT NOT NULL,
    created_at TEXT NOT NULL,
    sent_at TEXT
) STRICT;
CREATE INDEX mails_by_person_id ON mails (person_id);

-- Uploads: a row is a file of somebody under a name; equal bytes lie once in the file store, under one storage_key.
CREATE TABLE stored_files (
    id INTEGER PRIMARY KEY,
    storage_key TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    size INTEGER NOT NULL,
    media_type TEXT NOT NULL,
    name TEXT NOT NULL,
    created_at TEXT NOT NULL,
    created_by INTEGER REFERENCES people (id)
) STRICT;
CREATE INDEX stored_files_by_storage_key ON stored_files (storage_key);
