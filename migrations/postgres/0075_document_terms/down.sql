DROP TABLE document_term_reminders;
