DROP TABLE mentor_notices;
DROP TRIGGER mentor_extensions_stay;
DROP TABLE mentor_extensions;
DROP TRIGGER people_resorted;
DROP TRIGGER documents_relevelled;
DROP TRIGGER documents_levelled;
DROP TABLE level_lines;
DROP TABLE level_shelves;
