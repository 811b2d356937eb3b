-- What is talked about when a case is over (H9). A row is there once somebody has opened the talk of an edition.
CREATE TABLE case_discussions (
    edition_id INTEGER NOT NULL REFERENCES editions (id),
    activity_id INTEGER NOT NULL REFERENCES activities (id),
    nameless INTEGER NOT NULL CHECK (nameless IN (0, 1)),
    opened_at TEXT NOT NULL,
    opened_by INTEGER REFERENCES people (id),
    closed_at TEXT,
    closed_by INTEGER REFERENCES people (id),
    PRIMARY KEY (edition_id, activity_id)
) STRICT;

-- Answers that staff have chosen to show, each under a number of its own. The text is a copy that staff have made
-- nameless; the work itself stays as it was handed in.
CREATE TABLE shown_answers (
    id INTEGER PRIMARY KEY,
    edition_id INTEGER NOT NULL REFERENCES editions (id),
    activity_id INTEGER NOT NULL REFERENCES activities (id),
    submission_id INTEGER NOT NULL UNIQUE REFERENCES submissions (id),
    number INTEGER NOT NULL CHECK (number > 0),
    text TEXT NOT NULL,
    chosen_by INTEGER REFERENCES people (id),
    changed_at TEXT NOT NULL,
    taken_out_at TEXT,
    UNIQUE (edition_id, activity_id, number)
) STRICT;

-- What is said about them. A remark that was made without a name never gets one.
CREATE TABLE discussion_remarks (
    id INTEGER PRIMARY KEY,
    answer_id INTEGER NOT NULL REFERENCES shown_answers (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    by_staff INTEGER NOT NULL CHECK (by_staff IN (0, 1)),
    nameless INTEGER NOT NULL CHECK (nameless IN (0, 1)),
    text TEXT NOT NULL,
    made_at TEXT NOT NULL,
    hidden_at TEXT,
    hidden_by INTEGER REFERENCES people (id),
    hidden_reason TEXT
) STRICT;
CREATE INDEX discussion_remarks_by_answer_id ON discussion_remarks (answer_id);

-- Questions to authors whether later editions may read their answer, with the very text that they were asked about.
-- The newest of an answer holds.
CREATE TABLE library_examples (
    id INTEGER PRIMARY KEY,
    answer_id INTEGER NOT NULL REFERENCES shown_answers (id),
    text TEXT NOT NULL,
    asked_by INTEGER REFERENCES people (id),
    asked_at TEXT NOT NULL,
    answered_at TEXT,
    agreed INTEGER CHECK (agreed IN (0, 1)),
    ended_at TEXT,
    ended_by INTEGER REFERENCES people (id),
    CHECK ((answered_at IS NULL) = (agreed IS NULL))
) STRICT;
CREATE INDEX library_examples_by_answer_id ON library_examples (answer_id);
