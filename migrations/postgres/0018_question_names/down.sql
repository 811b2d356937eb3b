ALTER TABLE question_entries DROP COLUMN name;
