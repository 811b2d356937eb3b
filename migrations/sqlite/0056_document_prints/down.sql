DROP TRIGGER document_papers_stay;
DROP TABLE document_prints;
