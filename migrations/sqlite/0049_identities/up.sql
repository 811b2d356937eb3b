-- Profiles of countries that an administrator has put in the place of those that come with the program: each as a
-- version, with its file as it was; the newest of a country holds. And which country an organisation is in, where that is
-- not the one of the organisation above it.
CREATE TABLE country_profiles (
    id INTEGER PRIMARY KEY,
    country TEXT NOT NULL CHECK (country IN ('ru', 'kz')),
    number INTEGER NOT NULL,
    content TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    applied_at TEXT NOT NULL,
    applied_by INTEGER REFERENCES people (id),
    UNIQUE (country, number)
) STRICT;
CREATE TRIGGER country_profiles_stay BEFORE DELETE ON country_profiles
BEGIN SELECT RAISE(ABORT, 'profiles that held are never deleted'); END;

CREATE TABLE organisation_countries (
    organisation_id INTEGER PRIMARY KEY REFERENCES organisations (id),
    country TEXT NOT NULL CHECK (country IN ('ru', 'kz')),
    set_at TEXT NOT NULL,
    set_by INTEGER REFERENCES people (id)
) STRICT;

-- What papers and registers need of a person. Date of birth and numbers of the state are encrypted with a key that is not
-- in the database.
CREATE TABLE identities (
    person_id INTEGER PRIMARY KEY REFERENCES people (id),
    spelling_surname TEXT,
    spelling_given_name TEXT,
    spelling_patronymic TEXT,
    sex TEXT CHECK (sex IN ('male', 'female')),
    citizenship TEXT,
    born_on_locked TEXT,
    snils_locked TEXT,
    iin_locked TEXT,
    changed_at TEXT NOT NULL,
    changed_by INTEGER REFERENCES people (id)
) STRICT;

-- Names with the days from and until which they held. `until_day` is the last day; a name without it is the present one.
CREATE TABLE person_names (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES people (id),
    surname TEXT NOT NULL,
    given_name TEXT NOT NULL,
    patronymic TEXT,
    from_day TEXT,
    until_day TEXT,
    basis TEXT,
    recorded_at TEXT NOT NULL,
    recorded_by INTEGER REFERENCES people (id)
) STRICT;
CREATE INDEX person_names_by_person_id ON person_names (person_id);
CREATE UNIQUE INDEX person_names_present ON person_names (person_id) WHERE until_day IS NULL;
CREATE TRIGGER person_names_stay BEFORE DELETE ON person_names
BEGIN SELECT RAISE(ABORT, 'names that somebody had are never deleted'); END;

-- A document of a person's own education. A correction ends the former row.
CREATE TABLE education_proofs (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES people (id),
    level TEXT NOT NULL CHECK (level IN ('higher', 'secondary_vocational', 'studying')),
    surname TEXT,
    series TEXT,
    number TEXT NOT NULL,
    graduated_in INTEGER,
    file_id INTEGER REFERENCES stored_files (id),
    recorded_at TEXT NOT NULL,
    recorded_by INTEGER REFERENCES people (id),
    ended_at TEXT,
    ended_by INTEGER REFERENCES people (id)
) STRICT;
CREATE INDEX education_proofs_by_person_id ON education_proofs (person_id);
CREATE INDEX education_proofs_by_file_id ON education_proofs (file_id);
CREATE UNIQUE INDEX education_proofs_present ON education_proofs (person_id) WHERE ended_at IS NULL;

-- The separate consent to be named in public: which text, when, how and what for; withdrawn at any time, never deleted.
CREATE TABLE public_name_consents (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES people (id),
    text_version TEXT NOT NULL,
    text_sha256 TEXT NOT NULL,
    text_content TEXT NOT NULL,
    language TEXT NOT NULL CHECK (language IN ('ru', 'kk', 'en')),
    purpose TEXT NOT NULL CHECK (purpose IN ('document_verification')),
    method TEXT NOT NULL CHECK (method IN ('page', 'api')),
    given_at TEXT NOT NULL,
    withdrawn_at TEXT
) STRICT;
CREATE INDEX public_name_consents_by_person_id ON public_name_consents (person_id);
CREATE UNIQUE INDEX public_name_consents_present ON public_name_consents (person_id) WHERE withdrawn_at IS NULL;
CREATE TRIGGER public_name_consents_stay BEFORE DELETE ON public_name_consents
BEGIN SELECT RAISE(ABORT, 'consents are never deleted'); END;
