-- A run of one programme version with its dates, people and rule.
CREATE TABLE editions (
    id INTEGER PRIMARY KEY,
    version_id INTEGER NOT NULL REFERENCES programme_versions (id),
    organisation_id INTEGER NOT NULL REFERENCES organisations (id),
    title TEXT NOT NULL,
    starts_on TEXT NOT NULL,
    ends_on TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    capacity INTEGER NOT NULL,
    rule TEXT NOT NULL,
    opened_at TEXT NOT NULL,
    opened_by INTEGER REFERENCES people (id),
    closed_at TEXT,
    closed_by INTEGER REFERENCES people (id)
) STRICT;
CREATE INDEX editions_by_organisation_id ON editions (organisation_id);

CREATE TABLE edition_trainers (
    edition_id INTEGER NOT NULL REFERENCES editions (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    added_at TEXT NOT NULL,
    added_by INTEGER REFERENCES people (id),
    PRIMARY KEY (edition_id, person_id)
) STRICT;
CREATE INDEX edition_trainers_by_person_id ON edition_trainers (person_id);

CREATE TABLE enrolments (
    id INTEGER PRIMARY KEY,
    edition_id INTEGER NOT NULL REFERENCES editions (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    organisation_id INTEGER REFERENCES organisations (id),
    enrolled_at TEXT NOT NULL,
    enrolled_by INTEGER REFERENCES people (id),
    withdrawn_at TEXT,
    withdrawn_by INTEGER REFERENCES people (id),
    withdrawal_reason TEXT,
    UNIQUE (edition_id, person_id)
) STRICT;
CREATE INDEX enrolments_by_person_id ON enrolments (person_id);

-- A dry run with its rows and faults; confirming it enrols everybody or nobody.
CREATE TABLE enrolment_imports (
    id INTEGER PRIMARY KEY,
    edition_id INTEGER NOT NULL REFERENCES editions (id),
    file_name TEXT NOT NULL,
    content TEXT NOT NULL,
    fault_count INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    created_by INTEGER REFERENCES people (id),
    confirmed_at TEXT
) STRICT;
CREATE INDEX enrolment_imports_by_edition_id ON enrolment_imports (edition_id);

-- An activity that a trainee has completed, once.
CREATE TABLE completions (
    id INTEGER PRIMARY KEY,
    enrolment_id INTEGER NOT NULL REFERENCES enrolments (id),
    activity_id INTEGER NOT NULL REFERENCES activities (id),
    completed_at TEXT NOT NULL,
    source_kind TEXT NOT NULL CHECK (source_kind IN ('attendance', 'lesson', 'quiz', 'case')),
    source_id INTEGER NOT NULL,
    result_permille INTEGER,
    UNIQUE (enrolment_id, activity_id)
) STRICT;

-- The one ledger of hours. A correction is a further row with the difference.
CREATE TABLE ledger_entries (
    id INTEGER PRIMARY KEY,
    enrolment_id INTEGER NOT NULL REFERENCES enrolments (id),
    activity_id INTEGER NOT NULL REFERENCES activities (id),
    minutes INTEGER NOT NULL,
    nature TEXT NOT NULL CHECK (nature IN ('theory', 'practice')),
    mode TEXT NOT NULL CHECK (mode IN ('in_person', 'online', 'distance')),
    source_kind TEXT NOT NULL CHECK (source_kind IN ('attendance', 'lesson', 'quiz', 'case')),
    source_id INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    credited_at TEXT NOT NULL,
    UNIQUE (enrolment_id, source_kind, source_id, revision)
) STRICT;
