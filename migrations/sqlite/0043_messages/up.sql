-- What a person wants to get by mail. Whoever never chose has no row: everything at once, at any hour.
CREATE TABLE letter_wishes (
    person_id INTEGER PRIMARY KEY REFERENCES people (id),
    -- Minutes of the day on the person's own clock.
    digest_minute INTEGER NOT NULL CHECK (digest_minute BETWEEN 0 AND 1439),
    quiet_from INTEGER CHECK (quiet_from BETWEEN 0 AND 1439),
    quiet_to INTEGER CHECK (quiet_to BETWEEN 0 AND 1439),
    set_at TEXT NOT NULL,
    CHECK ((quiet_from IS NULL) = (quiet_to IS NULL)),
    CHECK (quiet_from IS NULL OR quiet_from <> quiet_to)
) STRICT;

-- The topics of which a person does not want every letter at once. Letters about the account and about changes of
-- sessions always go at once, so neither stands here.
CREATE TABLE letter_topic_wishes (
    person_id INTEGER NOT NULL REFERENCES people (id),
    topic TEXT NOT NULL CHECK (topic IN ('reminders', 'grades', 'cases', 'places', 'documents', 'enrolment')),
    delivery TEXT NOT NULL CHECK (delivery IN ('digest', 'never')),
    PRIMARY KEY (person_id, topic)
) STRICT;

-- Letters that go together, once a day: the one that is open gathers, the one that is closed became a letter, or none
-- where everything in it was read before.
CREATE TABLE mail_digests (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES people (id),
    due_at TEXT NOT NULL,
    opened_at TEXT NOT NULL,
    closed_at TEXT,
    mail_id INTEGER REFERENCES mails (id)
) STRICT;
CREATE UNIQUE INDEX mail_digests_open ON mail_digests (person_id) WHERE closed_at IS NULL;
CREATE INDEX mail_digests_by_mail_id ON mail_digests (mail_id) WHERE mail_id IS NOT NULL;

-- Since when a letter stands among the messages of its person, and when they read it there. What became of it by mail:
-- it waits for the end of the quiet hours, it is in a digest, or it stays on the site alone.
ALTER TABLE mails ADD COLUMN shown_at TEXT;
ALTER TABLE mails ADD COLUMN read_at TEXT;
ALTER TABLE mails ADD COLUMN waits_until TEXT;
ALTER TABLE mails ADD COLUMN kept_at TEXT;
ALTER TABLE mails ADD COLUMN digest_id INTEGER REFERENCES mail_digests (id);

-- What came by mail before there were messages counts as read.
UPDATE mails SET shown_at = created_at, read_at = COALESCE(sent_at, created_at)
    WHERE person_id IS NOT NULL AND subject <> '' AND name NOT IN ('invitation', 'password_reset');

CREATE INDEX mails_shown ON mails (person_id, id) WHERE shown_at IS NOT NULL;
CREATE INDEX mails_unread ON mails (person_id) WHERE shown_at IS NOT NULL AND read_at IS NULL;
CREATE INDEX mails_by_digest_id ON mails (digest_id) WHERE digest_id IS NOT NULL;

-- One-time links open accounts: neither the text of such a letter is kept nor, once it went, what it was made of.
UPDATE mails SET body_text = '', body_html = '' WHERE name IN ('invitation', 'password_reset');
UPDATE jobs SET payload = json_object('mail', json_extract(payload, '$.mail'))
    WHERE kind = 'mail-send' AND finished_at IS NOT NULL AND EXISTS (
        SELECT 1 FROM mails
        WHERE mails.id = json_extract(jobs.payload, '$.mail') AND mails.name IN ('invitation', 'password_reset')
    );
