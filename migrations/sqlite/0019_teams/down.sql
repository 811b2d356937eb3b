-- Works of teams go with the teams.
DROP TABLE team_ratings;
DROP TABLE team_adjustments;
DROP TABLE submission_members;
ALTER TABLE grading_works DROP COLUMN team_id;
CREATE TABLE old_submissions (
    id INTEGER PRIMARY KEY,
    enrolment_id INTEGER NOT NULL REFERENCES enrolments (id),
    activity_id INTEGER NOT NULL REFERENCES activities (id),
    version INTEGER NOT NULL,
    text TEXT NOT NULL,
    receipt TEXT NOT NULL,
    due_at TEXT,
    late INTEGER NOT NULL CHECK (late IN (0, 1)),
    submitted_at TEXT NOT NULL,
    parts TEXT NOT NULL DEFAULT '{}',
    deduction INTEGER NOT NULL DEFAULT 0 CHECK (deduction BETWEEN 0 AND 1000),
    UNIQUE (enrolment_id, activity_id, version)
) STRICT;
INSERT OR IGNORE INTO old_submissions
    SELECT id, enrolment_id, activity_id, version, text, receipt, due_at, late, submitted_at, parts, deduction
    FROM submissions;
DROP TABLE submissions;
ALTER TABLE old_submissions RENAME TO submissions;
CREATE TABLE old_case_drafts (
    id INTEGER PRIMARY KEY,
    enrolment_id INTEGER NOT NULL REFERENCES enrolments (id),
    activity_id INTEGER NOT NULL REFERENCES activities (id),
    text TEXT NOT NULL,
    revision INTEGER NOT NULL,
    saved_at TEXT NOT NULL,
    parts TEXT NOT NULL DEFAULT '{}',
    UNIQUE (enrolment_id, activity_id)
) STRICT;
DELETE FROM draft_files WHERE draft_id IN (SELECT id FROM case_drafts WHERE enrolment_id IS NULL);
INSERT INTO old_case_drafts SELECT id, enrolment_id, activity_id, text, revision, saved_at, parts
    FROM case_drafts WHERE enrolment_id IS NOT NULL;
DROP TABLE case_drafts;
ALTER TABLE old_case_drafts RENAME TO case_drafts;
DROP TABLE team_uses;
DROP TABLE team_members;
DROP TABLE teams;
DROP TABLE team_sets;
