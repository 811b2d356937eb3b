-- That the holder of a certificate was reminded that its time is nearly over: once for each document.
CREATE TABLE document_term_reminders (
    document_id BIGINT PRIMARY KEY REFERENCES documents (id),
    reminded_at TIMESTAMP NOT NULL
);
CREATE TRIGGER document_term_reminders_stay BEFORE DELETE ON document_term_reminders FOR EACH ROW EXECUTE FUNCTION refuse_deletion();
