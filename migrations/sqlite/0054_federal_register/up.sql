-- The file for the federal register (ФИС ФРДО): the organisation's own templates, what it has chosen for the columns that
-- come from their lists, the files that were made, and what became of each document. Nothing is overwritten: settings and
-- events are rows, the latest counts; `federal_states` only points at the latest event of a document.
CREATE TABLE federal_templates (
    id INTEGER PRIMARY KEY,
    organisation_id INTEGER NOT NULL REFERENCES organisations (id),
    number INTEGER NOT NULL CHECK (number > 0),
    file_id INTEGER NOT NULL REFERENCES stored_files (id),
    sha256 TEXT NOT NULL,
    name TEXT NOT NULL,
    effective_from TEXT NOT NULL,
    lists TEXT NOT NULL,
    uploaded_at TEXT NOT NULL,
    uploaded_by INTEGER REFERENCES people (id),
    UNIQUE (organisation_id, number)
) STRICT;
CREATE INDEX federal_templates_by_day ON federal_templates (organisation_id, effective_from, number);

CREATE TABLE federal_settings (
    id INTEGER PRIMARY KEY,
    organisation_id INTEGER NOT NULL REFERENCES organisations (id),
    version_id INTEGER REFERENCES programme_versions (id),
    edition_id INTEGER REFERENCES editions (id),
    enrolment_id INTEGER REFERENCES enrolments (id),
    content TEXT NOT NULL,
    set_at TEXT NOT NULL,
    set_by INTEGER REFERENCES people (id),
    CHECK ((version_id IS NOT NULL) + (edition_id IS NOT NULL) + (enrolment_id IS NOT NULL) = 1)
) STRICT;
CREATE INDEX federal_settings_by_version_id ON federal_settings (version_id, organisation_id);
CREATE INDEX federal_settings_by_edition_id ON federal_settings (edition_id);
CREATE INDEX federal_settings_by_enrolment_id ON federal_settings (enrolment_id);

CREATE TABLE federal_exports (
    id INTEGER PRIMARY KEY,
    organisation_id INTEGER NOT NULL REFERENCES organisations (id),
    number INTEGER NOT NULL CHECK (number > 0),
    template_id INTEGER NOT NULL REFERENCES federal_templates (id),
    file_id INTEGER NOT NULL REFERENCES stored_files (id),
    sha256 TEXT NOT NULL,
    name TEXT NOT NULL,
    row_count INTEGER NOT NULL CHECK (row_count > 0),
    exported_at TEXT NOT NULL,
    exported_by INTEGER REFERENCES people (id),
    UNIQUE (organisation_id, number)
) STRICT;

CREATE TABLE federal_export_rows (
    export_id INTEGER NOT NULL REFERENCES federal_exports (id),
    position INTEGER NOT NULL,
    document_id INTEGER NOT NULL REFERENCES documents (id),
    PRIMARY KEY (export_id, position),
    UNIQUE (export_id, document_id)
) STRICT;
CREATE INDEX federal_export_rows_by_document_id ON federal_export_rows (document_id);

CREATE TABLE federal_events (
    id INTEGER PRIMARY KEY,
    document_id INTEGER NOT NULL REFERENCES documents (id),
    export_id INTEGER NOT NULL REFERENCES federal_exports (id),
    state TEXT NOT NULL CHECK (state IN ('exported', 'accepted', 'error')),
    reason TEXT,
    happened_at TEXT NOT NULL,
    entered_by INTEGER REFERENCES people (id),
    CHECK (state <> 'error' OR reason IS NOT NULL)
) STRICT;
CREATE INDEX federal_events_by_document_id ON federal_events (document_id, id);
CREATE INDEX federal_events_by_export_id ON federal_events (export_id);

CREATE TABLE federal_states (
    document_id INTEGER PRIMARY KEY REFERENCES documents (id),
    event_id INTEGER NOT NULL REFERENCES federal_events (id),
    export_id INTEGER NOT NULL REFERENCES federal_exports (id),
    state TEXT NOT NULL CHECK (state IN ('exported', 'accepted', 'error')),
    reason TEXT,
    changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX federal_states_by_export_id ON federal_states (export_id);

CREATE TABLE federal_reminders (
    organisation_id INTEGER NOT NULL REFERENCES organisations (id),
    on_day TEXT NOT NULL,
    sent_at TEXT NOT NULL,
    PRIMARY KEY (organisation_id, on_day)
) STRICT;

-- The queue: the documents of an organisation by the date on them.
CREATE INDEX documents_by_issued_on ON documents (organisation_id, issued_on, id);
CREATE TRIGGER federal_templates_stay BEFORE DELETE ON federal_templates
BEGIN SELECT RAISE(ABORT, 'rows of federal_templates are never deleted'); END;
CREATE TRIGGER federal_settings_stay BEFORE DELETE ON federal_settings
BEGIN SELECT RAISE(ABORT, 'rows of federal_settings are never deleted'); END;
CREATE TRIGGER federal_exports_stay BEFORE DELETE ON federal_exports
BEGIN SELECT RAISE(ABORT, 'rows of federal_exports are never deleted'); END;
CREATE TRIGGER federal_export_rows_stay BEFORE DELETE ON federal_export_rows
BEGIN SELECT RAISE(ABORT, 'rows of federal_export_rows are never deleted'); END;
CREATE TRIGGER federal_events_stay BEFORE DELETE ON federal_events
BEGIN SELECT RAISE(ABORT, 'rows of federal_events are never deleted'); END;
