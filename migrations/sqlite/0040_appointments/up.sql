-- Until how many hours before its start a trainee may cancel a consultation. One row an edition; what it said before is
-- in the audit.
CREATE TABLE appointment_settings (
    edition_id INTEGER PRIMARY KEY REFERENCES editions (id),
    cancel_hours INTEGER NOT NULL CHECK (cancel_hours BETWEEN 0 AND 720),
    set_at TEXT NOT NULL,
    set_by INTEGER REFERENCES people (id)
) STRICT;

-- A time that a trainer keeps free for consultations (S1-S3). `minutes` is what it counts in the activity, where it
-- counts. Rows are never deleted.
CREATE TABLE appointment_slots (
    id INTEGER PRIMARY KEY,
    edition_id INTEGER NOT NULL REFERENCES editions (id),
    consultant_id INTEGER NOT NULL REFERENCES people (id),
    held_on TEXT NOT NULL,
    starts_local TEXT NOT NULL,
    ends_local TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    starts_at TEXT NOT NULL,
    ends_at TEXT NOT NULL,
    capacity INTEGER NOT NULL CHECK (capacity BETWEEN 1 AND 50),
    mode TEXT NOT NULL CHECK (mode IN ('in_person', 'online')),
    place TEXT,
    link TEXT,
    topic TEXT,
    activity_id INTEGER REFERENCES activities (id),
    minutes INTEGER,
    opened_at TEXT NOT NULL,
    opened_by INTEGER REFERENCES people (id),
    withdrawn_at TEXT,
    withdrawn_by INTEGER REFERENCES people (id),
    withdrawal_reason TEXT,
    CHECK ((activity_id IS NULL) = (minutes IS NULL)),
    CHECK ((withdrawn_at IS NULL) = (withdrawal_reason IS NULL))
) STRICT;
CREATE UNIQUE INDEX appointment_slots_once ON appointment_slots (consultant_id, starts_at) WHERE withdrawn_at IS NULL;
CREATE INDEX appointment_slots_by_consultant_id ON appointment_slots (consultant_id, starts_at);
CREATE INDEX appointment_slots_by_edition_id ON appointment_slots (edition_id, starts_at);

-- Who has which place of a slot. The places are numbered from 1: nobody has one that somebody has. A booking that ended
-- stays; `swapped_from` is the one that was given up for it.
CREATE TABLE appointment_bookings (
    id INTEGER PRIMARY KEY,
    slot_id INTEGER NOT NULL REFERENCES appointment_slots (id),
    enrolment_id INTEGER NOT NULL REFERENCES enrolments (id),
    seat INTEGER NOT NULL CHECK (seat >= 1),
    question TEXT,
    booked_at TEXT NOT NULL,
    booked_by INTEGER REFERENCES people (id),
    swapped_from INTEGER REFERENCES appointment_bookings (id),
    ended_at TEXT,
    ended_by INTEGER REFERENCES people (id),
    end_reason TEXT,
    CHECK (ended_at IS NOT NULL OR (ended_by IS NULL AND end_reason IS NULL))
) STRICT;
CREATE UNIQUE INDEX appointment_bookings_one_seat ON appointment_bookings (slot_id, seat) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX appointment_bookings_standing ON appointment_bookings (slot_id, enrolment_id) WHERE ended_at IS NULL;
CREATE INDEX appointment_bookings_by_slot_id ON appointment_bookings (slot_id, id);
CREATE INDEX appointment_bookings_by_enrolment_id ON appointment_bookings (enrolment_id);

-- Whether somebody came. The newest holds.
CREATE TABLE appointment_marks (
    id INTEGER PRIMARY KEY,
    booking_id INTEGER NOT NULL REFERENCES appointment_bookings (id),
    came INTEGER NOT NULL CHECK (came IN (0, 1)),
    marked_at TEXT NOT NULL,
    marked_by INTEGER REFERENCES people (id)
) STRICT;
CREATE INDEX appointment_marks_by_booking_id ON appointment_marks (booking_id, id);

-- What came out of it; `shown` to the trainee as well. The newest holds; an empty one takes the note back.
CREATE TABLE appointment_notes (
    id INTEGER PRIMARY KEY,
    booking_id INTEGER NOT NULL REFERENCES appointment_bookings (id),
    words TEXT NOT NULL,
    shown INTEGER NOT NULL CHECK (shown IN (0, 1)),
    written_at TEXT NOT NULL,
    written_by INTEGER REFERENCES people (id)
) STRICT;
CREATE INDEX appointment_notes_by_booking_id ON appointment_notes (booking_id, id);

-- A trainee asks for a consultation at a time that nobody has opened. Answered with a slot: confirmed; answered with a
-- reason: declined.
CREATE TABLE appointment_requests (
    id INTEGER PRIMARY KEY,
    edition_id INTEGER NOT NULL REFERENCES editions (id),
    enrolment_id INTEGER NOT NULL REFERENCES enrolments (id),
    consultant_id INTEGER NOT NULL REFERENCES people (id),
    held_on TEXT NOT NULL,
    starts_local TEXT NOT NULL,
    ends_local TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    starts_at TEXT NOT NULL,
    ends_at TEXT NOT NULL,
    mode TEXT NOT NULL CHECK (mode IN ('in_person', 'online')),
    question TEXT NOT NULL,
    asked_at TEXT NOT NULL,
    answered_at TEXT,
    answered_by INTEGER REFERENCES people (id),
    slot_id INTEGER REFERENCES appointment_slots (id),
    answer_reason TEXT,
    taken_back_at TEXT,
    CHECK (answered_at IS NULL OR taken_back_at IS NULL),
    CHECK ((answered_at IS NOT NULL) = (slot_id IS NOT NULL OR answer_reason IS NOT NULL))
) STRICT;
CREATE INDEX appointment_requests_by_edition_id ON appointment_requests (edition_id);
CREATE INDEX appointment_requests_by_enrolment_id ON appointment_requests (enrolment_id);

-- A consultation completes an activity that it counts for. SQLite cannot change a CHECK: the table is copied.
CREATE TABLE new_completions (
    id INTEGER PRIMARY KEY,
    enrolment_id INTEGER NOT NULL REFERENCES enrolments (id),
    activity_id INTEGER NOT NULL REFERENCES activities (id),
    completed_at TEXT NOT NULL,
    source_kind TEXT NOT NULL CHECK (source_kind IN
        ('attendance', 'lesson', 'quiz', 'case', 'live_quiz', 'consultation')),
    source_id INTEGER NOT NULL,
    result_permille INTEGER,
    UNIQUE (enrolment_id, activity_id)
) STRICT;
INSERT INTO new_completions
    SELECT id, enrolment_id, activity_id, completed_at, source_kind, source_id, result_permille FROM completions;
DROP TABLE completions;
ALTER TABLE new_completions RENAME TO completions;
