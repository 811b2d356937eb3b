-- Every change of a session that people have to know of: calendars take over the one with the higher number
-- (RFC 5545, SEQUENCE). A session that never changed has no row, and the number 0.
CREATE TABLE session_revisions (
    session_id INTEGER NOT NULL REFERENCES sessions (id),
    revision INTEGER NOT NULL CHECK (revision > 0),
    revised_at TEXT NOT NULL,
    PRIMARY KEY (session_id, revision)
) STRICT;

-- Who has asked for invitations to sessions by mail, which their calendar takes over by itself.
CREATE TABLE calendar_invitations (
    person_id INTEGER PRIMARY KEY REFERENCES people (id),
    asked_at TEXT NOT NULL
) STRICT;

-- The event that a letter brings along; the job that delivers the letter writes it as a calendar part.
CREATE TABLE mail_events (
    mail_id INTEGER PRIMARY KEY REFERENCES mails (id),
    cancels INTEGER NOT NULL CHECK (cancels IN (0, 1)),
    event TEXT NOT NULL
) STRICT;

-- Addresses under which calendars of other programs read sessions: a person's own, or an edition's. Whoever knows the
-- address reads, so only the SHA-256 of its secret is kept, and it can be taken back.
CREATE TABLE calendar_feeds (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES people (id),
    edition_id INTEGER REFERENCES editions (id),
    token_hash TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL,
    revoked_at TEXT
) STRICT;
CREATE INDEX calendar_feeds_by_edition_id ON calendar_feeds (edition_id);
-- One address in force a person, and one a person and edition.
CREATE UNIQUE INDEX calendar_feeds_own ON calendar_feeds (person_id) WHERE revoked_at IS NULL AND edition_id IS NULL;
CREATE UNIQUE INDEX calendar_feeds_of_edition ON calendar_feeds (person_id, edition_id) WHERE revoked_at IS NULL;

-- What was told to everybody concerned at once: of one session, or of a whole edition.
CREATE TABLE session_notices (
    id INTEGER PRIMARY KEY,
    edition_id INTEGER NOT NULL REFERENCES editions (id),
    session_id INTEGER REFERENCES sessions (id),
    text TEXT NOT NULL,
    recipients INTEGER NOT NULL,
    sent_at TEXT NOT NULL,
    sent_by INTEGER REFERENCES people (id)
) STRICT;
CREATE INDEX session_notices_by_edition_id ON session_notices (edition_id);
CREATE INDEX session_notices_by_session_id ON session_notices (session_id);
