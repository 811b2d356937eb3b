-- What an edition decides about its quizzes: setups that are only ever added to, exceptions for people and
-- organisations, and more time for a person wherever there is a clock.
CREATE TABLE quiz_setups (
    id INTEGER PRIMARY KEY,
    edition_id INTEGER NOT NULL REFERENCES editions (id),
    activity_id INTEGER NOT NULL REFERENCES activities (id),
    number INTEGER NOT NULL,
    settings TEXT NOT NULL,
    sections TEXT NOT NULL,
    password_hash TEXT,
    set_by INTEGER REFERENCES people (id),
    set_at TEXT NOT NULL,
    UNIQUE (edition_id, activity_id, number)
) STRICT;

CREATE TABLE quiz_overrides (
    id INTEGER PRIMARY KEY,
    edition_id INTEGER NOT NULL REFERENCES editions (id),
    activity_id INTEGER NOT NULL REFERENCES activities (id),
    enrolment_id INTEGER REFERENCES enrolments (id),
    organisation_id INTEGER REFERENCES organisations (id),
    changes TEXT NOT NULL,
    reason TEXT NOT NULL,
    set_by INTEGER REFERENCES people (id),
    set_at TEXT NOT NULL,
    revoked_at TEXT,
    revoked_by INTEGER REFERENCES people (id),
    CHECK ((enrolment_id IS NULL) <> (organisation_id IS NULL))
) STRICT;
CREATE INDEX quiz_overrides_by_quiz ON quiz_overrides (edition_id, activity_id);

-- The latest row of a person holds; 0 per cent takes it back.
CREATE TABLE accommodations (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES people (id),
    extra_time_percent INTEGER NOT NULL CHECK (extra_time_percent BETWEEN 0 AND 300),
    reason TEXT NOT NULL,
    set_by INTEGER REFERENCES people (id),
    set_at TEXT NOT NULL
) STRICT;
CREATE INDEX accommodations_by_person ON accommodations (person_id);

-- What an attempt was drawn under, so that nothing that is changed later changes it; nothing for attempts from
-- before there were setups. Who answers it: the window or device that opened it last.
ALTER TABLE quiz_attempts ADD COLUMN plan TEXT;
ALTER TABLE quiz_attempts ADD COLUMN taken_until TEXT;
ALTER TABLE quiz_attempts ADD COLUMN holder TEXT;
-- Whether the answer of a step was handed over to be checked.
ALTER TABLE quiz_steps ADD COLUMN checked INTEGER NOT NULL DEFAULT 0 CHECK (checked IN (0, 1));
