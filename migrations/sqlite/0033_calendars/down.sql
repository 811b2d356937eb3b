DROP TABLE session_notices;
DROP TABLE calendar_feeds;
DROP TABLE mail_events;
DROP TABLE calendar_invitations;
DROP TABLE session_revisions;
