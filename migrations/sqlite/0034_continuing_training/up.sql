-- What an edition asks of its people in person, beside the programme: the first hours, and a session in every quarter.
-- A changed rule is a new row; the newest holds.
CREATE TABLE training_rules (
    id INTEGER PRIMARY KEY,
    edition_id INTEGER NOT NULL REFERENCES editions (id),
    number INTEGER NOT NULL,
    initial_minutes INTEGER NOT NULL CHECK (initial_minutes >= 0),
    quarterly INTEGER NOT NULL CHECK (quarterly IN (0, 1)),
    least_minutes INTEGER NOT NULL CHECK (least_minutes >= 1),
    set_at TEXT NOT NULL,
    set_by INTEGER REFERENCES people (id),
    UNIQUE (edition_id, number)
) STRICT;

-- The activities that count for a quarter; none here means that all of them do.
CREATE TABLE training_rule_activities (
    rule_id INTEGER NOT NULL REFERENCES training_rules (id),
    activity_id INTEGER NOT NULL REFERENCES activities (id),
    PRIMARY KEY (rule_id, activity_id)
) STRICT;

-- Since when quarters are counted for somebody, where that is not the day of enrolment. The newest holds.
CREATE TABLE training_starts (
    id INTEGER PRIMARY KEY,
    enrolment_id INTEGER NOT NULL REFERENCES enrolments (id),
    starts_on TEXT NOT NULL,
    set_at TEXT NOT NULL,
    set_by INTEGER REFERENCES people (id)
) STRICT;
CREATE INDEX training_starts_by_enrolment_id ON training_starts (enrolment_id);

-- What somebody did in person instead of the session of a quarter. It closes that quarter and no other.
CREATE TABLE training_credits (
    id INTEGER PRIMARY KEY,
    enrolment_id INTEGER NOT NULL REFERENCES enrolments (id),
    year INTEGER NOT NULL,
    quarter INTEGER NOT NULL CHECK (quarter BETWEEN 1 AND 4),
    done_on TEXT NOT NULL,
    minutes INTEGER NOT NULL CHECK (minutes >= 1),
    about TEXT NOT NULL,
    credited_at TEXT NOT NULL,
    credited_by INTEGER REFERENCES people (id),
    revoked_at TEXT,
    revoked_by INTEGER REFERENCES people (id),
    revocation_reason TEXT,
    CHECK ((revoked_at IS NULL) = (revocation_reason IS NULL))
) STRICT;
CREATE UNIQUE INDEX training_credits_now ON training_credits (enrolment_id, year, quarter) WHERE revoked_at IS NULL;
CREATE INDEX training_credits_by_enrolment_id ON training_credits (enrolment_id);

-- That somebody was told of a quarter that ends: once each, 30 and 7 days before.
CREATE TABLE training_reminders (
    id INTEGER PRIMARY KEY,
    enrolment_id INTEGER NOT NULL REFERENCES enrolments (id),
    year INTEGER NOT NULL,
    quarter INTEGER NOT NULL CHECK (quarter BETWEEN 1 AND 4),
    lead_days INTEGER NOT NULL CHECK (lead_days IN (7, 30)),
    sent_at TEXT NOT NULL,
    UNIQUE (enrolment_id, year, quarter, lead_days)
) STRICT;
