-- What a live quiz had completed is taken back with it.
DELETE FROM completions WHERE source_kind = 'live_quiz';
DELETE FROM ledger_entries WHERE source_kind = 'live_quiz';
CREATE TABLE old_completions (
    id INTEGER PRIMARY KEY,
    enrolment_id INTEGER NOT NULL REFERENCES enrolments (id),
    activity_id INTEGER NOT NULL REFERENCES activities (id),
    completed_at TEXT NOT NULL,
    source_kind TEXT NOT NULL CHECK (source_kind IN ('attendance', 'lesson', 'quiz', 'case')),
    source_id INTEGER NOT NULL,
    result_permille INTEGER,
    UNIQUE (enrolment_id, activity_id)
) STRICT;
INSERT INTO old_completions SELECT id, enrolment_id, activity_id, completed_at, source_kind, source_id, result_permille
    FROM completions;
DROP TABLE completions;
ALTER TABLE old_completions RENAME TO completions;
CREATE TABLE old_ledger_entries (
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
INSERT INTO old_ledger_entries
    SELECT id, enrolment_id, activity_id, minutes, nature, mode, source_kind, source_id, revision, credited_at
    FROM ledger_entries;
DROP TABLE ledger_entries;
ALTER TABLE old_ledger_entries RENAME TO ledger_entries;
DROP TABLE live_credits;
DROP TABLE live_answers;
DROP TABLE live_players;
DROP TABLE live_steps;
DROP TABLE live_rounds;
DROP TABLE live_quizzes;
