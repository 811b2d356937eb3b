CREATE TABLE programmes (
    id INTEGER PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL
) STRICT;

-- Immutable: what was taught is provable years later.
CREATE TABLE programme_versions (
    id INTEGER PRIMARY KEY,
    programme_id INTEGER NOT NULL REFERENCES programmes (id),
    number INTEGER NOT NULL,
    content_hash TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('advanced_training', 'retraining', 'short_course')),
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    audience TEXT NOT NULL,
    languages TEXT NOT NULL,
    academic_hour_minutes INTEGER NOT NULL,
    theory_hours INTEGER NOT NULL,
    practice_hours INTEGER NOT NULL,
    document_kind TEXT NOT NULL CHECK (document_kind IN ('advanced_training_certificate', 'participation_certificate')),
    rule TEXT NOT NULL,
    imported_at TEXT NOT NULL,
    imported_by INTEGER REFERENCES people (id),
    UNIQUE (programme_id, number),
    UNIQUE (programme_id, content_hash)
) STRICT;

CREATE TABLE modules (
    id INTEGER PRIMARY KEY,
    version_id INTEGER NOT NULL REFERENCES programme_versions (id),
    position INTEGER NOT NULL,
    key TEXT NOT NULL,
    title TEXT NOT NULL,
    UNIQUE (version_id, position)
) STRICT;

CREATE TABLE activities (
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
CREATE INDEX activities_by_module_id ON activities (module_id);

CREATE TABLE lesson_texts (
    activity_id INTEGER NOT NULL REFERENCES activities (id),
    language TEXT NOT NULL CHECK (language IN ('ru', 'kk', 'en')),
    body TEXT NOT NULL,
    PRIMARY KEY (activity_id, language)
) STRICT;

CREATE TABLE quiz_definitions (
    activity_id INTEGER PRIMARY KEY NOT NULL REFERENCES activities (id),
    settings TEXT NOT NULL
) STRICT;

-- The definition holds the right answer; it is never serialised to a trainee before release.
CREATE TABLE questions (
    id INTEGER PRIMARY KEY,
    activity_id INTEGER NOT NULL REFERENCES activities (id),
    position INTEGER NOT NULL,
    key TEXT NOT NULL,
    definition TEXT NOT NULL,
    UNIQUE (activity_id, key)
) STRICT;

CREATE TABLE case_definitions (
    activity_id INTEGER PRIMARY KEY NOT NULL REFERENCES activities (id),
    definition TEXT NOT NULL
) STRICT;

CREATE TABLE media_files (
    id INTEGER PRIMARY KEY,
    version_id INTEGER NOT NULL REFERENCES programme_versions (id),
    path TEXT NOT NULL,
    file_id INTEGER NOT NULL REFERENCES stored_files (id),
    UNIQUE (version_id, path)
) STRICT;
