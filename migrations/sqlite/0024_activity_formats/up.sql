-- Formats of activities that a centre added to those that everybody knows, with their names by language.
CREATE TABLE activity_formats (
    key TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    added_by INTEGER REFERENCES people (id),
    added_at TEXT NOT NULL
) STRICT;

-- Questions that were imported with a name are found by it from now on: a job folds their words again.
UPDATE question_versions SET search_fold = NULL
    WHERE entry_id IN (SELECT id FROM question_entries WHERE name IS NOT NULL);
INSERT INTO jobs (kind, payload, unique_key, run_at, attempts, created_at)
    SELECT 'question-folds', '{}', 'question-names', strftime('%Y-%m-%d %H:%M:%f', 'now'), 0, strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE EXISTS (SELECT 1 FROM question_entries WHERE name IS NOT NULL);
