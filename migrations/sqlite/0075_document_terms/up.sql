-- That the holder of a certificate was reminded that its time is nearly over: once for each document.
CREATE TABLE document_term_reminders (
    document_id INTEGER PRIMARY KEY NOT NULL REFERENCES documents (id),
    reminded_at TEXT NOT NULL
) STRICT;
CREATE TRIGGER document_term_reminders_stay BEFORE DELETE ON document_term_reminders
BEGIN SELECT RAISE(ABORT, 'reminders of documents are never deleted'); END;
