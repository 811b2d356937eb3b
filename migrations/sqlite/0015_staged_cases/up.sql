-- The way of a trainee through a staged case: rows that are only added. A step is opened, then decided; the last step
-- of a finished run is an end and has no decision. `run` is the version of the work that the way belongs to.
CREATE TABLE case_steps (
    id INTEGER PRIMARY KEY,
    enrolment_id INTEGER NOT NULL REFERENCES enrolments (id),
    activity_id INTEGER NOT NULL REFERENCES activities (id),
    run INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    stage_key TEXT NOT NULL,
    is_end INTEGER NOT NULL CHECK (is_end IN (0, 1)),
    opened_at TEXT NOT NULL,
    due_at TEXT,
    UNIQUE (enrolment_id, activity_id, run, sequence)
) STRICT;
CREATE INDEX case_steps_by_activity_id ON case_steps (activity_id);

-- What was decided, once. Without a choice it is a text; by the clock it is neither.
CREATE TABLE case_decisions (
    step_id INTEGER PRIMARY KEY REFERENCES case_steps (id),
    choice_key TEXT,
    text TEXT NOT NULL,
    by_clock INTEGER NOT NULL CHECK (by_clock IN (0, 1)),
    next_key TEXT NOT NULL,
    decided_at TEXT NOT NULL
) STRICT;

-- A decision in words while it is being written.
CREATE TABLE case_step_drafts (
    step_id INTEGER PRIMARY KEY REFERENCES case_steps (id),
    text TEXT NOT NULL,
    revision INTEGER NOT NULL,
    saved_at TEXT NOT NULL
) STRICT;

-- That the debrief of a case was opened to everybody in an edition.
CREATE TABLE case_debriefs (
    edition_id INTEGER NOT NULL REFERENCES editions (id),
    activity_id INTEGER NOT NULL REFERENCES activities (id),
    opened_at TEXT NOT NULL,
    opened_by INTEGER REFERENCES people (id),
    PRIMARY KEY (edition_id, activity_id)
) STRICT;
CREATE INDEX case_debriefs_by_activity_id ON case_debriefs (activity_id);
