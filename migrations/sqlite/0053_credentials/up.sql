-- Digital credentials. An issuer is an organisation or, with neither, the site itself, which signs the lists of their
-- status. Its keys are counted; the newest of an algorithm signs, all of them stay published. `sealed` is the private
-- key, encrypted with the secret key of the installation. `public_key` is a JWK.
CREATE TABLE credential_issuers (
    id INTEGER PRIMARY KEY,
    owner TEXT NOT NULL UNIQUE,
    organisation_id INTEGER REFERENCES organisations (id),
    public_id TEXT UNIQUE,
    created_at TEXT NOT NULL,
    CHECK ((organisation_id IS NULL) = (public_id IS NULL))
) STRICT;
CREATE INDEX credential_issuers_by_organisation_id ON credential_issuers (organisation_id);
CREATE TABLE credential_keys (
    id INTEGER PRIMARY KEY,
    issuer_id INTEGER NOT NULL REFERENCES credential_issuers (id),
    algorithm TEXT NOT NULL CHECK (algorithm IN ('ed25519', 'rsa')),
    number INTEGER NOT NULL CHECK (number >= 1),
    fragment TEXT NOT NULL,
    public_key TEXT NOT NULL,
    sealed TEXT NOT NULL,
    created_at TEXT NOT NULL,
    created_by INTEGER REFERENCES people (id),
    UNIQUE (issuer_id, algorithm, number),
    UNIQUE (issuer_id, fragment)
) STRICT;
CREATE TRIGGER credential_keys_stay BEFORE DELETE ON credential_keys
BEGIN SELECT RAISE(ABORT, 'published keys are never deleted'); END;
-- One bit for each document, drawn at random: `used` and `revoked` count them. A bit is never used again and never
-- cleared.
CREATE TABLE credential_status_lists (
    id INTEGER PRIMARY KEY,
    number INTEGER NOT NULL UNIQUE CHECK (number >= 1),
    bits INTEGER NOT NULL CHECK (bits >= 131072),
    used INTEGER NOT NULL DEFAULT 0,
    revoked INTEGER NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL
) STRICT;
CREATE TABLE credential_statuses (
    id INTEGER PRIMARY KEY,
    list_id INTEGER NOT NULL REFERENCES credential_status_lists (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    public_id TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL,
    UNIQUE (list_id, position)
) STRICT;
CREATE TRIGGER credential_statuses_stay BEFORE DELETE ON credential_statuses
BEGIN SELECT RAISE(ABORT, 'a place in a list of statuses is never used again'); END;
CREATE TABLE credential_revocations (
    status_id INTEGER PRIMARY KEY REFERENCES credential_statuses (id),
    revoked_at TEXT NOT NULL
) STRICT;
CREATE TRIGGER credential_revocations_stay BEFORE DELETE ON credential_revocations
BEGIN SELECT RAISE(ABORT, 'a revocation is final'); END;
-- The list as it was signed last: signed again when `revoked` or the address of the installation has changed.
CREATE TABLE credential_signed_lists (
    list_id INTEGER PRIMARY KEY REFERENCES credential_status_lists (id),
    revoked INTEGER NOT NULL,
    address TEXT NOT NULL,
    document TEXT NOT NULL,
    token TEXT NOT NULL,
    signed_at TEXT NOT NULL
) STRICT;
