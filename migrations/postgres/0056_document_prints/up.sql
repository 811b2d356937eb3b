-- The paper of a document as it was printed the first time, in the file store. It is printed once and never changes; its
-- hash stands with the document.
CREATE TABLE document_prints (
    document_id BIGINT PRIMARY KEY REFERENCES documents (id),
    file_id BIGINT NOT NULL REFERENCES stored_files (id),
    printed_at TIMESTAMP NOT NULL
);
CREATE INDEX document_prints_by_file_id ON document_prints (file_id);
CREATE TRIGGER document_prints_stay BEFORE DELETE ON document_prints FOR EACH ROW EXECUTE FUNCTION refuse_deletion();
CREATE FUNCTION refuse_another_paper() RETURNS trigger LANGUAGE plpgsql AS
    'BEGIN RAISE EXCEPTION ''the paper of a document never changes''; END';
CREATE TRIGGER document_papers_stay BEFORE UPDATE OF pdf_sha256 ON documents FOR EACH ROW
    WHEN (OLD.pdf_sha256 IS NOT NULL) EXECUTE FUNCTION refuse_another_paper();
