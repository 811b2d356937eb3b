-- What people know of a session that was changed since they were told last: the letter goes some minutes later and says
-- what was beside what is. Once it has gone, the row goes too.
CREATE TABLE untold_sessions (
    session_id INTEGER PRIMARY KEY REFERENCES sessions (id),
    known TEXT NOT NULL,
    changed_at TEXT NOT NULL
) STRICT;
