-- That the holder of a certificate was reminded that its time is nearly over: once for each document.
CREATE TABLE document_term_reminders (
    document_id BIGINT PRIMARY KEY REFERENCES documents (id),
    reminded_at TIMESTAMP NOT NULL
);
CREATE TRIGGER document_term_reminders_stay BEFORE DELETE ON document_term_reminders FOR EACH ROW EXECUTE FUNCTION refuse_deletion();
-- What happened to a document, a blank or a number, when and by whose hand never changes. Words about people (who received it, notes)
-- are not named here: they may have to be erased one day.
CREATE TRIGGER document_revocations_keep BEFORE UPDATE OF document_id, revoked_at, revoked_by ON document_revocations
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER document_handovers_keep BEFORE UPDATE OF document_id, handed_on, way, recorded_at, recorded_by ON document_handovers
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER document_losses_keep BEFORE UPDATE OF document_id, lost_on, recorded_at, recorded_by ON document_losses
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER blank_spoilings_keep BEFORE UPDATE OF blank_id, act_number, act_on, recorded_at, recorded_by ON blank_spoilings
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER register_skips_keep BEFORE UPDATE OF register_id, first_number, last_number, recorded_at, recorded_by ON register_skips
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
