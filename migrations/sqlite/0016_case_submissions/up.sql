-- What belongs to which part of what is to be handed in: links by part, and the part of each file.
ALTER TABLE case_drafts ADD COLUMN parts TEXT NOT NULL DEFAULT '{}';
ALTER TABLE submissions ADD COLUMN parts TEXT NOT NULL DEFAULT '{}';
-- Thousandths of the points that a late version loses, by the rule that held when it came.
ALTER TABLE submissions ADD COLUMN deduction INTEGER NOT NULL DEFAULT 0 CHECK (deduction BETWEEN 0 AND 1000);

-- Versions whose text and files nobody sees any more; they use up no attempt.
CREATE TABLE case_hidings (
    submission_id INTEGER PRIMARY KEY REFERENCES submissions (id),
    reason TEXT NOT NULL,
    hidden_by INTEGER REFERENCES people (id),
    hidden_at TEXT NOT NULL
) STRICT;

-- A later last day for one trainee, or for those whom an organisation sent.
CREATE TABLE case_extensions (
    id INTEGER PRIMARY KEY,
    edition_id INTEGER NOT NULL REFERENCES editions (id),
    activity_id INTEGER NOT NULL REFERENCES activities (id),
    enrolment_id INTEGER REFERENCES enrolments (id),
    organisation_id INTEGER REFERENCES organisations (id),
    due_on TEXT NOT NULL,
    reason TEXT NOT NULL,
    made_by INTEGER REFERENCES people (id),
    made_at TEXT NOT NULL,
    revoked_at TEXT,
    revoked_by INTEGER REFERENCES people (id),
    CHECK ((enrolment_id IS NULL) <> (organisation_id IS NULL))
) STRICT;
CREATE INDEX case_extensions_by_case ON case_extensions (edition_id, activity_id);
