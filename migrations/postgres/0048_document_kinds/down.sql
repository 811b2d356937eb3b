DROP TRIGGER registers_stay ON registers;
DROP TRIGGER documents_stay ON documents;
DROP FUNCTION refuse_deletion();
ALTER TABLE documents DROP CONSTRAINT documents_register_id_number_text_key;
ALTER TABLE documents DROP CONSTRAINT documents_relation_of_replaced;
ALTER TABLE documents DROP COLUMN relation;
ALTER TABLE documents DROP COLUMN replaces_id;
ALTER TABLE documents DROP COLUMN pdf_sha256;
ALTER TABLE documents DROP COLUMN edition_id;
ALTER TABLE documents DROP COLUMN organisation_id;
ALTER TABLE documents DROP COLUMN person_id;
ALTER TABLE documents ALTER COLUMN enrolment_id SET NOT NULL;
ALTER TABLE documents DROP CONSTRAINT documents_kind_check;
ALTER TABLE documents ADD CONSTRAINT documents_kind_check CHECK (kind IN ('advanced_training_certificate', 'participation_certificate'));
ALTER TABLE programme_versions DROP CONSTRAINT programme_versions_document_kind_check;
ALTER TABLE programme_versions ADD CONSTRAINT programme_versions_document_kind_check
    CHECK (document_kind IN ('advanced_training_certificate', 'participation_certificate'));
