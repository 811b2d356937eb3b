-- What the bank shows and searches of a version without reading its definition, and what its author typed:
-- Markdown stands beside the HTML that is made of it, so that a question can be edited again.
ALTER TABLE question_versions ADD COLUMN source TEXT;
-- The tags of the languages it has texts in, separated by spaces.
ALTER TABLE question_versions ADD COLUMN languages TEXT NOT NULL DEFAULT '';
-- Its texts in the form in which words are compared; folding knows Cyrillic and is done by the program, so versions
-- of before wait for a job.
ALTER TABLE question_versions ADD COLUMN search_fold TEXT;
UPDATE question_versions SET languages = COALESCE((
    SELECT group_concat(key, ' ') FROM (SELECT key FROM json_each(definition, '$.texts') ORDER BY key)
), '');
INSERT INTO jobs (kind, payload, unique_key, run_at, attempts, created_at)
    SELECT 'question-folds', '{}', 'question-folds', strftime('%Y-%m-%d %H:%M:%f', 'now'), 0, strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE EXISTS (SELECT 1 FROM question_versions);
