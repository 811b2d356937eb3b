DROP TRIGGER documents_keep ON documents;
