-- What consultations credited has no source any more.
DELETE FROM completions WHERE source_kind = 'consultation';
DELETE FROM ledger_entries WHERE source_kind = 'consultation';
ALTER TABLE completions DROP CONSTRAINT completions_source_kind_check;
ALTER TABLE completions ADD CONSTRAINT completions_source_kind_check CHECK (source_kind IN
    ('attendance', 'lesson', 'quiz', 'case', 'live_quiz'));
DROP TABLE appointment_requests;
DROP TABLE appointment_notes;
DROP TABLE appointment_marks;
DROP TABLE appointment_bookings;
DROP TABLE appointment_slots;
DROP TABLE appointment_settings;
