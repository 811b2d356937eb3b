DROP TABLE credential_signed_lists;
CREATE TABLE credential_signed_lists (
    list_id BIGINT PRIMARY KEY REFERENCES credential_status_lists (id),
    revoked INTEGER NOT NULL,
    address TEXT NOT NULL,
    document TEXT NOT NULL,
    token TEXT NOT NULL,
    signed_at TIMESTAMP NOT NULL
);
DROP TRIGGER credential_status_lists_grow ON credential_status_lists;
DROP TRIGGER credential_status_lists_keep ON credential_status_lists;
DROP TRIGGER credential_status_lists_stay ON credential_status_lists;
DROP TRIGGER credential_revocations_keep ON credential_revocations;
DROP TRIGGER credential_statuses_keep ON credential_statuses;
DROP TRIGGER credential_keys_keep ON credential_keys;
DROP TRIGGER credential_issuers_keep ON credential_issuers;
DROP TRIGGER credential_issuers_stay ON credential_issuers;
DROP TABLE credential_key_withdrawals;
