-- Marking by people. Append-only: what a mark was, what it became, why and by whom. The mark that holds is in
-- quiz_marks.
CREATE TABLE quiz_mark_changes (
    id INTEGER PRIMARY KEY,
    attempt_id INTEGER NOT NULL REFERENCES quiz_attempts (id),
    question_id INTEGER NOT NULL REFERENCES question_versions (id),
    kind TEXT NOT NULL CHECK (kind IN ('marked', 'overridden', 'appealed', 'regraded', 'granted')),
    old_fraction INTEGER,
    old_points INTEGER NOT NULL,
    new_fraction INTEGER,
    new_points INTEGER NOT NULL,
    reason TEXT NOT NULL,
    remark TEXT NOT NULL,
    changed_by INTEGER REFERENCES people (id),
    changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX quiz_mark_changes_by_attempt_id ON quiz_mark_changes (attempt_id, question_id);

-- Answers that wait for a person.
CREATE INDEX quiz_marks_waiting ON quiz_marks (question_id, attempt_id) WHERE fraction IS NULL;
CREATE INDEX quiz_attempts_by_activity_id ON quiz_attempts (activity_id, enrolment_id);

-- While a row of a quiz in an edition is not lifted, whoever marks sees numbers instead of names.
CREATE TABLE quiz_blind_markings (
    id INTEGER PRIMARY KEY,
    edition_id INTEGER NOT NULL REFERENCES editions (id),
    activity_id INTEGER NOT NULL REFERENCES activities (id),
    set_at TEXT NOT NULL,
    set_by INTEGER REFERENCES people (id),
    lifted_at TEXT,
    lifted_by INTEGER REFERENCES people (id)
) STRICT;
CREATE UNIQUE INDEX quiz_blind_markings_in_force ON quiz_blind_markings (edition_id, activity_id)
    WHERE lifted_at IS NULL;

-- A trainer's own saved phrases.
CREATE TABLE marking_phrases (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES people (id),
    text TEXT NOT NULL,
    created_at TEXT NOT NULL,
    UNIQUE (person_id, text)
) STRICT;

CREATE TABLE quiz_appeals (
    id INTEGER PRIMARY KEY,
    attempt_id INTEGER NOT NULL REFERENCES quiz_attempts (id),
    question_id INTEGER NOT NULL REFERENCES question_versions (id),
    text TEXT NOT NULL,
    made_at TEXT NOT NULL,
    UNIQUE (attempt_id, question_id)
) STRICT;

CREATE TABLE quiz_appeal_decisions (
    appeal_id INTEGER PRIMARY KEY REFERENCES quiz_appeals (id),
    accepted INTEGER NOT NULL CHECK (accepted IN (0, 1)),
    answer TEXT NOT NULL,
    decided_by INTEGER REFERENCES people (id),
    decided_at TEXT NOT NULL
) STRICT;

-- Marking a question again by another version of it, or full marks for everybody when there is none.
CREATE TABLE quiz_regrades (
    id INTEGER PRIMARY KEY,
    edition_id INTEGER NOT NULL REFERENCES editions (id),
    activity_id INTEGER NOT NULL REFERENCES activities (id),
    question_id INTEGER NOT NULL REFERENCES question_versions (id),
    by_question_id INTEGER REFERENCES question_versions (id),
    reason TEXT NOT NULL,
    ordered_by INTEGER REFERENCES people (id),
    ordered_at TEXT NOT NULL,
    finished_at TEXT
) STRICT;
CREATE INDEX quiz_regrades_by_edition_id ON quiz_regrades (edition_id, activity_id);

-- Each attempt of a regrade once; what it was and what it became.
CREATE TABLE quiz_regrade_attempts (
    regrade_id INTEGER NOT NULL REFERENCES quiz_regrades (id),
    attempt_id INTEGER NOT NULL REFERENCES quiz_attempts (id),
    old_points INTEGER NOT NULL,
    new_points INTEGER NOT NULL,
    old_passed INTEGER CHECK (old_passed IN (0, 1)),
    new_passed INTEGER CHECK (new_passed IN (0, 1)),
    done_at TEXT NOT NULL,
    PRIMARY KEY (regrade_id, attempt_id)
) STRICT;
