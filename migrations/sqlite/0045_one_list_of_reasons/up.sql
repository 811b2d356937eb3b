-- One list of reasons for marks and for notices: an official duty may be told beforehand too (L5, L6).
CREATE TABLE new_absence_notices (
    id INTEGER PRIMARY KEY,
    session_id INTEGER NOT NULL REFERENCES sessions (id),
    enrolment_id INTEGER NOT NULL REFERENCES enrolments (id),
    reason TEXT NOT NULL CHECK (reason IN ('illness', 'work', 'family', 'transport', 'official_duty', 'other')),
    words TEXT,
    file_id INTEGER REFERENCES stored_files (id),
    late INTEGER NOT NULL CHECK (late IN (0, 1)),
    given_at TEXT NOT NULL,
    given_by INTEGER REFERENCES people (id),
    taken_back_at TEXT,
    taken_back_by INTEGER REFERENCES people (id),
    held_on TEXT
) STRICT;
INSERT INTO new_absence_notices (id, session_id, enrolment_id, reason, words, file_id, late, given_at, given_by,
    taken_back_at, taken_back_by, held_on)
SELECT id, session_id, enrolment_id, reason, words, file_id, late, given_at, given_by, taken_back_at, taken_back_by,
    held_on
FROM absence_notices;
DROP TABLE absence_notices;
ALTER TABLE new_absence_notices RENAME TO absence_notices;
CREATE UNIQUE INDEX absence_notices_standing ON absence_notices (session_id, enrolment_id) WHERE taken_back_at IS NULL;
CREATE INDEX absence_notices_by_enrolment_id ON absence_notices (enrolment_id);
