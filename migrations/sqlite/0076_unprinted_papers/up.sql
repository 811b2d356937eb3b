-- That the paper of an issued document could not be printed with the template of its organisation: when that was seen first, with
-- which version, and what the template said (faults of the house with place and words, as JSON).
CREATE TABLE document_print_faults (
    document_id INTEGER PRIMARY KEY NOT NULL REFERENCES documents (id),
    version_id INTEGER NOT NULL REFERENCES paper_template_versions (id),
    faults TEXT NOT NULL,
    failed_at TEXT NOT NULL
) STRICT;
CREATE INDEX document_print_faults_by_version_id ON document_print_faults (version_id, document_id);
CREATE TRIGGER document_print_faults_stay BEFORE DELETE ON document_print_faults
BEGIN SELECT RAISE(ABORT, 'failed prints of documents are never deleted'); END;
CREATE TRIGGER document_print_faults_keep BEFORE UPDATE ON document_print_faults
BEGIN SELECT RAISE(ABORT, 'rows of document_print_faults never change'); END;

-- That the administrators of an organisation were written to about a version of a template: once a day.
CREATE TABLE document_print_notices (
    organisation_id INTEGER NOT NULL REFERENCES organisations (id),
    version_id INTEGER NOT NULL REFERENCES paper_template_versions (id),
    on_day TEXT NOT NULL,
    sent_at TEXT NOT NULL,
    PRIMARY KEY (organisation_id, version_id, on_day)
) STRICT;

-- With which other version the paper of a document is printed, where its own could not: one, with a reason, never changed, and only
-- while there is no paper. None is the paper of the program. The snapshot stays as it was issued.
CREATE TABLE document_print_choices (
    document_id INTEGER PRIMARY KEY NOT NULL REFERENCES documents (id),
    version_id INTEGER REFERENCES paper_template_versions (id),
    reason TEXT NOT NULL,
    chosen_at TEXT NOT NULL,
    chosen_by INTEGER REFERENCES people (id)
) STRICT;
CREATE INDEX document_print_choices_by_version_id ON document_print_choices (version_id);
CREATE TRIGGER document_print_choices_stay BEFORE DELETE ON document_print_choices
BEGIN SELECT RAISE(ABORT, 'choices of templates for documents are never deleted'); END;
CREATE TRIGGER document_print_choices_keep BEFORE UPDATE OF document_id, version_id, chosen_at, chosen_by ON document_print_choices
BEGIN SELECT RAISE(ABORT, 'rows of document_print_choices never change'); END;
CREATE TRIGGER document_print_choices_come_before_paper BEFORE INSERT ON document_print_choices
WHEN (SELECT pdf_sha256 FROM documents WHERE id = new.document_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'the paper of a document never changes'); END;
