-- Wall time and zone are the truth; the instants are derived.
CREATE TABLE sessions (
    id INTEGER PRIMARY KEY,
    edition_id INTEGER NOT NULL REFERENCES editions (id),
    activity_id INTEGER NOT NULL REFERENCES activities (id),
    held_on TEXT NOT NULL,
    starts_local TEXT NOT NULL,
    ends_local TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    starts_at TEXT NOT NULL,
    ends_at TEXT NOT NULL,
    mode TEXT NOT NULL CHECK (mode IN ('in_person', 'online', 'mixed')),
    place TEXT,
    link TEXT,
    trainer_id INTEGER REFERENCES people (id),
    created_at TEXT NOT NULL,
    created_by INTEGER REFERENCES people (id),
    cancelled_at TEXT,
    cancellation_reason TEXT
) STRICT;
CREATE INDEX sessions_by_edition_id_starts_at ON sessions (edition_id, starts_at);
CREATE INDEX sessions_by_starts_at ON sessions (starts_at);

-- One mark a session and person; corrections are kept beside it.
CREATE TABLE attendance_marks (
    id INTEGER PRIMARY KEY,
    session_id INTEGER NOT NULL REFERENCES sessions (id),
    enrolment_id INTEGER NOT NULL REFERENCES enrolments (id),
    status TEXT NOT NULL CHECK (status IN ('present', 'late', 'left_early', 'absent', 'excused')),
    presence TEXT NOT NULL CHECK (presence IN ('in_person', 'online')),
    late_minutes INTEGER NOT NULL,
    early_minutes INTEGER NOT NULL,
    minutes INTEGER NOT NULL,
    reason TEXT,
    revision INTEGER NOT NULL,
    marked_at TEXT NOT NULL,
    marked_by INTEGER REFERENCES people (id),
    UNIQUE (session_id, enrolment_id)
) STRICT;
CREATE INDEX attendance_marks_by_enrolment_id ON attendance_marks (enrolment_id);

CREATE TABLE attendance_corrections (
    id INTEGER PRIMARY KEY,
    mark_id INTEGER NOT NULL REFERENCES attendance_marks (id),
    old_value TEXT NOT NULL,
    new_value TEXT NOT NULL,
    reason TEXT,
    corrected_at TEXT NOT NULL,
    corrected_by INTEGER REFERENCES people (id)
) STRICT;
CREATE INDEX attendance_corrections_by_mark_id ON attendance_corrections (mark_id);

CREATE TABLE lesson_visits (
    enrolment_id INTEGER NOT NULL REFERENCES enrolments (id),
    activity_id INTEGER NOT NULL REFERENCES activities (id),
    opened_at TEXT NOT NULL,
    last_seen_at TEXT NOT NULL,
    place_permille INTEGER NOT NULL,
    read_at TEXT,
    PRIMARY KEY (enrolment_id, activity_id)
) STRICT;

CREATE TABLE quiz_attempts (
    id INTEGER PRIMARY KEY,
    enrolment_id INTEGER NOT NULL REFERENCES enrolments (id),
    activity_id INTEGER NOT NULL REFERENCES activities (id),
    number INTEGER NOT NULL,
    seed INTEGER NOT NULL,
    language TEXT NOT NULL CHECK (language IN ('ru', 'kk', 'en')),
    question_ids TEXT NOT NULL,
    started_at TEXT NOT NULL,
    due_at TEXT,
    submitted_at TEXT,
    submitted_by_clock INTEGER NOT NULL CHECK (submitted_by_clock IN (0, 1)),
    points INTEGER,
    max_points INTEGER,
    result_permille INTEGER,
    passed INTEGER CHECK (passed IN (0, 1)),
    UNIQUE (enrolment_id, activity_id, number)
) STRICT;
CREATE INDEX quiz_attempts_by_due_at ON quiz_attempts (due_at) WHERE submitted_at IS NULL;

-- Append-only: every answer as it was given.
CREATE TABLE quiz_steps (
    id INTEGER PRIMARY KEY,
    attempt_id INTEGER NOT NULL REFERENCES quiz_attempts (id),
    sequence INTEGER NOT NULL,
    question_id INTEGER NOT NULL REFERENCES questions (id),
    response TEXT NOT NULL,
    answered_at TEXT NOT NULL,
    UNIQUE (attempt_id, sequence)
) STRICT;

CREATE TABLE quiz_marks (
    attempt_id INTEGER NOT NULL REFERENCES quiz_attempts (id),
    question_id INTEGER NOT NULL REFERENCES questions (id),
    fraction_permille INTEGER NOT NULL,
    points INTEGER NOT NULL,
    PRIMARY KEY (attempt_id, question_id)
) STRICT;

CREATE TABLE case_drafts (
    id INTEGER PRIMARY KEY,
    enrolment_id INTEGER NOT NULL REFERENCES enrolments (id),
    activity_id INTEGER NOT NULL REFERENCES activities (id),
    text TEXT NOT NULL,
    revision INTEGER NOT NULL,
    saved_at TEXT NOT NULL,
    UNIQUE (enrolment_id, activity_id)
) STRICT;

CREATE TABLE draft_files (
    draft_id INTEGER NOT NULL REFERENCES case_drafts (id),
    file_id INTEGER NOT NULL REFERENCES stored_files (id),
    PRIMARY KEY (draft_id, file_id)
) STRICT;

CREATE TABLE submissions (
    id INTEGER PRIMARY KEY,
    enrolment_id INTEGER NOT NULL REFERENCES enrolments (id),
    activity_id INTEGER NOT NULL REFERENCES activities (id),
    version INTEGER NOT NULL,
    text TEXT NOT NULL,
    receipt TEXT NOT NULL,
    due_at TEXT,
    late INTEGER NOT NULL CHECK (late IN (0, 1)),
    submitted_at TEXT NOT NULL,
    UNIQUE (enrolment_id, activity_id, version)
) STRICT;

CREATE TABLE submission_files (
    submission_id INTEGER NOT NULL REFERENCES submissions (id),
    file_id INTEGER NOT NULL REFERENCES stored_files (id),
    PRIMARY KEY (submission_id, file_id)
) STRICT;

CREATE TABLE gradings (
    id INTEGER PRIMARY KEY,
    submission_id INTEGER NOT NULL UNIQUE REFERENCES submissions (id),
    grader_id INTEGER REFERENCES people (id),
    total INTEGER NOT NULL,
    passed INTEGER NOT NULL CHECK (passed IN (0, 1)),
    remark TEXT NOT NULL,
    advice TEXT NOT NULL,
    graded_at TEXT NOT NULL
) STRICT;

CREATE TABLE grading_marks (
    grading_id INTEGER NOT NULL REFERENCES gradings (id),
    criterion_key TEXT NOT NULL,
    points INTEGER NOT NULL,
    remark TEXT,
    PRIMARY KEY (grading_id, criterion_key)
) STRICT;
