-- Lists of who was at a webinar, as a tool for meetings wrote them down (F11). The same list is kept once a session.
CREATE TABLE webinar_lists (
    id INTEGER PRIMARY KEY,
    session_id INTEGER NOT NULL REFERENCES sessions (id),
    file_id INTEGER NOT NULL REFERENCES stored_files (id),
    sha256 TEXT NOT NULL,
    content TEXT NOT NULL,
    uploaded_at TEXT NOT NULL,
    uploaded_by INTEGER REFERENCES people (id),
    UNIQUE (session_id, sha256)
) STRICT;
CREATE INDEX webinar_lists_by_file_id ON webinar_lists (file_id);

-- What the columns of a list are, where its header did not tell and a trainer said so.
CREATE TABLE webinar_columns (
    list_id INTEGER PRIMARY KEY REFERENCES webinar_lists (id),
    meaning TEXT NOT NULL,
    chosen_at TEXT NOT NULL,
    chosen_by INTEGER REFERENCES people (id)
) STRICT;

-- Who somebody of a list is, where a trainer decided it. `line`: the first line of the list that names them.
CREATE TABLE webinar_decisions (
    list_id INTEGER NOT NULL REFERENCES webinar_lists (id),
    line INTEGER NOT NULL CHECK (line >= 1),
    verdict TEXT NOT NULL CHECK (verdict IN ('person', 'guest', 'ignored')),
    enrolment_id INTEGER REFERENCES enrolments (id),
    decided_at TEXT NOT NULL,
    decided_by INTEGER REFERENCES people (id),
    PRIMARY KEY (list_id, line),
    CHECK ((verdict = 'person') = (enrolment_id IS NOT NULL))
) STRICT;
CREATE INDEX webinar_decisions_by_enrolment_id ON webinar_decisions (enrolment_id);

-- That marks were made from a list: each time that it changed anything.
CREATE TABLE webinar_applications (
    id INTEGER PRIMARY KEY,
    list_id INTEGER NOT NULL REFERENCES webinar_lists (id),
    first_marks INTEGER NOT NULL CHECK (first_marks >= 0),
    corrected INTEGER NOT NULL CHECK (corrected >= 0),
    applied_at TEXT NOT NULL,
    applied_by INTEGER REFERENCES people (id)
) STRICT;
CREATE INDEX webinar_applications_by_list_id ON webinar_applications (list_id);
