-- One register an organisation, kind of document and year; numbers are allocated in the issuing transaction.
CREATE TABLE registers (
    id INTEGER PRIMARY KEY,
    organisation_id INTEGER NOT NULL REFERENCES organisations (id),
    kind TEXT NOT NULL,
    year INTEGER NOT NULL,
    last_number INTEGER NOT NULL,
    UNIQUE (organisation_id, kind, year)
) STRICT;

-- The snapshot holds everything printed; holder and search_text are taken from it for the register. live_key is unique while the document is valid and empty after its revocation.
CREATE TABLE documents (
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
CREATE INDEX documents_by_enrolment_id ON documents (enrolment_id);

CREATE TABLE document_revocations (
    document_id INTEGER PRIMARY KEY NOT NULL REFERENCES documents (id),
    reason TEXT NOT NULL,
    revoked_at TEXT NOT NULL,
    revoked_by INTEGER REFERENCES people (id)
) STRICT;
