-- For which day a notice was given: a session that is moved to another day has to be told about anew (L5).
ALTER TABLE absence_notices ADD COLUMN held_on TEXT;
UPDATE absence_notices SET held_on = (SELECT held_on FROM sessions WHERE sessions.id = absence_notices.session_id);

-- A course case that was begun with a case from practice: its author's consent is asked for once more when it is published.
-- The working copy goes when it is published or given up; what was published stays known here.
CREATE TABLE site_case_uses (
    id INTEGER PRIMARY KEY,
    site_case_copy_id INTEGER NOT NULL REFERENCES site_case_copies (id),
    case_copy_id INTEGER UNIQUE REFERENCES case_copies (id) ON DELETE SET NULL,
    begun_at TEXT NOT NULL,
    begun_by INTEGER REFERENCES people (id),
    published_at TEXT
) STRICT;
CREATE INDEX site_case_uses_by_site_case_copy_id ON site_case_uses (site_case_copy_id);
