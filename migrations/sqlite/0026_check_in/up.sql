-- People mark themselves by a code that changes every ten seconds. The code is computed from the key of the
-- installation and stored nowhere; what is stored is when a trainer let people in, and who came.
CREATE TABLE check_ins (
    id INTEGER PRIMARY KEY,
    session_id INTEGER NOT NULL REFERENCES sessions (id),
    in_person INTEGER NOT NULL CHECK (in_person IN (0, 1)),
    online INTEGER NOT NULL CHECK (online IN (0, 1)),
    by_joining INTEGER NOT NULL CHECK (by_joining IN (0, 1)),
    spoken TEXT,
    opens_before INTEGER NOT NULL,
    on_time_after INTEGER NOT NULL,
    prompt_minutes INTEGER,
    opened_at TEXT NOT NULL,
    opened_by INTEGER REFERENCES people (id)
) STRICT;
CREATE INDEX check_ins_by_session_id ON check_ins (session_id);

CREATE TABLE check_in_closings (
    check_in_id INTEGER PRIMARY KEY REFERENCES check_ins (id),
    closed_at TEXT NOT NULL,
    closed_by INTEGER REFERENCES people (id)
) STRICT;

-- One arrival a session and person. The device and the whole address are kept as keyed hashes; `made_mark` says
-- whether the mark of the sheet is of this arrival, or was there before.
CREATE TABLE check_in_arrivals (
    id INTEGER PRIMARY KEY,
    session_id INTEGER NOT NULL REFERENCES sessions (id),
    enrolment_id INTEGER NOT NULL REFERENCES enrolments (id),
    presence TEXT NOT NULL CHECK (presence IN ('in_person', 'online')),
    arrived_at TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    made_mark INTEGER NOT NULL CHECK (made_mark IN (0, 1)),
    device TEXT,
    address TEXT NOT NULL,
    network TEXT NOT NULL,
    UNIQUE (session_id, enrolment_id)
) STRICT;
CREATE INDEX check_in_arrivals_by_enrolment_id ON check_in_arrivals (enrolment_id);

-- That somebody pressed the button that leads to the meeting, the first time.
CREATE TABLE check_in_joins (
    id INTEGER PRIMARY KEY,
    session_id INTEGER NOT NULL REFERENCES sessions (id),
    enrolment_id INTEGER NOT NULL REFERENCES enrolments (id),
    joined_at TEXT NOT NULL,
    UNIQUE (session_id, enrolment_id)
) STRICT;
CREATE INDEX check_in_joins_by_enrolment_id ON check_in_joins (enrolment_id);

-- An answer to the question whether somebody is still there; `prompt` counts the questions of a session from 1.
CREATE TABLE check_in_answers (
    id INTEGER PRIMARY KEY,
    session_id INTEGER NOT NULL REFERENCES sessions (id),
    enrolment_id INTEGER NOT NULL REFERENCES enrolments (id),
    prompt INTEGER NOT NULL,
    answered_at TEXT NOT NULL,
    UNIQUE (session_id, enrolment_id, prompt)
) STRICT;
CREATE INDEX check_in_answers_by_enrolment_id ON check_in_answers (enrolment_id);

-- That a trainer has looked at something odd about an arrival and found nothing wrong.
CREATE TABLE check_in_dismissals (
    id INTEGER PRIMARY KEY,
    session_id INTEGER NOT NULL REFERENCES sessions (id),
    enrolment_id INTEGER NOT NULL REFERENCES enrolments (id),
    flag TEXT NOT NULL CHECK (flag IN ('device', 'pace', 'elsewhere', 'mark')),
    dismissed_at TEXT NOT NULL,
    dismissed_by INTEGER REFERENCES people (id),
    UNIQUE (session_id, enrolment_id, flag)
) STRICT;
CREATE INDEX check_in_dismissals_by_enrolment_id ON check_in_dismissals (enrolment_id);
