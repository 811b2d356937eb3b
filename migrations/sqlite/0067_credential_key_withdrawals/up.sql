-- A key whose private half may be in other hands is withdrawn: from then on nothing that it signed is believed, whatever
-- date stands in it, for who has the key can write any date. It stays published as revoked.
CREATE TABLE credential_key_withdrawals (
    key_id INTEGER PRIMARY KEY REFERENCES credential_keys (id),
    reason TEXT NOT NULL CHECK (length(reason) >= 3),
    withdrawn_at TEXT NOT NULL,
    withdrawn_by INTEGER REFERENCES people (id)
) STRICT;
CREATE TRIGGER credential_key_withdrawals_stay BEFORE DELETE ON credential_key_withdrawals
BEGIN SELECT RAISE(ABORT, 'a withdrawal is final'); END;
CREATE TRIGGER credential_key_withdrawals_keep BEFORE UPDATE ON credential_key_withdrawals
BEGIN SELECT RAISE(ABORT, 'a withdrawal is final'); END;
-- What is published never changes; of a list only the counts of its places do, and they only grow.
CREATE TRIGGER credential_issuers_stay BEFORE DELETE ON credential_issuers
BEGIN SELECT RAISE(ABORT, 'issuers are never deleted'); END;
CREATE TRIGGER credential_issuers_keep BEFORE UPDATE ON credential_issuers
BEGIN SELECT RAISE(ABORT, 'issuers are never changed'); END;
CREATE TRIGGER credential_keys_keep BEFORE UPDATE ON credential_keys
BEGIN SELECT RAISE(ABORT, 'published keys are never changed'); END;
CREATE TRIGGER credential_statuses_keep BEFORE UPDATE ON credential_statuses
BEGIN SELECT RAISE(ABORT, 'a place in a list of statuses is never given to another'); END;
CREATE TRIGGER credential_revocations_keep BEFORE UPDATE ON credential_revocations
BEGIN SELECT RAISE(ABORT, 'a revocation is final'); END;
CREATE TRIGGER credential_status_lists_stay BEFORE DELETE ON credential_status_lists
BEGIN SELECT RAISE(ABORT, 'lists of statuses are never deleted'); END;
CREATE TRIGGER credential_status_lists_keep BEFORE UPDATE OF id, number, bits, created_at ON credential_status_lists
BEGIN SELECT RAISE(ABORT, 'a list of statuses stays what it is'); END;
CREATE TRIGGER credential_status_lists_grow BEFORE UPDATE OF used, revoked ON credential_status_lists
WHEN NEW.used < OLD.used OR NEW.revoked < OLD.revoked
BEGIN SELECT RAISE(ABORT, 'places of a list of statuses are never given back'); END;
-- The list as it was signed last, made anew: signed again when a revocation, another address or another key asks for it,
-- and before it is over.
DROP TABLE credential_signed_lists;
CREATE TABLE credential_signed_lists (
    list_id INTEGER PRIMARY KEY REFERENCES credential_status_lists (id),
    revoked INTEGER NOT NULL,
    address TEXT NOT NULL,
    document TEXT NOT NULL,
    token TEXT NOT NULL,
    document_key_id INTEGER NOT NULL REFERENCES credential_keys (id),
    token_key_id INTEGER NOT NULL REFERENCES credential_keys (id),
    signed_at TEXT NOT NULL,
    valid_until TEXT NOT NULL
) STRICT;
