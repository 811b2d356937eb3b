-- What consultations credited has no source any more.
DELETE FROM completions WHERE source_kind = 'consultation';
DELETE FROM ledger_entries WHERE source_kind = 'consultation';
CREATE TABLE old_completions (
    id INTEGER PRIMARY KEY,
    enrolment_id INTEGER NOT NULL REFERENCES enrolments (id),
    activity_id INTEGER NOT NULL REFERENCES activities (id),
    completed_at TEXT NOT NULL,
    source_kind TEXT NOT NULL CHECK (source_kind IN
        ('attendance', 'lesson', 'quiz', 'case', 'live_quiz')),
    source_id INTEGER NOT NULL,
    result_permille INTEGER,
    UNIQUE (enrolment_id, activity_id)
) STRICT;
INSERT INTO old_completions
    SELECT id, enrolment_id, activity_id, completed_at, source_kind, source_id, result_permille FROM completions;
DROP TABLE completions;
ALTER TABLE old_completions RENAME TO completions;
DROP TABLE appointment_requests;
DROP TABLE appointment_notes;
DROP TABLE appointment_marks;
DROP TABLE appointment_bookings;
DROP TABLE appointment_slots;
DROP TABLE appointment_settings;
