-- That the holder of a certificate was reminded that its time is nearly over: once for each document.
CREATE TABLE document_term_reminders (
    document_id INTEGER PRIMARY KEY NOT NULL REFERENCES documents (id),
    reminded_at TEXT NOT NULL
) STRICT;
CREATE TRIGGER document_term_reminders_stay BEFORE DELETE ON document_term_reminders
BEGIN SELECT RAISE(ABORT, 'reminders of documents are never deleted'); END;
-- What happened to a document, a blank or a number, when and by whose hand never changes. Words about people (who received it, notes)
-- are not named here: they may have to be erased one day.
CREATE TRIGGER document_revocations_keep BEFORE UPDATE OF document_id, revoked_at, revoked_by ON document_revocations
BEGIN SELECT RAISE(ABORT, 'rows of document_revocations never change'); END;
CREATE TRIGGER document_handovers_keep BEFORE UPDATE OF document_id, handed_on, way, recorded_at, recorded_by ON document_handovers
BEGIN SELECT RAISE(ABORT, 'rows of document_handovers never change'); END;
CREATE TRIGGER document_losses_keep BEFORE UPDATE OF document_id, lost_on, recorded_at, recorded_by ON document_losses
BEGIN SELECT RAISE(ABORT, 'rows of document_losses never change'); END;
CREATE TRIGGER blank_spoilings_keep BEFORE UPDATE OF blank_id, act_number, act_on, recorded_at, recorded_by ON blank_spoilings
BEGIN SELECT RAISE(ABORT, 'rows of blank_spoilings never change'); END;
CREATE TRIGGER register_skips_keep BEFORE UPDATE OF register_id, first_number, last_number, recorded_at, recorded_by ON register_skips
BEGIN SELECT RAISE(ABORT, 'rows of register_skips never change'); END;
