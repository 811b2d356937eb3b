-- Templates of papers that organisations write themselves: one for a kind and its languages. One without an organisation
-- is for all of them.
CREATE TABLE paper_templates (
    id INTEGER PRIMARY KEY,
    organisation_id INTEGER REFERENCES organisations (id),
    kind TEXT NOT NULL CHECK (kind IN ('advanced_training_certificate', 'retraining_diploma', 'study_certificate', 'participation_certificate', 'mentor_certificate', 'thank_you_letter', 'recommendation_letter', 'service_record', 'authority_document')),
    languages TEXT NOT NULL CHECK (languages IN ('ru', 'kk', 'kk_ru', 'en')),
    -- The three above as one: 0 stands for all organisations.
    template_key TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    created_at TEXT NOT NULL,
    created_by INTEGER REFERENCES people (id)
) STRICT;
CREATE INDEX paper_templates_by_organisation_id ON paper_templates (organisation_id);
CREATE INDEX paper_templates_by_kind ON paper_templates (kind);

-- What a template was at a time; documents name the version they were printed with. Shifts are tenths of a millimetre.
CREATE TABLE paper_template_versions (
    id INTEGER PRIMARY KEY,
    template_id INTEGER NOT NULL REFERENCES paper_templates (id),
    number INTEGER NOT NULL CHECK (number > 0),
    source TEXT NOT NULL,
    shift_x INTEGER NOT NULL CHECK (shift_x BETWEEN -500 AND 500),
    shift_y INTEGER NOT NULL CHECK (shift_y BETWEEN -500 AND 500),
    on_blank INTEGER NOT NULL CHECK (on_blank IN (0, 1)),
    -- Over the source, the settings and the hashes of the pictures.
    sha256 TEXT NOT NULL,
    created_at TEXT NOT NULL,
    created_by INTEGER REFERENCES people (id),
    UNIQUE (template_id, number)
) STRICT;

CREATE TABLE paper_template_pictures (
    version_id INTEGER NOT NULL REFERENCES paper_template_versions (id),
    place TEXT NOT NULL CHECK (place IN ('logo', 'signature', 'background')),
    file_id INTEGER NOT NULL REFERENCES stored_files (id),
    PRIMARY KEY (version_id, place)
) STRICT;
CREATE INDEX paper_template_pictures_by_file_id ON paper_template_pictures (file_id);

-- Which version is at work, the newest row last; without a version the paper of the program is printed.
CREATE TABLE paper_template_choices (
    id INTEGER PRIMARY KEY,
    template_id INTEGER NOT NULL REFERENCES paper_templates (id),
    version_id INTEGER REFERENCES paper_template_versions (id),
    chosen_at TEXT NOT NULL,
    chosen_by INTEGER REFERENCES people (id)
) STRICT;
CREATE INDEX paper_template_choices_by_template_id ON paper_template_choices (template_id, id);
CREATE INDEX paper_template_choices_by_version_id ON paper_template_choices (version_id);

CREATE TRIGGER paper_templates_stay BEFORE DELETE ON paper_templates
BEGIN SELECT RAISE(ABORT, 'templates of papers are never deleted'); END;
CREATE TRIGGER paper_template_versions_stay BEFORE DELETE ON paper_template_versions
BEGIN SELECT RAISE(ABORT, 'versions of templates are never deleted'); END;
CREATE TRIGGER paper_template_versions_keep BEFORE UPDATE ON paper_template_versions
BEGIN SELECT RAISE(ABORT, 'versions of templates are never changed'); END;
CREATE TRIGGER paper_template_pictures_stay BEFORE DELETE ON paper_template_pictures
BEGIN SELECT RAISE(ABORT, 'versions of templates are never changed'); END;
CREATE TRIGGER paper_template_pictures_keep BEFORE UPDATE ON paper_template_pictures
BEGIN SELECT RAISE(ABORT, 'versions of templates are never changed'); END;
