-- The paper trail of a group. A paper of it is a draft until it is signed: then it has a number, a date and everything it
-- prints, and is never changed nor deleted. `about_id` is what a protocol, a correction or a cancellation is about.
-- `order_grounds` are the papers a signed one rests on, `order_people` whom it names and as what. A paper is cancelled
-- where a signed one of the kind `cancellation` is about it. Numbers are counted for each organisation, series and year.
CREATE TABLE edition_groups (
    edition_id INTEGER PRIMARY KEY REFERENCES editions (id),
    organisation_id INTEGER NOT NULL REFERENCES organisations (id),
    number TEXT NOT NULL,
    set_at TEXT NOT NULL,
    set_by INTEGER REFERENCES people (id),
    UNIQUE (organisation_id, number)
) STRICT;
CREATE TABLE order_patterns (
    organisation_id INTEGER NOT NULL REFERENCES organisations (id),
    series TEXT NOT NULL CHECK (series IN ('orders', 'protocols')),
    pattern TEXT NOT NULL,
    set_at TEXT NOT NULL,
    set_by INTEGER REFERENCES people (id),
    PRIMARY KEY (organisation_id, series)
) STRICT;
CREATE TABLE order_series (
    organisation_id INTEGER NOT NULL REFERENCES organisations (id),
    series TEXT NOT NULL CHECK (series IN ('orders', 'protocols')),
    year INTEGER NOT NULL,
    last_number INTEGER NOT NULL,
    PRIMARY KEY (organisation_id, series, year)
) STRICT;
CREATE TABLE orders (
    id INTEGER PRIMARY KEY,
    organisation_id INTEGER NOT NULL REFERENCES organisations (id),
    edition_id INTEGER NOT NULL REFERENCES editions (id),
    kind TEXT NOT NULL CHECK (kind IN ('enrolment', 'commission', 'assessment_sheet', 'protocol', 'closing', 'expulsion', 'correction', 'cancellation')),
    about_id INTEGER REFERENCES orders (id),
    draft_key TEXT UNIQUE,
    revision INTEGER NOT NULL,
    content TEXT NOT NULL,
    drafted_at TEXT NOT NULL,
    drafted_by INTEGER REFERENCES people (id),
    edited_at TEXT NOT NULL,
    edited_by INTEGER REFERENCES people (id),
    discarded_at TEXT,
    discarded_by INTEGER REFERENCES people (id),
    series TEXT CHECK (series IN ('orders', 'protocols', 'sheets')),
    year INTEGER,
    number INTEGER,
    number_text TEXT,
    dated TEXT,
    despite TEXT,
    snapshot TEXT,
    snapshot_sha256 TEXT,
    code TEXT,
    signed_at TEXT,
    signed_by INTEGER REFERENCES people (id),
    CHECK (signed_at IS NULL OR (discarded_at IS NULL AND draft_key IS NULL)),
    CHECK ((signed_at IS NULL) = (number_text IS NULL)),
    CHECK ((signed_at IS NULL) = (series IS NULL)),
    CHECK ((signed_at IS NULL) = (year IS NULL)),
    CHECK ((signed_at IS NULL) = (dated IS NULL)),
    CHECK ((signed_at IS NULL) = (snapshot IS NULL)),
    CHECK ((signed_at IS NULL) = (snapshot_sha256 IS NULL)),
    UNIQUE (organisation_id, series, year, number),
    UNIQUE (organisation_id, series, year, number_text)
) STRICT;
CREATE INDEX orders_by_edition_id ON orders (edition_id, id);
CREATE INDEX orders_by_about_id ON orders (about_id);
CREATE UNIQUE INDEX orders_cancelled_once ON orders (about_id) WHERE kind = 'cancellation' AND signed_at IS NOT NULL;
CREATE TABLE order_people (
    order_id INTEGER NOT NULL REFERENCES orders (id),
    enrolment_id INTEGER NOT NULL REFERENCES enrolments (id),
    part TEXT NOT NULL CHECK (part IN ('enrolled', 'passed', 'failed', 'absent', 'document', 'study_certificate', 'expelled')),
    mark TEXT,
    PRIMARY KEY (order_id, enrolment_id)
) STRICT;
CREATE INDEX order_people_by_enrolment_id ON order_people (enrolment_id);
CREATE TABLE order_grounds (
    order_id INTEGER NOT NULL REFERENCES orders (id),
    ground_id INTEGER NOT NULL REFERENCES orders (id),
    PRIMARY KEY (order_id, ground_id)
) STRICT;
CREATE INDEX order_grounds_by_ground_id ON order_grounds (ground_id);
CREATE TABLE certifying_exceptions (
    id INTEGER PRIMARY KEY,
    edition_id INTEGER NOT NULL REFERENCES editions (id),
    person_id INTEGER REFERENCES people (id),
    name TEXT NOT NULL,
    reason TEXT NOT NULL,
    live_key TEXT UNIQUE,
    made_at TEXT NOT NULL,
    made_by INTEGER REFERENCES people (id),
    revoked_at TEXT,
    revoked_by INTEGER REFERENCES people (id),
    CHECK ((revoked_at IS NULL) = (live_key IS NOT NULL))
) STRICT;
CREATE INDEX certifying_exceptions_by_edition_id ON certifying_exceptions (edition_id);
CREATE TRIGGER orders_stay BEFORE DELETE ON orders
BEGIN SELECT RAISE(ABORT, 'orders are never deleted'); END;
CREATE TRIGGER orders_keep BEFORE UPDATE ON orders WHEN OLD.signed_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'signed orders are never changed'); END;
CREATE TRIGGER order_people_stay BEFORE DELETE ON order_people
BEGIN SELECT RAISE(ABORT, 'orders are never deleted'); END;
CREATE TRIGGER order_people_keep BEFORE UPDATE ON order_people
BEGIN SELECT RAISE(ABORT, 'signed orders are never changed'); END;
CREATE TRIGGER order_grounds_stay BEFORE DELETE ON order_grounds
BEGIN SELECT RAISE(ABORT, 'orders are never deleted'); END;
CREATE TRIGGER order_grounds_keep BEFORE UPDATE ON order_grounds
BEGIN SELECT RAISE(ABORT, 'signed orders are never changed'); END;
CREATE TRIGGER order_series_stay BEFORE DELETE ON order_series
BEGIN SELECT RAISE(ABORT, 'registers are never deleted'); END;
CREATE TRIGGER certifying_exceptions_stay BEFORE DELETE ON certifying_exceptions
BEGIN SELECT RAISE(ABORT, 'exceptions are never deleted'); END;
