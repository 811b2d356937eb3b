-- A removed list has nothing that an older program could show.
DELETE FROM webinar_applications WHERE list_id IN (SELECT id FROM webinar_lists WHERE removed_at IS NOT NULL);
CREATE TABLE old_webinar_lists (
    id INTEGER PRIMARY KEY,
    session_id INTEGER NOT NULL REFERENCES sessions (id),
    file_id INTEGER NOT NULL REFERENCES stored_files (id),
    sha256 TEXT NOT NULL,
    content TEXT NOT NULL,
    uploaded_at TEXT NOT NULL,
    uploaded_by INTEGER REFERENCES people (id),
    UNIQUE (session_id, sha256)
) STRICT;
INSERT INTO old_webinar_lists
    SELECT id, session_id, file_id, sha256, content, uploaded_at, uploaded_by
    FROM webinar_lists WHERE removed_at IS NULL;
DROP TABLE webinar_lists;
ALTER TABLE old_webinar_lists RENAME TO webinar_lists;
CREATE INDEX webinar_lists_by_file_id ON webinar_lists (file_id);
