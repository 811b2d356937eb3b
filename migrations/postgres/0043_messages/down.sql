-- The texts of one-time links are gone for good.
DROP INDEX mails_by_digest_id;
DROP INDEX mails_unread;
DROP INDEX mails_shown;
ALTER TABLE mails DROP COLUMN digest_id;
ALTER TABLE mails DROP COLUMN kept_at;
ALTER TABLE mails DROP COLUMN waits_until;
ALTER TABLE mails DROP COLUMN read_at;
ALTER TABLE mails DROP COLUMN shown_at;
DROP TABLE mail_digests;
DROP TABLE letter_topic_wishes;
DROP TABLE letter_wishes;
