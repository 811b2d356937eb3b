-- How an edition takes a case. Append-only: the newest number of a case holds.
CREATE TABLE case_setups (
    id INTEGER PRIMARY KEY,
    edition_id INTEGER NOT NULL REFERENCES editions (id),
    activity_id INTEGER NOT NULL REFERENCES activities (id),
    number INTEGER NOT NULL,
    settings TEXT NOT NULL,
    set_by INTEGER REFERENCES people (id),
    set_at TEXT NOT NULL,
    UNIQUE (edition_id, activity_id, number)
) STRICT;

-- What the queue is read from: one row a version, written with it. Settled: its grade is decided. Closed: it
-- needs nobody any more, as the grade is released or the version was given back.
CREATE TABLE grading_works (
    submission_id INTEGER PRIMARY KEY REFERENCES submissions (id),
    enrolment_id INTEGER NOT NULL REFERENCES enrolments (id),
    edition_id INTEGER NOT NULL REFERENCES editions (id),
    activity_id INTEGER NOT NULL REFERENCES activities (id),
    organisation_id INTEGER REFERENCES organisations (id),
    author_id INTEGER NOT NULL REFERENCES people (id),
    graders INTEGER NOT NULL CHECK (graders BETWEEN 1 AND 3),
    handed_in_at TEXT NOT NULL,
    begun_at TEXT,
    settled_at TEXT,
    closed_at TEXT
) STRICT;
CREATE INDEX grading_works_waiting ON grading_works (edition_id, submission_id) WHERE settled_at IS NULL;
CREATE INDEX grading_works_in_review ON grading_works (edition_id, activity_id, submission_id)
    WHERE settled_at IS NOT NULL AND closed_at IS NULL;

-- Places of graders at a version. A place is held because it was allotted, because its holder is at work until it
-- expires, or because its holder has marked.
CREATE TABLE grading_seats (
    submission_id INTEGER NOT NULL REFERENCES submissions (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    allotted_at TEXT,
    allotted_by INTEGER REFERENCES people (id),
    claimed_at TEXT,
    expires_at TEXT,
    marked_at TEXT,
    PRIMARY KEY (submission_id, person_id)
) STRICT;
CREATE INDEX grading_seats_by_person_id ON grading_seats (person_id, submission_id);

-- Who may grade works of their own organisation all the same.
CREATE TABLE grading_exceptions (
    id INTEGER PRIMARY KEY,
    edition_id INTEGER NOT NULL REFERENCES editions (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    reason TEXT NOT NULL,
    made_by INTEGER REFERENCES people (id),
    made_at TEXT NOT NULL,
    revoked_at TEXT,
    revoked_by INTEGER REFERENCES people (id)
) STRICT;
CREATE INDEX grading_exceptions_by_edition_id ON grading_exceptions (edition_id, person_id);

-- Marks as they are typed, before they are given.
CREATE TABLE marking_drafts (
    submission_id INTEGER NOT NULL REFERENCES submissions (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    content TEXT NOT NULL,
    revision INTEGER NOT NULL,
    saved_at TEXT NOT NULL,
    PRIMARY KEY (submission_id, person_id)
) STRICT;

-- Marks of one of several graders, before and after the grade was decided from them.
CREATE TABLE markings (
    id INTEGER PRIMARY KEY,
    submission_id INTEGER NOT NULL REFERENCES submissions (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    place INTEGER NOT NULL CHECK (place BETWEEN 1 AND 3),
    content TEXT NOT NULL,
    total INTEGER NOT NULL,
    marked_at TEXT NOT NULL,
    UNIQUE (submission_id, place),
    UNIQUE (submission_id, person_id)
) STRICT;

-- The decided grade of a version; a trainee sees it once it is released.
ALTER TABLE gradings ADD COLUMN decided TEXT NOT NULL DEFAULT 'alone'
    CHECK (decided IN ('alone', 'agreed', 'third'));
ALTER TABLE gradings ADD COLUMN released_at TEXT;
ALTER TABLE gradings ADD COLUMN released_by INTEGER REFERENCES people (id);
UPDATE gradings SET released_at = graded_at, released_by = grader_id;

-- What a grade was before it was corrected.
CREATE TABLE grading_revisions (
    id INTEGER PRIMARY KEY,
    grading_id INTEGER NOT NULL REFERENCES gradings (id),
    number INTEGER NOT NULL,
    content TEXT NOT NULL,
    total INTEGER NOT NULL,
    passed INTEGER NOT NULL CHECK (passed IN (0, 1)),
    graded_by INTEGER REFERENCES people (id),
    graded_at TEXT NOT NULL,
    reason TEXT NOT NULL,
    replaced_by INTEGER REFERENCES people (id),
    replaced_at TEXT NOT NULL,
    UNIQUE (grading_id, number)
) STRICT;

-- Remarks on passages of the text: characters from (inclusive) and to (exclusive), with what stood there.
CREATE TABLE passage_comments (
    id INTEGER PRIMARY KEY,
    submission_id INTEGER NOT NULL REFERENCES submissions (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    starts INTEGER NOT NULL,
    ends INTEGER NOT NULL,
    quote TEXT NOT NULL,
    text TEXT NOT NULL,
    made_at TEXT NOT NULL,
    removed_at TEXT,
    CHECK (starts >= 0 AND ends > starts)
) STRICT;
CREATE INDEX passage_comments_by_submission_id ON passage_comments (submission_id);

-- A phrase with an edition is for all its trainers.
ALTER TABLE marking_phrases ADD COLUMN edition_id INTEGER REFERENCES editions (id);
CREATE INDEX marking_phrases_by_edition_id ON marking_phrases (edition_id);

-- Works that every trainer of the edition marks before their real marks count.
CREATE TABLE calibration_works (
    submission_id INTEGER PRIMARY KEY REFERENCES submissions (id),
    edition_id INTEGER NOT NULL REFERENCES editions (id),
    activity_id INTEGER NOT NULL REFERENCES activities (id),
    chosen_by INTEGER REFERENCES people (id),
    chosen_at TEXT NOT NULL
) STRICT;
CREATE INDEX calibration_works_by_case ON calibration_works (edition_id, activity_id);

CREATE TABLE calibration_markings (
    submission_id INTEGER NOT NULL REFERENCES submissions (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    content TEXT NOT NULL,
    total INTEGER NOT NULL,
    marked_at TEXT NOT NULL,
    PRIMARY KEY (submission_id, person_id)
) STRICT;

INSERT INTO grading_works
    (submission_id, enrolment_id, edition_id, activity_id, organisation_id, author_id, graders, handed_in_at,
    begun_at, settled_at, closed_at)
SELECT submissions.id, enrolments.id, enrolments.edition_id, submissions.activity_id, enrolments.organisation_id,
    enrolments.person_id, 1, submissions.submitted_at, gradings.graded_at, gradings.graded_at, gradings.graded_at
FROM submissions
JOIN enrolments ON enrolments.id = submissions.enrolment_id
LEFT JOIN gradings ON gradings.submission_id = submissions.id;
