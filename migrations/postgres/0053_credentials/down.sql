DROP TABLE credential_signed_lists;
DROP TABLE credential_revocations;
DROP TABLE credential_statuses;
DROP TABLE credential_status_lists;
DROP TABLE credential_keys;
DROP TABLE credential_issuers;
