-- Cases that trainees meet at their own institutions and bring to those who teach them (H4). The draft is its author's
-- alone; state and since follow from the entries and are kept here for the queue, which reads nothing else.
CREATE TABLE site_cases (
    id INTEGER PRIMARY KEY,
    enrolment_id INTEGER NOT NULL REFERENCES enrolments (id),
    edition_id INTEGER NOT NULL REFERENCES editions (id),
    draft TEXT NOT NULL,
    revision INTEGER NOT NULL DEFAULT 0,
    saved_at TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'redo', 'waiting', 'answered', 'closed')),
    since TEXT NOT NULL
) STRICT;
CREATE INDEX site_cases_by_enrolment_id ON site_cases (enrolment_id);
CREATE INDEX site_cases_by_edition_id ON site_cases (edition_id, state, since);

-- What was raised, and raised again after a text was hidden because it named people (H7). A text never changes.
CREATE TABLE site_case_texts (
    case_id INTEGER NOT NULL REFERENCES site_cases (id),
    number INTEGER NOT NULL CHECK (number > 0),
    content TEXT NOT NULL,
    raised_at TEXT NOT NULL,
    hidden_at TEXT,
    hidden_by INTEGER REFERENCES people (id),
    hidden_reason TEXT,
    PRIMARY KEY (case_id, number)
) STRICT;

-- What was done and said about it, only added to.
CREATE TABLE site_case_entries (
    id INTEGER PRIMARY KEY,
    case_id INTEGER NOT NULL REFERENCES site_cases (id),
    kind TEXT NOT NULL CHECK (kind IN ('raised', 'taken', 'said', 'closed', 'reopened')),
    person_id INTEGER NOT NULL REFERENCES people (id),
    by_staff INTEGER NOT NULL CHECK (by_staff IN (0, 1)),
    text TEXT NOT NULL,
    made_at TEXT NOT NULL,
    hidden_at TEXT,
    hidden_by INTEGER REFERENCES people (id),
    hidden_reason TEXT
) STRICT;
CREATE INDEX site_case_entries_by_case_id ON site_case_entries (case_id);

-- What others may read of it: a text of its own that names nobody. Asking its author belongs to the very text.
CREATE TABLE site_case_copies (
    id INTEGER PRIMARY KEY,
    case_id INTEGER NOT NULL REFERENCES site_cases (id),
    number INTEGER NOT NULL CHECK (number > 0),
    content TEXT NOT NULL,
    written_by INTEGER REFERENCES people (id),
    written_at TEXT NOT NULL,
    asked_at TEXT,
    asked_by INTEGER REFERENCES people (id),
    answered_at TEXT,
    for_group INTEGER CHECK (for_group IN (0, 1)),
    for_course INTEGER CHECK (for_course IN (0, 1)),
    opened_at TEXT,
    opened_by INTEGER REFERENCES people (id),
    UNIQUE (case_id, number),
    CHECK ((answered_at IS NULL) = (for_group IS NULL) AND (answered_at IS NULL) = (for_course IS NULL))
) STRICT;
