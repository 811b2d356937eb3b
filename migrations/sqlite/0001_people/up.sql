-- Organisations that send people, run editions and issue papers.
CREATE TABLE organisations (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    short_name TEXT NOT NULL,
    name_fold TEXT NOT NULL,
    sector TEXT NOT NULL CHECK (sector IN ('state', 'npo', 'business', 'child_institution', 'university', 'media', 'foundation', 'other')),
    parent_id INTEGER REFERENCES organisations (id),
    city TEXT,
    licence TEXT,
    head_post TEXT,
    head_name TEXT,
    created_at TEXT NOT NULL,
    UNIQUE (name_fold)
) STRICT;

-- Everybody with an account. The folded and sort columns are computed by the program: SQLite folds ASCII only.
CREATE TABLE people (
    id INTEGER PRIMARY KEY,
    email TEXT NOT NULL,
    email_key TEXT NOT NULL UNIQUE,
    surname TEXT NOT NULL,
    given_name TEXT NOT NULL,
    patronymic TEXT,
    name_fold TEXT NOT NULL,
    sort_ru BLOB NOT NULL,
    sort_kk BLOB NOT NULL,
    language TEXT NOT NULL CHECK (language IN ('ru', 'kk', 'en')),
    time_zone TEXT NOT NULL,
    organisation_id INTEGER REFERENCES organisations (id),
    password_hash TEXT,
    password_set_at TEXT,
    created_at TEXT NOT NULL,
    deactivated_at TEXT
) STRICT;
CREATE INDEX people_by_sort_ru ON people (sort_ru);
CREATE INDEX people_by_sort_kk ON people (sort_kk);
CREATE INDEX people_by_organisation_id ON people (organisation_id);

-- A grant holds until it is revoked; the row stays.
CREATE TABLE role_grants (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES people (id),
    role TEXT NOT NULL CHECK (role IN ('administrator', 'coordinator', 'trainer')),
    organisation_id INTEGER REFERENCES organisations (id),
    granted_at TEXT NOT NULL,
    granted_by INTEGER REFERENCES people (id),
    revoked_at TEXT,
    revoked_by INTEGER REFERENCES people (id)
) STRICT;
CREATE INDEX role_grants_by_person_id ON role_grants (person_id) WHERE revoked_at IS NULL;

-- Only the SHA-256 of the token is kept.
CREATE TABLE browser_sessions (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES people (id),
    kind TEXT NOT NULL CHECK (kind IN ('browser', 'api')),
    token_hash TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL,
    last_seen_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    address TEXT NOT NULL,
    agent TEXT NOT NULL,
    revoked_at TEXT
) STRICT;
CREATE INDEX browser_sessions_by_person_id ON browser_sessions (person_id);

-- Invitations and password resets; the signed link carries the nonce.
CREATE TABLE one_time_links (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES people (id),
    purpose TEXT NOT NULL CHECK (purpose IN ('invitation', 'password_reset')),
    nonce TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    used_at TEXT
) STRICT;
CREATE INDEX one_time_links_by_person_id ON one_time_links (person_id);

-- What makes a form that is sent twice do its work once.
CREATE TABLE form_submissions (
    form_key TEXT NOT NULL,
    person_id INTEGER REFERENCES people (id),
    created_at TEXT NOT NULL,
    PRIMARY KEY (form_key)
) STRICT;
CREATE INDEX form_submissions_by_created_at ON form_submissions (created_at);
