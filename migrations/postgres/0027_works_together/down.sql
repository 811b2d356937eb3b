ALTER TABLE people DROP COLUMN position;
DROP TABLE example_answers;
