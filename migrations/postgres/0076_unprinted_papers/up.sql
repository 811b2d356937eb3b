-- That the paper of an issued document could not be printed with the template of its organisation: when that was seen first, with
-- which version, and what the template said (faults of the house with place and words, as JSON).
CREATE TABLE document_print_faults (
    document_id BIGINT PRIMARY KEY REFERENCES documents (id),
    version_id BIGINT NOT NULL REFERENCES paper_template_versions (id),
    faults TEXT NOT NULL,
    failed_at TIMESTAMP NOT NULL
);
CREATE INDEX document_print_faults_by_version_id ON document_print_faults (version_id, document_id);
CREATE TRIGGER document_print_faults_stay BEFORE DELETE ON document_print_faults FOR EACH ROW EXECUTE FUNCTION refuse_deletion();
CREATE TRIGGER document_print_faults_keep BEFORE UPDATE ON document_print_faults FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- That the administrators of an organisation were written to about a version of a template: once a day.
CREATE TABLE document_print_notices (
    organisation_id BIGINT NOT NULL REFERENCES organisations (id),
    version_id BIGINT NOT NULL REFERENCES paper_template_versions (id),
    on_day DATE NOT NULL,
    sent_at TIMESTAMP NOT NULL,
    PRIMARY KEY (organisation_id, version_id, on_day)
);

-- With which other version the paper of a document is printed, where its own could not: one, with a reason, never changed, and only
-- while there is no paper. None is the paper of the program. The snapshot stays as it was issued.
CREATE TABLE document_print_choices (
    document_id BIGINT PRIMARY KEY REFERENCES documents (id),
    version_id BIGINT REFERENCES paper_template_versions (id),
    reason TEXT NOT NULL,
    chosen_at TIMESTAMP NOT NULL,
    chosen_by BIGINT REFERENCES people (id)
);
CREATE INDEX document_print_choices_by_version_id ON document_print_choices (version_id);
CREATE TRIGGER document_print_choices_stay BEFORE DELETE ON document_print_choices FOR EACH ROW EXECUTE FUNCTION refuse_deletion();
CREATE TRIGGER document_print_choices_keep BEFORE UPDATE OF document_id, version_id, chosen_at, chosen_by ON document_print_choices
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE FUNCTION refuse_choice_after_paper() RETURNS trigger LANGUAGE plpgsql AS
    'BEGIN IF EXISTS (SELECT 1 FROM documents WHERE id = NEW.document_id AND pdf_sha256 IS NOT NULL) THEN
        RAISE EXCEPTION ''the paper of a document never changes''; END IF; RETURN NEW; END';
CREATE TRIGGER document_print_choices_come_before_paper BEFORE INSERT ON document_print_choices
    FOR EACH ROW EXECUTE FUNCTION refuse_choice_after_paper();
