DROP TABLE document_revocations;
DROP TABLE documents;
DROP TABLE registers;
