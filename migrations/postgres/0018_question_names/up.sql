-- What a question is called where it came from. It is not what is asked, and no trainee sees it; nothing for questions
-- that were never given a name.
ALTER TABLE question_entries ADD COLUMN name TEXT;
