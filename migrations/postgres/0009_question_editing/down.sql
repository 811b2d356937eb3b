DELETE FROM jobs WHERE kind = 'question-folds';
ALTER TABLE question_versions DROP COLUMN search_fold;
ALTER TABLE question_versions DROP COLUMN languages;
ALTER TABLE question_versions DROP COLUMN source;
