CREATE TABLE questions (
    id INTEGER PRIMARY KEY,
    activity_id INTEGER NOT NULL REFERENCES activities (id),
    position INTEGER NOT NULL,
    key TEXT NOT NULL,
    definition TEXT NOT NULL,
    UNIQUE (activity_id, key)
) STRICT;
INSERT INTO questions (id, activity_id, position, key, definition)
    SELECT v.id, q.activity_id, q.position, e.key, v.definition
    FROM quiz_questions q JOIN question_versions v ON v.id = q.question_id JOIN question_entries e ON e.id = v.entry_id;
CREATE TABLE old_steps (
    id INTEGER PRIMARY KEY,
    attempt_id INTEGER NOT NULL REFERENCES quiz_attempts (id),
    sequence INTEGER NOT NULL,
    question_id INTEGER NOT NULL REFERENCES questions (id),
    response TEXT NOT NULL,
    answered_at TEXT NOT NULL,
    UNIQUE (attempt_id, sequence)
) STRICT;
INSERT INTO old_steps SELECT id, attempt_id, sequence, question_id, response, answered_at FROM quiz_steps;
CREATE TABLE old_marks (
    attempt_id INTEGER NOT NULL REFERENCES quiz_attempts (id),
    question_id INTEGER NOT NULL REFERENCES questions (id),
    fraction_permille INTEGER NOT NULL,
    points INTEGER NOT NULL,
    PRIMARY KEY (attempt_id, question_id)
) STRICT;
INSERT INTO old_marks SELECT attempt_id, question_id, COALESCE(fraction, 0) / 10000, points FROM quiz_marks;
DROP TABLE quiz_steps;
DROP TABLE quiz_marks;
DROP TABLE quiz_questions;
DROP TABLE question_versions;
DROP TABLE question_tags;
DROP TABLE question_entries;
DROP TABLE question_categories;
ALTER TABLE old_steps RENAME TO quiz_steps;
ALTER TABLE old_marks RENAME TO quiz_marks;
