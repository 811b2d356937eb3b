-- Signatures made elsewhere, kept byte for byte: a detached file or a signed PDF, of a document or of an order.
-- `digest` says whether the signature was found to be of our paper, or could not be checked.
CREATE TABLE signature_files (
    id INTEGER PRIMARY KEY,
    document_id INTEGER REFERENCES documents (id),
    order_id INTEGER REFERENCES orders (id),
    file_id INTEGER NOT NULL REFERENCES stored_files (id),
    sha256 TEXT NOT NULL,
    format TEXT NOT NULL CHECK (format IN ('cms', 'pdf')),
    digest TEXT NOT NULL CHECK (digest IN ('fits', 'unknown_algorithm', 'no_digest', 'no_paper')),
    uploaded_at TEXT NOT NULL,
    uploaded_by INTEGER NOT NULL REFERENCES people (id),
    CHECK ((document_id IS NULL) <> (order_id IS NULL)),
    UNIQUE (document_id, sha256),
    UNIQUE (order_id, sha256)
) STRICT;
CREATE INDEX signature_files_by_file_id ON signature_files (file_id);
CREATE TRIGGER signature_files_stay BEFORE DELETE ON signature_files
BEGIN SELECT RAISE(ABORT, 'rows of signature_files are never deleted'); END;
