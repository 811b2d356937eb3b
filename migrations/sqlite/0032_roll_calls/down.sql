-- What the new sources had credited is taken back with them.
DELETE FROM ledger_entries WHERE source_kind IN ('make_up', 'consultation', 'placement') OR nature = 'self_study';
CREATE TABLE old_ledger_entries (
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
INSERT INTO old_ledger_entries
    SELECT id, enrolment_id, activity_id, minutes, nature, mode, source_kind, source_id, revision, credited_at
    FROM ledger_entries;
DROP TABLE ledger_entries;
ALTER TABLE old_ledger_entries RENAME TO ledger_entries;
CREATE INDEX ledger_entries_by_enrolment_id_activity_id ON ledger_entries (enrolment_id, activity_id);
DROP TABLE make_ups;
DROP TABLE head_counts;
DROP TABLE session_guests;
DROP TABLE late_changes;
DROP TABLE sheet_closings;
ALTER TABLE attendance_marks DROP COLUMN reason_code;
