-- Formats of activities that a centre added to those that everybody knows, with their names by language.
CREATE TABLE activity_formats (
    key TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    added_by BIGINT REFERENCES people (id),
    added_at TIMESTAMP NOT NULL
);

-- Questions that were imported with a name are found by it from now on: a job folds their words again.
UPDATE question_versions SET search_fold = NULL
    WHERE entry_id IN (SELECT id FROM question_entries WHERE name IS NOT NULL);
INSERT INTO jobs (kind, payload, unique_key, run_at, attempts, created_at)
    SELECT 'question-folds', '{}', 'question-names', now() AT TIME ZONE 'UTC', 0, now() AT TIME ZONE 'UTC'
    WHERE EXISTS (SELECT 1 FROM question_entries WHERE name IS NOT NULL);
