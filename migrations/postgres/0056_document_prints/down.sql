DROP TRIGGER document_papers_stay ON documents;
DROP FUNCTION refuse_another_paper();
DROP TABLE document_prints;
