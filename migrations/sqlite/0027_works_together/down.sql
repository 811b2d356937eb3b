ALTER TABLE case_drafts DROP COLUMN present;
ALTER TABLE people DROP COLUMN position;
DROP TABLE example_answers;
