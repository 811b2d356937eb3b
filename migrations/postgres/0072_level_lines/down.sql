DROP TABLE mentor_notices;
DROP TABLE mentor_extensions;
DROP TRIGGER people_resorted ON people;
DROP FUNCTION resort_level_lines();
DROP TRIGGER documents_relevelled ON documents;
DROP TRIGGER documents_levelled ON documents;
DROP FUNCTION level_document();
DROP TABLE level_lines;
