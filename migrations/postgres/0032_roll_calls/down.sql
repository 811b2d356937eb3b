-- What the new sources had credited is taken back with them.
DELETE FROM ledger_entries WHERE source_kind IN ('make_up', 'consultation', 'placement') OR nature = 'self_study';
ALTER TABLE ledger_entries DROP CONSTRAINT ledger_entries_nature_check;
ALTER TABLE ledger_entries ADD CONSTRAINT ledger_entries_nature_check CHECK (nature IN ('theory', 'practice'));
ALTER TABLE ledger_entries DROP CONSTRAINT ledger_entries_source_kind_check;
ALTER TABLE ledger_entries ADD CONSTRAINT ledger_entries_source_kind_check
    CHECK (source_kind IN ('attendance', 'lesson', 'quiz', 'case', 'live_quiz'));
DROP TABLE make_ups;
DROP TABLE head_counts;
DROP TABLE session_guests;
DROP TABLE late_changes;
DROP TABLE sheet_closings;
ALTER TABLE attendance_marks DROP COLUMN reason_code;
