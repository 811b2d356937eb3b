DROP TRIGGER document_revocations_keep ON document_revocations;
DROP TRIGGER document_handovers_keep ON document_handovers;
DROP TRIGGER document_losses_keep ON document_losses;
DROP TRIGGER blank_spoilings_keep ON blank_spoilings;
DROP TRIGGER register_skips_keep ON register_skips;
DROP TABLE document_term_reminders;
