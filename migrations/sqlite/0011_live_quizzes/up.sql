-- A quiz that a trainer runs in the room. What happens is rows that are only added: the questions it asks, the
-- trainer's steps (opened, paused, closed …), who plays, and every answer. The state is read from the steps.
CREATE TABLE live_quizzes (
    id INTEGER PRIMARY KEY,
    edition_id INTEGER NOT NULL REFERENCES editions (id),
    activity_id INTEGER NOT NULL REFERENCES activities (id),
    code TEXT NOT NULL UNIQUE,
    settings TEXT NOT NULL,
    created_at TEXT NOT NULL,
    created_by INTEGER REFERENCES people (id)
) STRICT;
CREATE INDEX live_quizzes_by_edition_id ON live_quizzes (edition_id);
CREATE INDEX live_quizzes_by_activity_id ON live_quizzes (activity_id);

CREATE TABLE live_rounds (
    id INTEGER PRIMARY KEY,
    live_quiz_id INTEGER NOT NULL REFERENCES live_quizzes (id),
    position INTEGER NOT NULL,
    question_id INTEGER NOT NULL REFERENCES question_versions (id),
    UNIQUE (live_quiz_id, position)
) STRICT;
CREATE INDEX live_rounds_by_question_id ON live_rounds (question_id);

-- The number of the last step is the version of the state; two presses at once cannot both be the next one.
CREATE TABLE live_steps (
    id INTEGER PRIMARY KEY,
    live_quiz_id INTEGER NOT NULL REFERENCES live_quizzes (id),
    sequence INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('opened', 'paused', 'resumed', 'closed', 'reopened', 'ended')),
    made_at TEXT NOT NULL,
    made_by INTEGER REFERENCES people (id),
    UNIQUE (live_quiz_id, sequence)
) STRICT;

CREATE TABLE live_players (
    id INTEGER PRIMARY KEY,
    live_quiz_id INTEGER NOT NULL REFERENCES live_quizzes (id),
    person_id INTEGER REFERENCES people (id),
    name TEXT NOT NULL,
    folded_name TEXT NOT NULL,
    team INTEGER,
    joined_at TEXT NOT NULL,
    UNIQUE (live_quiz_id, folded_name),
    UNIQUE (live_quiz_id, person_id)
) STRICT;

-- One answer for each time a question was opened; `opening` is the sequence of the step that opened it.
CREATE TABLE live_answers (
    id INTEGER PRIMARY KEY,
    round_id INTEGER NOT NULL REFERENCES live_rounds (id),
    player_id INTEGER NOT NULL REFERENCES live_players (id),
    opening INTEGER NOT NULL,
    response TEXT NOT NULL,
    answered_at TEXT NOT NULL,
    fraction INTEGER NOT NULL,
    points INTEGER NOT NULL,
    UNIQUE (round_id, player_id, opening)
) STRICT;
CREATE INDEX live_answers_by_player_id ON live_answers (player_id);

-- That the results count, said once.
CREATE TABLE live_credits (
    live_quiz_id INTEGER PRIMARY KEY REFERENCES live_quizzes (id),
    credited_at TEXT NOT NULL,
    credited_by INTEGER REFERENCES people (id),
    people INTEGER NOT NULL
) STRICT;

-- A live quiz completes an activity too.
CREATE TABLE new_completions (
    id INTEGER PRIMARY KEY,
    enrolment_id INTEGER NOT NULL REFERENCES enrolments (id),
    activity_id INTEGER NOT NULL REFERENCES activities (id),
    completed_at TEXT NOT NULL,
    source_kind TEXT NOT NULL CHECK (source_kind IN ('attendance', 'lesson', 'quiz', 'case', 'live_quiz')),
    source_id INTEGER NOT NULL,
    result_permille INTEGER,
    UNIQUE (enrolment_id, activity_id)
) STRICT;
INSERT INTO new_completions SELECT id, enrolment_id, activity_id, completed_at, source_kind, source_id, result_permille
    FROM completions;
DROP TABLE completions;
ALTER TABLE new_completions RENAME TO completions;

CREATE TABLE new_ledger_entries (
    id INTEGER PRIMARY KEY,
    enrolment_id INTEGER NOT NULL REFERENCES enrolments (id),
    activity_id INTEGER NOT NULL REFERENCES activities (id),
    minutes INTEGER NOT NULL,
    nature TEXT NOT NULL CHECK (nature IN ('theory', 'practice')),
    mode TEXT NOT NULL CHECK (mode IN ('in_person', 'online', 'distance')),
    source_kind TEXT NOT NULL CHECK (source_kind IN ('attendance', 'lesson', 'quiz', 'case', 'live_quiz')),
    source_id INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    credited_at TEXT NOT NULL,
    UNIQUE (enrolment_id, source_kind, source_id, revision)
) STRICT;
INSERT INTO new_ledger_entries
    SELECT id, enrolment_id, activity_id, minutes, nature, mode, source_kind, source_id, revision, credited_at
    FROM ledger_entries;
DROP TABLE ledger_entries;
ALTER TABLE new_ledger_entries RENAME TO ledger_entries;
