-- What a version asks of its trainees, and the modules that the answer "no experience" assigns.
ALTER TABLE programme_versions ADD COLUMN declarations TEXT NOT NULL DEFAULT '[]';
ALTER TABLE modules ADD COLUMN extra_for TEXT;

-- What somebody declared. Append-only: the newest answer to a declaration holds.
CREATE TABLE declaration_answers (
    id INTEGER PRIMARY KEY,
    enrolment_id INTEGER NOT NULL REFERENCES enrolments (id),
    declaration TEXT NOT NULL,
    experienced INTEGER NOT NULL CHECK (experienced IN (0, 1)),
    answered_by INTEGER REFERENCES people (id),
    answered_at TEXT NOT NULL
) STRICT;
CREATE INDEX declaration_answers_by_enrolment_id ON declaration_answers (enrolment_id, declaration);

-- What was decided over an answer. Append-only: the newest decision about a module holds.
CREATE TABLE module_decisions (
    id INTEGER PRIMARY KEY,
    enrolment_id INTEGER NOT NULL REFERENCES enrolments (id),
    module_id INTEGER NOT NULL REFERENCES modules (id),
    decision TEXT NOT NULL CHECK (decision IN ('assigned', 'released', 'by_answer')),
    note TEXT NOT NULL,
    decided_by INTEGER REFERENCES people (id),
    decided_at TEXT NOT NULL
) STRICT;
CREATE INDEX module_decisions_by_enrolment_id ON module_decisions (enrolment_id, module_id);
