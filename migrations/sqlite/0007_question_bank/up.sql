-- Questions get a life of their own: an entry of the bank has versions, a quiz names the versions that it asks,
-- and whatever was answered keeps the version it was asked in.
CREATE TABLE question_categories (
    id INTEGER PRIMARY KEY,
    organisation_id INTEGER REFERENCES organisations (id),
    programme_id INTEGER REFERENCES programmes (id),
    parent_id INTEGER REFERENCES question_categories (id),
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    created_at TEXT NOT NULL,
    CHECK (organisation_id IS NULL OR programme_id IS NULL)
) STRICT;
CREATE UNIQUE INDEX question_categories_by_owner ON question_categories
    (COALESCE(organisation_id, 0), COALESCE(programme_id, 0), COALESCE(parent_id, 0), key);

CREATE TABLE question_entries (
    id INTEGER PRIMARY KEY,
    category_id INTEGER NOT NULL REFERENCES question_categories (id),
    key TEXT NOT NULL,
    created_at TEXT NOT NULL,
    created_by INTEGER REFERENCES people (id),
    archived_at TEXT,
    archived_by INTEGER REFERENCES people (id),
    UNIQUE (category_id, key)
) STRICT;

CREATE TABLE question_tags (
    entry_id INTEGER NOT NULL REFERENCES question_entries (id),
    tag TEXT NOT NULL,
    PRIMARY KEY (entry_id, tag)
) STRICT;
CREATE INDEX question_tags_by_tag ON question_tags (tag);

-- A version. The definition holds the right answer; it is never serialised to a trainee before release.
CREATE TABLE question_versions (
    id INTEGER PRIMARY KEY,
    entry_id INTEGER NOT NULL REFERENCES question_entries (id),
    number INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'ready')),
    kind TEXT NOT NULL,
    definition TEXT NOT NULL,
    created_at TEXT NOT NULL,
    created_by INTEGER REFERENCES people (id),
    UNIQUE (entry_id, number)
) STRICT;

CREATE TABLE quiz_questions (
    activity_id INTEGER NOT NULL REFERENCES activities (id),
    position INTEGER NOT NULL,
    question_id INTEGER NOT NULL REFERENCES question_versions (id),
    PRIMARY KEY (activity_id, position)
) STRICT;
CREATE INDEX quiz_questions_by_question_id ON quiz_questions (question_id);

-- Each quiz of a programme version becomes a category below that version's programme.
INSERT INTO question_categories (programme_id, key, name, created_at)
    SELECT v.programme_id, v.number || '/' || a.key, a.key, v.imported_at
    FROM activities a JOIN programme_versions v ON v.id = a.version_id WHERE a.kind = 'quiz';
INSERT INTO question_entries (id, category_id, key, created_at)
    SELECT q.id, c.id, q.key, v.imported_at
    FROM questions q JOIN activities a ON a.id = q.activity_id JOIN programme_versions v ON v.id = a.version_id
    JOIN question_categories c ON c.programme_id = v.programme_id AND c.key = v.number || '/' || a.key;
INSERT INTO question_versions (id, entry_id, number, state, kind, definition, created_at)
    SELECT q.id, q.id, 1, 'ready', json_extract(q.definition, '$.kind'), q.definition, e.created_at
    FROM questions q JOIN question_entries e ON e.id = q.id;
INSERT INTO quiz_questions (activity_id, position, question_id) SELECT activity_id, position, id FROM questions;

CREATE TABLE new_steps (
    id INTEGER PRIMARY KEY,
    attempt_id INTEGER NOT NULL REFERENCES quiz_attempts (id),
    sequence INTEGER NOT NULL,
    question_id INTEGER NOT NULL REFERENCES question_versions (id),
    response TEXT NOT NULL,
    answered_at TEXT NOT NULL,
    UNIQUE (attempt_id, sequence)
) STRICT;
INSERT INTO new_steps SELECT id, attempt_id, sequence, question_id, response, answered_at FROM quiz_steps;
-- The share is in ten-millionths; nothing while a person has yet to mark it.
CREATE TABLE new_marks (
    attempt_id INTEGER NOT NULL REFERENCES quiz_attempts (id),
    question_id INTEGER NOT NULL REFERENCES question_versions (id),
    fraction INTEGER,
    points INTEGER NOT NULL,
    PRIMARY KEY (attempt_id, question_id)
) STRICT;
INSERT INTO new_marks SELECT attempt_id, question_id, fraction_permille * 10000, points FROM quiz_marks;
DROP TABLE quiz_steps;
DROP TABLE quiz_marks;
DROP TABLE questions;
ALTER TABLE new_steps RENAME TO quiz_steps;
ALTER TABLE new_marks RENAME TO quiz_marks;
CREATE INDEX quiz_marks_by_question_id ON quiz_marks (question_id);
