DROP TABLE credential_signed_lists;
CREATE TABLE credential_signed_lists (
    list_id INTEGER PRIMARY KEY REFERENCES credential_status_lists (id),
    revoked INTEGER NOT NULL,
    address TEXT NOT NULL,
    document TEXT NOT NULL,
    token TEXT NOT NULL,
    signed_at TEXT NOT NULL
) STRICT;
DROP TRIGGER credential_status_lists_grow;
DROP TRIGGER credential_status_lists_keep;
DROP TRIGGER credential_status_lists_stay;
DROP TRIGGER credential_revocations_keep;
DROP TRIGGER credential_statuses_keep;
DROP TRIGGER credential_keys_keep;
DROP TRIGGER credential_issuers_keep;
DROP TRIGGER credential_issuers_stay;
DROP TABLE credential_key_withdrawals;
