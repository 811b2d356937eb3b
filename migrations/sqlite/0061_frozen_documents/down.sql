DROP TRIGGER documents_keep;
