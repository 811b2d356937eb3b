-- A session may have places; then people sign up for it. One row a session; what it said before is in the audit.
-- `closes_at` and `cancel_until` are the start of the session where they are empty.
CREATE TABLE session_places (
    session_id INTEGER PRIMARY KEY REFERENCES sessions (id),
    capacity INTEGER NOT NULL CHECK (capacity >= 1),
    opens_at TEXT,
    closes_at TEXT,
    cancel_until TEXT,
    waiting_list INTEGER NOT NULL CHECK (waiting_list IN (0, 1)),
    set_at TEXT NOT NULL,
    set_by INTEGER REFERENCES people (id),
    removed_at TEXT,
    removed_by INTEGER REFERENCES people (id)
) STRICT;

-- Who signed up, in the order of arrival. Confirmed: has a place; not confirmed and not ended: waits. Rows are never deleted.
CREATE TABLE sign_ups (
    id INTEGER PRIMARY KEY,
    session_id INTEGER NOT NULL REFERENCES sessions (id),
    enrolment_id INTEGER NOT NULL REFERENCES enrolments (id),
    signed_up_at TEXT NOT NULL,
    signed_up_by INTEGER REFERENCES people (id),
    reason TEXT,
    confirmed_at TEXT,
    ended_at TEXT,
    ended_by INTEGER REFERENCES people (id),
    end_reason TEXT,
    CHECK (ended_at IS NOT NULL OR (ended_by IS NULL AND end_reason IS NULL))
) STRICT;
CREATE UNIQUE INDEX sign_ups_standing ON sign_ups (session_id, enrolment_id) WHERE ended_at IS NULL;
CREATE INDEX sign_ups_by_session_id ON sign_ups (session_id, id);
CREATE INDEX sign_ups_by_enrolment_id ON sign_ups (enrolment_id);

-- Somebody tells that they will not come (L5). `late`: told after the start. A notice that was taken back stays.
CREATE TABLE absence_notices (
    id INTEGER PRIMARY KEY,
    session_id INTEGER NOT NULL REFERENCES sessions (id),
    enrolment_id INTEGER NOT NULL REFERENCES enrolments (id),
    reason TEXT NOT NULL CHECK (reason IN ('illness', 'work', 'family', 'transport', 'other')),
    words TEXT,
    file_id INTEGER REFERENCES stored_files (id),
    late INTEGER NOT NULL CHECK (late IN (0, 1)),
    given_at TEXT NOT NULL,
    given_by INTEGER REFERENCES people (id),
    taken_back_at TEXT,
    taken_back_by INTEGER REFERENCES people (id)
) STRICT;
CREATE UNIQUE INDEX absence_notices_standing ON absence_notices (session_id, enrolment_id) WHERE taken_back_at IS NULL;
CREATE INDEX absence_notices_by_enrolment_id ON absence_notices (enrolment_id);

-- What a trainer decided over a late notice. The newest holds.
CREATE TABLE absence_decisions (
    id INTEGER PRIMARY KEY,
    notice_id INTEGER NOT NULL REFERENCES absence_notices (id),
    accepted INTEGER NOT NULL CHECK (accepted IN (0, 1)),
    words TEXT,
    decided_at TEXT NOT NULL,
    decided_by INTEGER REFERENCES people (id)
) STRICT;
CREATE INDEX absence_decisions_by_notice_id ON absence_decisions (notice_id);
