-- What a session is made of, beside when and where it is held. Its own topic, and a word about access: one row a session.
CREATE TABLE session_programmes (
    session_id INTEGER PRIMARY KEY REFERENCES sessions (id),
    topic TEXT,
    access_note TEXT,
    changed_at TEXT NOT NULL,
    changed_by INTEGER REFERENCES people (id)
) STRICT;

-- What makes the place of a session accessible (F9).
CREATE TABLE session_conditions (
    session_id INTEGER NOT NULL REFERENCES sessions (id),
    condition TEXT NOT NULL CHECK (condition IN ('ramp', 'lift', 'sign_language', 'hearing_loop', 'large_print',
        'quiet_room', 'parking', 'accessible_toilet')),
    PRIMARY KEY (session_id, condition)
) STRICT;

-- The agenda: questions in their order (F3).
CREATE TABLE session_questions (
    session_id INTEGER NOT NULL REFERENCES sessions (id),
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    minutes INTEGER CHECK (minutes > 0),
    speaker TEXT,
    PRIMARY KEY (session_id, position)
) STRICT;

-- Blocks in their order (F2). Together they are as long as the session was when they were saved; when it is moved
-- to another length later, they stay and the pages say so.
CREATE TABLE session_blocks (
    session_id INTEGER NOT NULL REFERENCES sessions (id),
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('theory', 'quiz', 'case', 'game', 'break', 'other')),
    minutes INTEGER NOT NULL CHECK (minutes > 0),
    title TEXT,
    activity_id INTEGER REFERENCES activities (id),
    PRIMARY KEY (session_id, position)
) STRICT;
CREATE INDEX session_blocks_by_activity_id ON session_blocks (activity_id);

-- Who teaches a session beside the one in `sessions.trainer_id` (F7).
CREATE TABLE session_trainers (
    session_id INTEGER NOT NULL REFERENCES sessions (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    added_at TEXT NOT NULL,
    added_by INTEGER REFERENCES people (id),
    PRIMARY KEY (session_id, person_id)
) STRICT;
CREATE INDEX session_trainers_by_person_id ON session_trainers (person_id);

-- Speakers without an account (F7).
CREATE TABLE session_guests (
    session_id INTEGER NOT NULL REFERENCES sessions (id),
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    post TEXT,
    organisation TEXT,
    topic TEXT,
    PRIMARY KEY (session_id, position)
) STRICT;

-- A session that is a visit (F8). The host is as it was written; `host_id` where that is an organisation we know.
CREATE TABLE session_visits (
    session_id INTEGER PRIMARY KEY REFERENCES sessions (id),
    host TEXT NOT NULL,
    host_id INTEGER REFERENCES organisations (id),
    address TEXT NOT NULL,
    contact TEXT,
    phone TEXT,
    bring TEXT
) STRICT;
CREATE INDEX session_visits_by_host_id ON session_visits (host_id);

-- What a trainer says of a visit afterwards.
CREATE TABLE session_visit_reports (
    session_id INTEGER PRIMARY KEY REFERENCES session_visits (session_id),
    text TEXT NOT NULL,
    reported_at TEXT NOT NULL,
    reported_by INTEGER REFERENCES people (id)
) STRICT;

-- Several days away from home (F15): sessions on these days show where people sleep and eat.
CREATE TABLE edition_shifts (
    id INTEGER PRIMARY KEY,
    edition_id INTEGER NOT NULL REFERENCES editions (id),
    first_on TEXT NOT NULL,
    last_on TEXT NOT NULL,
    place TEXT NOT NULL,
    lodging TEXT,
    meals TEXT,
    created_at TEXT NOT NULL,
    created_by INTEGER REFERENCES people (id),
    CHECK (last_on >= first_on)
) STRICT;
CREATE INDEX edition_shifts_by_edition_id ON edition_shifts (edition_id);
