-- A key whose private half may be in other hands is withdrawn: from then on nothing that it signed is believed, whatever
-- date stands in it, for who has the key can write any date. It stays published as revoked.
CREATE TABLE credential_key_withdrawals (
    key_id BIGINT PRIMARY KEY REFERENCES credential_keys (id),
    reason TEXT NOT NULL CHECK (length(reason) >= 3),
    withdrawn_at TIMESTAMP NOT NULL,
    withdrawn_by BIGINT REFERENCES people (id)
);
CREATE TRIGGER credential_key_withdrawals_stay BEFORE DELETE ON credential_key_withdrawals
    FOR EACH ROW EXECUTE FUNCTION refuse_deletion();
CREATE TRIGGER credential_key_withdrawals_keep BEFORE UPDATE ON credential_key_withdrawals
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
-- What is published never changes; of a list only the counts of its places do, and they only grow.
CREATE TRIGGER credential_issuers_stay BEFORE DELETE ON credential_issuers
    FOR EACH ROW EXECUTE FUNCTION refuse_deletion();
CREATE TRIGGER credential_issuers_keep BEFORE UPDATE ON credential_issuers
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER credential_keys_keep BEFORE UPDATE ON credential_keys
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER credential_statuses_keep BEFORE UPDATE ON credential_statuses
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER credential_revocations_keep BEFORE UPDATE ON credential_revocations
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER credential_status_lists_stay BEFORE DELETE ON credential_status_lists
    FOR EACH ROW EXECUTE FUNCTION refuse_deletion();
CREATE TRIGGER credential_status_lists_keep BEFORE UPDATE OF id, number, bits, created_at ON credential_status_lists
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER credential_status_lists_grow BEFORE UPDATE OF used, revoked ON credential_status_lists
    FOR EACH ROW WHEN (NEW.used < OLD.used OR NEW.revoked < OLD.revoked) EXECUTE FUNCTION refuse_change();
-- The list as it was signed last, made anew: signed again when a revocation, another address or another key asks for it,
-- and before it is over.
DROP TABLE credential_signed_lists;
CREATE TABLE credential_signed_lists (
    list_id BIGINT PRIMARY KEY REFERENCES credential_status_lists (id),
    revoked INTEGER NOT NULL,
    address TEXT NOT NULL,
    document TEXT NOT NULL,
    token TEXT NOT NULL,
    document_key_id BIGINT NOT NULL REFERENCES credential_keys (id),
    token_key_id BIGINT NOT NULL REFERENCES credential_keys (id),
    signed_at TIMESTAMP NOT NULL,
    valid_until TIMESTAMP NOT NULL
);
