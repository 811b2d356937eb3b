-- What a case is graded by in an edition that has changed its rubric; version 1 is the programme's own. Append-only.
CREATE TABLE case_rubrics (
    id INTEGER PRIMARY KEY,
    edition_id INTEGER NOT NULL REFERENCES editions (id),
    activity_id INTEGER NOT NULL REFERENCES activities (id),
    number INTEGER NOT NULL CHECK (number > 1),
    content TEXT NOT NULL,
    reason TEXT NOT NULL,
    made_by INTEGER REFERENCES people (id),
    made_at TEXT NOT NULL,
    UNIQUE (edition_id, activity_id, number)
) STRICT;

-- By which version of the rubric marks were given.
ALTER TABLE gradings ADD COLUMN rubric INTEGER NOT NULL DEFAULT 1;
ALTER TABLE grading_revisions ADD COLUMN rubric INTEGER NOT NULL DEFAULT 1;
ALTER TABLE markings ADD COLUMN rubric INTEGER NOT NULL DEFAULT 1;
ALTER TABLE calibration_markings ADD COLUMN rubric INTEGER NOT NULL DEFAULT 1;
ALTER TABLE marking_drafts ADD COLUMN rubric INTEGER NOT NULL DEFAULT 1;
-- Marks as they were typed by earlier versions, before they were carried over.
ALTER TABLE marking_drafts ADD COLUMN former TEXT NOT NULL DEFAULT '[]';

-- That a grade by an earlier version stays although the rubric has another one.
CREATE TABLE rubric_decisions (
    grading_id INTEGER NOT NULL REFERENCES gradings (id),
    rubric INTEGER NOT NULL,
    decided_by INTEGER REFERENCES people (id),
    decided_at TEXT NOT NULL,
    PRIMARY KEY (grading_id, rubric)
) STRICT;

-- How trainees judge their own work by the rubric: while it is written, and with the version that was handed in.
CREATE TABLE self_assessment_drafts (
    enrolment_id INTEGER NOT NULL REFERENCES enrolments (id),
    activity_id INTEGER NOT NULL REFERENCES activities (id),
    content TEXT NOT NULL,
    saved_at TEXT NOT NULL,
    PRIMARY KEY (enrolment_id, activity_id)
) STRICT;
CREATE TABLE self_assessments (
    submission_id INTEGER PRIMARY KEY REFERENCES submissions (id),
    content TEXT NOT NULL
) STRICT;
