-- Every paper of a training centre: of a course, of a part of it, or of a person's service. A document belongs to a
-- person and to the organisation that issued it; to an edition and an enrolment only where it attests a course.
-- `replaces_id` is the document this one was issued in place of, `relation` says as what. Rows are never deleted.
ALTER TABLE programme_versions DROP CONSTRAINT programme_versions_document_kind_check;
ALTER TABLE programme_versions ADD CONSTRAINT programme_versions_document_kind_check
    CHECK (document_kind IN ('advanced_training_certificate', 'retraining_diploma', 'study_certificate', 'participation_certificate', 'mentor_certificate', 'thank_you_letter', 'recommendation_letter', 'service_record', 'authority_document'));
ALTER TABLE documents DROP CONSTRAINT documents_kind_check;
ALTER TABLE documents ADD CONSTRAINT documents_kind_check CHECK (kind IN ('advanced_training_certificate', 'retraining_diploma', 'study_certificate', 'participation_certificate', 'mentor_certificate', 'thank_you_letter', 'recommendation_letter', 'service_record', 'authority_document'));
ALTER TABLE documents ALTER COLUMN enrolment_id DROP NOT NULL;
ALTER TABLE documents ADD COLUMN person_id BIGINT REFERENCES people (id);
ALTER TABLE documents ADD COLUMN organisation_id BIGINT REFERENCES organisations (id);
ALTER TABLE documents ADD COLUMN edition_id BIGINT REFERENCES editions (id);
ALTER TABLE documents ADD COLUMN pdf_sha256 TEXT;
ALTER TABLE documents ADD COLUMN replaces_id BIGINT REFERENCES documents (id);
ALTER TABLE documents ADD COLUMN relation TEXT
    CHECK (relation IN ('duplicate', 'replacement', 'correction', 'name_change'));
UPDATE documents d SET person_id = e.person_id, edition_id = e.edition_id, organisation_id = r.organisation_id
    FROM enrolments e, registers r WHERE e.id = d.enrolment_id AND r.id = d.register_id;
ALTER TABLE documents ALTER COLUMN person_id SET NOT NULL;
ALTER TABLE documents ALTER COLUMN organisation_id SET NOT NULL;
ALTER TABLE documents ADD CONSTRAINT documents_relation_of_replaced CHECK ((replaces_id IS NULL) = (relation IS NULL));
ALTER TABLE documents ADD CONSTRAINT documents_register_id_number_text_key UNIQUE (register_id, number_text);
CREATE INDEX documents_by_person_id ON documents (person_id);
CREATE INDEX documents_by_edition_id ON documents (edition_id);
CREATE INDEX documents_by_organisation_id ON documents (organisation_id, id);
CREATE INDEX documents_by_replaces_id ON documents (replaces_id);
CREATE FUNCTION refuse_deletion() RETURNS trigger LANGUAGE plpgsql AS
    'BEGIN RAISE EXCEPTION ''rows of % are never deleted'', TG_TABLE_NAME; END';
CREATE TRIGGER documents_stay BEFORE DELETE ON documents FOR EACH ROW EXECUTE FUNCTION refuse_deletion();
CREATE TRIGGER registers_stay BEFORE DELETE ON registers FOR EACH ROW EXECUTE FUNCTION refuse_deletion();
