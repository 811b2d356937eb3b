-- What a live quiz had completed is taken back with it.
DELETE FROM completions WHERE source_kind = 'live_quiz';
DELETE FROM ledger_entries WHERE source_kind = 'live_quiz';
ALTER TABLE completions DROP CONSTRAINT completions_source_kind_check;
ALTER TABLE completions ADD CONSTRAINT completions_source_kind_check
    CHECK (source_kind IN ('attendance', 'lesson', 'quiz', 'case'));
ALTER TABLE ledger_entries DROP CONSTRAINT ledger_entries_source_kind_check;
ALTER TABLE ledger_entries ADD CONSTRAINT ledger_entries_source_kind_check
    CHECK (source_kind IN ('attendance', 'lesson', 'quiz', 'case'));
DROP TABLE live_credits;
DROP TABLE live_answers;
DROP TABLE live_players;
DROP TABLE live_steps;
DROP TABLE live_rounds;
DROP TABLE live_quizzes;
