-- What the bank shows and searches of a version without reading its definition, and what its author typed:
-- Markdown stands beside the HTML that is made of it, so that a question can be edited again.
ALTER TABLE question_versions ADD COLUMN source TEXT;
-- The tags of the languages it has texts in, separated by spaces.
ALTER TABLE question_versions ADD COLUMN languages TEXT NOT NULL DEFAULT '';
-- Its texts in the form in which words are compared; folding knows Cyrillic and is done by the program, so versions
-- of before wait for a job.
ALTER TABLE question_versions ADD COLUMN search_fold TEXT;
UPDATE question_versions SET languages = COALESCE((
    SELECT string_agg(key, ' ' ORDER BY key) FROM json_object_keys(definition::json -> 'texts') AS key
), '');
INSERT INTO jobs (kind, payload, unique_key, run_at, attempts, created_at)
    SELECT 'question-folds', '{}', 'question-folds', now() AT TIME ZONE 'UTC', 0, now() AT TIME ZONE 'UTC'
    WHERE EXISTS (SELECT 1 FROM question_versions);
