DROP TRIGGER document_revocations_keep;
DROP TRIGGER document_handovers_keep;
DROP TRIGGER document_losses_keep;
DROP TRIGGER blank_spoilings_keep;
DROP TRIGGER register_skips_keep;
DROP TABLE document_term_reminders;
