-- How an edition lets trainees review each other's works at a case, and how far that has come. No reviewers: not at
-- all. Points: what all one's reviews are worth together.
CREATE TABLE peer_rounds (
    edition_id INTEGER NOT NULL REFERENCES editions (id),
    activity_id INTEGER NOT NULL REFERENCES activities (id),
    reviewers INTEGER NOT NULL CHECK (reviewers BETWEEN 0 AND 5),
    days INTEGER NOT NULL CHECK (days BETWEEN 1 AND 30),
    points INTEGER NOT NULL CHECK (points BETWEEN 0 AND 100),
    proposes INTEGER NOT NULL CHECK (proposes IN (0, 1)),
    allotted_at TEXT,
    due_at TEXT,
    renewed_at TEXT,
    released_at TEXT,
    released_by INTEGER REFERENCES people (id),
    PRIMARY KEY (edition_id, activity_id)
) STRICT;

-- Who reviews which version: with the marks as they are typed, and as they were handed in. Passed on: its time was
-- over, and somebody else was asked. Dropped: staff do not let it count.
CREATE TABLE peer_reviews (
    id INTEGER PRIMARY KEY,
    submission_id INTEGER NOT NULL REFERENCES submissions (id),
    reviewer_id INTEGER NOT NULL REFERENCES enrolments (id),
    allotted_at TEXT NOT NULL,
    due_at TEXT NOT NULL,
    draft TEXT NOT NULL DEFAULT '{}',
    revision INTEGER NOT NULL DEFAULT 0,
    saved_at TEXT,
    content TEXT,
    total INTEGER,
    -- The version of the rubric that it was handed in by.
    rubric INTEGER NOT NULL DEFAULT 1,
    handed_in_at TEXT,
    passed_on_at TEXT,
    dropped_at TEXT,
    dropped_by INTEGER REFERENCES people (id),
    dropped_reason TEXT,
    UNIQUE (submission_id, reviewer_id),
    CHECK ((handed_in_at IS NULL) = (content IS NULL) AND (handed_in_at IS NULL) = (total IS NULL))
) STRICT;
CREATE INDEX peer_reviews_by_reviewer_id ON peer_reviews (reviewer_id);
