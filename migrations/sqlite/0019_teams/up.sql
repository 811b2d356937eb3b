-- Teams of an edition, in sets that are used again: by cases now, by games later.
CREATE TABLE team_sets (
    id INTEGER PRIMARY KEY,
    edition_id INTEGER NOT NULL REFERENCES editions (id),
    name TEXT NOT NULL,
    -- Until when trainees choose their team themselves, and how many a team takes then.
    sign_up_until TEXT,
    places INTEGER NOT NULL CHECK (places BETWEEN 2 AND 50),
    made_by INTEGER REFERENCES people (id),
    made_at TEXT NOT NULL
) STRICT;
CREATE INDEX team_sets_by_edition_id ON team_sets (edition_id);

CREATE TABLE teams (
    id INTEGER PRIMARY KEY,
    set_id INTEGER NOT NULL REFERENCES team_sets (id),
    name TEXT NOT NULL,
    made_at TEXT NOT NULL,
    -- Taken out of the set; its works stay.
    closed_at TEXT
) STRICT;
CREATE INDEX teams_by_set_id ON teams (set_id);

-- Who was in which team from when to when. In a set everybody has one team at a time.
CREATE TABLE team_members (
    id INTEGER PRIMARY KEY,
    set_id INTEGER NOT NULL REFERENCES team_sets (id),
    team_id INTEGER NOT NULL REFERENCES teams (id),
    enrolment_id INTEGER NOT NULL REFERENCES enrolments (id),
    joined_at TEXT NOT NULL,
    joined_by INTEGER REFERENCES people (id),
    left_at TEXT,
    left_by INTEGER REFERENCES people (id)
) STRICT;
CREATE UNIQUE INDEX team_members_now ON team_members (set_id, enrolment_id) WHERE left_at IS NULL;
CREATE INDEX team_members_by_team_id ON team_members (team_id);
CREATE INDEX team_members_by_enrolment_id ON team_members (enrolment_id);

-- The set that a team case of an edition uses.
CREATE TABLE team_uses (
    edition_id INTEGER NOT NULL REFERENCES editions (id),
    activity_id INTEGER NOT NULL REFERENCES activities (id),
    set_id INTEGER NOT NULL REFERENCES team_sets (id),
    PRIMARY KEY (edition_id, activity_id)
) STRICT;
CREATE INDEX team_uses_by_set_id ON team_uses (set_id);

-- A draft belongs to a trainee or to a team.
CREATE TABLE new_case_drafts (
    id INTEGER PRIMARY KEY,
    enrolment_id INTEGER REFERENCES enrolments (id),
    activity_id INTEGER NOT NULL REFERENCES activities (id),
    text TEXT NOT NULL,
    revision INTEGER NOT NULL,
    saved_at TEXT NOT NULL,
    parts TEXT NOT NULL DEFAULT '{}',
    team_id INTEGER REFERENCES teams (id),
    saved_by INTEGER REFERENCES people (id),
    UNIQUE (enrolment_id, activity_id),
    UNIQUE (team_id, activity_id),
    CHECK ((enrolment_id IS NULL) <> (team_id IS NULL))
) STRICT;
INSERT INTO new_case_drafts (id, enrolment_id, activity_id, text, revision, saved_at, parts)
    SELECT id, enrolment_id, activity_id, text, revision, saved_at, parts FROM case_drafts;
DROP TABLE case_drafts;
ALTER TABLE new_case_drafts RENAME TO case_drafts;

-- A team's version is numbered among those of the team; its enrolment is the member's who handed it in.
CREATE TABLE new_submissions (
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
    team_id INTEGER REFERENCES teams (id)
) STRICT;
INSERT INTO new_submissions
    (id, enrolment_id, activity_id, version, text, receipt, due_at, late, submitted_at, parts, deduction)
    SELECT id, enrolment_id, activity_id, version, text, receipt, due_at, late, submitted_at, parts, deduction
    FROM submissions;
DROP TABLE submissions;
ALTER TABLE new_submissions RENAME TO submissions;
CREATE UNIQUE INDEX submissions_of_one ON submissions (enrolment_id, activity_id, version) WHERE team_id IS NULL;
CREATE UNIQUE INDEX submissions_of_a_team ON submissions (team_id, activity_id, version) WHERE team_id IS NOT NULL;
CREATE INDEX submissions_by_enrolment_id ON submissions (enrolment_id, activity_id);

-- The team whose work it is; who of it may grade what is asked of its members.
ALTER TABLE grading_works ADD COLUMN team_id INTEGER REFERENCES teams (id);

-- The members of the team on the day a version was handed in. Once its grade is released, `total` and `passed` are
-- the grade of this member: the team's, with the points that a trainer has added or taken off.
CREATE TABLE submission_members (
    submission_id INTEGER NOT NULL REFERENCES submissions (id),
    enrolment_id INTEGER NOT NULL REFERENCES enrolments (id),
    present INTEGER NOT NULL CHECK (present IN (0, 1)),
    points INTEGER NOT NULL DEFAULT 0,
    total INTEGER,
    passed INTEGER CHECK (passed IN (0, 1)),
    PRIMARY KEY (submission_id, enrolment_id)
) STRICT;
CREATE INDEX submission_members_by_enrolment_id ON submission_members (enrolment_id);

-- What a trainer has changed for one member, and why; the newest holds.
CREATE TABLE team_adjustments (
    id INTEGER PRIMARY KEY,
    submission_id INTEGER NOT NULL REFERENCES submissions (id),
    enrolment_id INTEGER NOT NULL REFERENCES enrolments (id),
    present INTEGER NOT NULL CHECK (present IN (0, 1)),
    points INTEGER NOT NULL,
    reason TEXT NOT NULL,
    made_by INTEGER REFERENCES people (id),
    made_at TEXT NOT NULL
) STRICT;
CREATE INDEX team_adjustments_by_submission_id ON team_adjustments (submission_id);

-- How a member sees the share of another one in a work: from 1 to 4.
CREATE TABLE team_ratings (
    submission_id INTEGER NOT NULL REFERENCES submissions (id),
    rater_id INTEGER NOT NULL REFERENCES enrolments (id),
    rated_id INTEGER NOT NULL REFERENCES enrolments (id),
    rating INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 4),
    remark TEXT NOT NULL,
    rated_at TEXT NOT NULL,
    PRIMARY KEY (submission_id, rater_id, rated_id)
) STRICT;
