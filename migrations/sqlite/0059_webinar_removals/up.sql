-- A list has names and addresses of people who are no trainees: it can be removed, and is after a year. What was marked
-- by it, when and by whom stays; the file, its lines and what was decided over them go.
CREATE TABLE new_webinar_lists (
    id INTEGER PRIMARY KEY,
    session_id INTEGER NOT NULL REFERENCES sessions (id),
    file_id INTEGER REFERENCES stored_files (id),
    sha256 TEXT,
    content TEXT,
    uploaded_at TEXT NOT NULL,
    uploaded_by INTEGER REFERENCES people (id),
    removed_at TEXT,
    removed_by INTEGER REFERENCES people (id),
    UNIQUE (session_id, sha256),
    CHECK ((removed_at IS NULL) = (file_id IS NOT NULL)),
    CHECK ((removed_at IS NULL) = (sha256 IS NOT NULL)),
    CHECK ((removed_at IS NULL) = (content IS NOT NULL))
) STRICT;
INSERT INTO new_webinar_lists
    SELECT id, session_id, file_id, sha256, content, uploaded_at, uploaded_by, NULL, NULL FROM webinar_lists;
DROP TABLE webinar_lists;
ALTER TABLE new_webinar_lists RENAME TO webinar_lists;
CREATE INDEX webinar_lists_by_file_id ON webinar_lists (file_id);
CREATE INDEX webinar_lists_by_uploaded_at ON webinar_lists (uploaded_at) WHERE removed_at IS NULL;
