-- The paper of a document as it was printed the first time, in the file store. It is printed once and never changes; its
-- hash stands with the document.
CREATE TABLE document_prints (
    document_id INTEGER PRIMARY KEY NOT NULL REFERENCES documents (id),
    file_id INTEGER NOT NULL REFERENCES stored_files (id),
    printed_at TEXT NOT NULL
) STRICT;
CREATE INDEX document_prints_by_file_id ON document_prints (file_id);
CREATE TRIGGER document_prints_stay BEFORE DELETE ON document_prints
BEGIN SELECT RAISE(ABORT, 'papers of issued documents are never deleted'); END;
CREATE TRIGGER document_papers_stay BEFORE UPDATE OF pdf_sha256 ON documents WHEN old.pdf_sha256 IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'the paper of a document never changes'); END;
