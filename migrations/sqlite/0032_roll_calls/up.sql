-- A make-up credits time of its own source; consultations and placements will, and self-study is a nature of its own.
-- SQLite cannot change a CHECK: the table is copied.
CREATE TABLE new_ledger_entries (
    id INTEGER PRIMARY KEY,
    enrolment_id INTEGER NOT NULL REFERENCES enrolments (id),
    activity_id INTEGER NOT NULL REFERENCES activities (id),
    minutes INTEGER NOT NULL,
    nature TEXT NOT NULL CHECK (nature IN ('theory', 'practice', 'self_study')),
    mode TEXT NOT NULL CHECK (mode IN ('in_person', 'online', 'distance')),
    source_kind TEXT NOT NULL CHECK (source_kind IN
        ('attendance', 'lesson', 'quiz', 'case', 'live_quiz', 'make_up', 'consultation', 'placement')),
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
CREATE INDEX ledger_entries_by_enrolment_id_activity_id ON ledger_entries (enrolment_id, activity_id);

-- Why somebody was not there, as one of a few reasons that can be counted; the words stay beside it.
ALTER TABLE attendance_marks ADD COLUMN reason_code TEXT
    CHECK (reason_code IN ('illness', 'work', 'family', 'transport', 'official_duty', 'other'));

-- A trainer's word that the sheet of a session is complete. An administrator may open it again; the next word is a row
-- of its own, and only one holds at a time.
CREATE TABLE sheet_closings (
    id INTEGER PRIMARY KEY,
    session_id INTEGER NOT NULL REFERENCES sessions (id),
    unmarked INTEGER NOT NULL,
    closed_at TEXT NOT NULL,
    closed_by INTEGER REFERENCES people (id),
    reopened_at TEXT,
    reopened_by INTEGER REFERENCES people (id),
    reopening_reason TEXT,
    CHECK ((reopened_at IS NULL) = (reopening_reason IS NULL))
) STRICT;
CREATE INDEX sheet_closings_by_session_id ON sheet_closings (session_id);
CREATE UNIQUE INDEX sheet_closings_one_holds ON sheet_closings (session_id) WHERE reopened_at IS NULL;

-- A mark made or changed while the sheet was closed. `old_value` is missing where there was none.
CREATE TABLE late_changes (
    id INTEGER PRIMARY KEY,
    closing_id INTEGER NOT NULL REFERENCES sheet_closings (id),
    mark_id INTEGER NOT NULL REFERENCES attendance_marks (id),
    old_value TEXT,
    new_value TEXT NOT NULL,
    reason TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by INTEGER REFERENCES people (id)
) STRICT;
CREATE INDEX late_changes_by_closing_id ON late_changes (closing_id);
CREATE INDEX late_changes_by_mark_id ON late_changes (mark_id);

-- People without accounts at a session, counted by category; only the category `other` has a name of its own.
CREATE TABLE session_guests (
    id INTEGER PRIMARY KEY,
    session_id INTEGER NOT NULL REFERENCES sessions (id),
    category TEXT NOT NULL CHECK (category IN ('parents', 'teachers', 'colleagues', 'volunteers', 'other')),
    name TEXT NOT NULL,
    people INTEGER NOT NULL CHECK (people > 0),
    noted_at TEXT NOT NULL,
    noted_by INTEGER REFERENCES people (id),
    UNIQUE (session_id, category, name),
    CHECK ((category = 'other') = (name <> ''))
) STRICT;

-- How many people were in the room when somebody counted them, beside what the sheet said then.
CREATE TABLE head_counts (
    id INTEGER PRIMARY KEY,
    session_id INTEGER NOT NULL REFERENCES sessions (id),
    people INTEGER NOT NULL CHECK (people >= 0),
    marked INTEGER NOT NULL,
    guests INTEGER NOT NULL,
    counted_at TEXT NOT NULL,
    counted_by INTEGER REFERENCES people (id)
) STRICT;
CREATE INDEX head_counts_by_session_id ON head_counts (session_id);

-- What made up for a missed session: the same held for another edition, or something done with the trainer. `minutes` is
-- what it was said to be worth, `credited` what it is worth now beside the mark of the missed session.
CREATE TABLE make_ups (
    id INTEGER PRIMARY KEY,
    enrolment_id INTEGER NOT NULL REFERENCES enrolments (id),
    session_id INTEGER NOT NULL REFERENCES sessions (id),
    form TEXT NOT NULL CHECK (form IN ('session', 'meeting', 'task')),
    held_session_id INTEGER REFERENCES sessions (id),
    made_on TEXT NOT NULL,
    mode TEXT NOT NULL CHECK (mode IN ('in_person', 'online', 'distance')),
    minutes INTEGER NOT NULL CHECK (minutes > 0),
    credited INTEGER NOT NULL,
    note TEXT,
    entered_at TEXT NOT NULL,
    entered_by INTEGER REFERENCES people (id),
    withdrawn_at TEXT,
    withdrawn_by INTEGER REFERENCES people (id),
    withdrawal_reason TEXT,
    CHECK ((form = 'session') = (held_session_id IS NOT NULL)),
    CHECK ((withdrawn_at IS NULL) = (withdrawal_reason IS NULL))
) STRICT;
CREATE INDEX make_ups_by_session_id ON make_ups (session_id);
CREATE INDEX make_ups_by_enrolment_id ON make_ups (enrolment_id);
CREATE INDEX make_ups_by_held_session_id ON make_ups (held_session_id);
-- Being there once makes up for one session.
CREATE UNIQUE INDEX make_ups_used_once ON make_ups (enrolment_id, held_session_id) WHERE withdrawn_at IS NULL;
