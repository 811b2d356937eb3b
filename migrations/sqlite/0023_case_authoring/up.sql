-- The texts that a version was imported from, so that the next one can be made from it in the browser.
CREATE TABLE programme_sources (
    version_id INTEGER NOT NULL REFERENCES programme_versions (id),
    path TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (version_id, path)
) STRICT;

-- Working copies of cases: no trainee sees them. One case has one.
CREATE TABLE case_copies (
    id INTEGER PRIMARY KEY,
    programme_id INTEGER NOT NULL REFERENCES programmes (id),
    base_version_id INTEGER NOT NULL REFERENCES programme_versions (id),
    activity_key TEXT NOT NULL,
    plan TEXT,
    created_by INTEGER REFERENCES people (id),
    created_at TEXT NOT NULL,
    UNIQUE (programme_id, activity_key)
) STRICT;

CREATE TABLE case_copy_texts (
    copy_id INTEGER NOT NULL REFERENCES case_copies (id),
    language TEXT NOT NULL,
    path TEXT NOT NULL,
    body TEXT NOT NULL,
    revision INTEGER NOT NULL,
    saved_by INTEGER REFERENCES people (id),
    saved_at TEXT NOT NULL,
    PRIMARY KEY (copy_id, language)
) STRICT;
