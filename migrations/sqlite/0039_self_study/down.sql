-- The hours stay; before there was a word for self-study, they were theory.
UPDATE programme_versions SET theory_hours = theory_hours + self_study_hours;
ALTER TABLE programme_versions DROP COLUMN self_study_hours;
UPDATE activities SET nature = 'theory' WHERE nature = 'self_study';

CREATE TABLE old_activities (
    id INTEGER PRIMARY KEY,
    version_id INTEGER NOT NULL REFERENCES programme_versions (id),
    module_id INTEGER NOT NULL REFERENCES modules (id),
    position INTEGER NOT NULL,
    key TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('lesson', 'quiz', 'case', 'session', 'game', 'placement', 'hackathon')),
    format TEXT NOT NULL,
    mode TEXT NOT NULL CHECK (mode IN ('in_person', 'online', 'distance')),
    nature TEXT NOT NULL CHECK (nature IN ('theory', 'practice')),
    hours INTEGER NOT NULL,
    minutes INTEGER NOT NULL,
    after_keys TEXT NOT NULL,
    title TEXT NOT NULL,
    UNIQUE (version_id, key)
) STRICT;
INSERT INTO old_activities
    SELECT id, version_id, module_id, position, key, kind, format, mode, nature, hours, minutes, after_keys, title
    FROM activities;
DROP TABLE activities;
ALTER TABLE old_activities RENAME TO activities;
CREATE INDEX activities_by_module_id ON activities (module_id);
