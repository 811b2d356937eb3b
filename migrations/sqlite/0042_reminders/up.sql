-- Of what the people of an edition are reminded, and when absence is warned of. A changed rule is a new row; the newest
-- holds. Without a row the usual rule holds.
CREATE TABLE reminder_rules (
    id INTEGER PRIMARY KEY,
    edition_id INTEGER NOT NULL REFERENCES editions (id),
    number INTEGER NOT NULL,
    share_permille INTEGER CHECK (share_permille BETWEEN 1 AND 1000),
    missed_in_a_row INTEGER CHECK (missed_in_a_row BETWEEN 1 AND 20),
    set_at TEXT NOT NULL,
    set_by INTEGER REFERENCES people (id),
    UNIQUE (edition_id, number)
) STRICT;

-- How many hours before a session its people are reminded; none here means that nobody is.
CREATE TABLE reminder_leads (
    rule_id INTEGER NOT NULL REFERENCES reminder_rules (id),
    hours INTEGER NOT NULL CHECK (hours BETWEEN 1 AND 336),
    PRIMARY KEY (rule_id, hours)
) STRICT;

-- That somebody is reminded of a session: once for each lead and each start, so that a moved session is told anew.
CREATE TABLE session_reminders (
    id INTEGER PRIMARY KEY,
    session_id INTEGER NOT NULL REFERENCES sessions (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    lead_hours INTEGER NOT NULL,
    starts_at TEXT NOT NULL,
    planned_at TEXT NOT NULL,
    sent_at TEXT,
    UNIQUE (session_id, person_id, lead_hours, starts_at)
) STRICT;

-- A letter to the trainers of an edition about those who were warned: at most one a day.
CREATE TABLE absence_summaries (
    id INTEGER PRIMARY KEY,
    edition_id INTEGER NOT NULL REFERENCES editions (id),
    sent_on TEXT NOT NULL,
    sent_at TEXT NOT NULL,
    UNIQUE (edition_id, sent_on)
) STRICT;

-- A warning about missed sessions. `missed` names them by their ids in order: the same set is warned of once, unless the
-- warning was dropped because its reason was gone when it should go.
CREATE TABLE absence_warnings (
    id INTEGER PRIMARY KEY,
    enrolment_id INTEGER NOT NULL REFERENCES enrolments (id),
    missed TEXT NOT NULL,
    by_share INTEGER NOT NULL CHECK (by_share IN (0, 1)),
    in_a_row INTEGER CHECK (in_a_row >= 1),
    attended_minutes INTEGER NOT NULL,
    held_minutes INTEGER NOT NULL,
    planned_at TEXT NOT NULL,
    sent_at TEXT,
    dropped_at TEXT,
    summary_id INTEGER REFERENCES absence_summaries (id),
    CHECK (sent_at IS NULL OR dropped_at IS NULL),
    CHECK (summary_id IS NULL OR sent_at IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX absence_warnings_now ON absence_warnings (enrolment_id, missed) WHERE dropped_at IS NULL;
CREATE INDEX absence_warnings_by_enrolment_id ON absence_warnings (enrolment_id);
CREATE INDEX absence_warnings_by_summary_id ON absence_warnings (summary_id);

-- The sessions that a warning names.
CREATE TABLE absence_warning_sessions (
    warning_id INTEGER NOT NULL REFERENCES absence_warnings (id),
    session_id INTEGER NOT NULL REFERENCES sessions (id),
    PRIMARY KEY (warning_id, session_id)
) STRICT;
CREATE INDEX absence_warning_sessions_by_session_id ON absence_warning_sessions (session_id);
