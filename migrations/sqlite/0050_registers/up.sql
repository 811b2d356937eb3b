-- Numbers, blanks and the register book.
--
-- A register counts the numbers of an organisation, a kind and a year; 0 is the year of a pattern without one, which
-- counts on for ever. odd_numbers counts the documents whose number does not fit the pattern: they stand in
-- documents.number below zero. register_settings is a history: the newest row of an organisation and kind holds.
ALTER TABLE registers ADD COLUMN odd_numbers INTEGER NOT NULL DEFAULT 0;
CREATE TABLE register_settings (
    id INTEGER PRIMARY KEY,
    organisation_id INTEGER NOT NULL REFERENCES organisations (id),
    kind TEXT NOT NULL CHECK (kind IN ('advanced_training_certificate', 'retraining_diploma', 'study_certificate', 'participation_certificate', 'mentor_certificate', 'thank_you_letter', 'recommendation_letter', 'service_record', 'authority_document')),
    pattern TEXT NOT NULL,
    on_blanks INTEGER NOT NULL CHECK (on_blanks IN (0, 1)),
    set_at TEXT NOT NULL,
    set_by INTEGER REFERENCES people (id)
) STRICT;
CREATE INDEX register_settings_by_kind ON register_settings (organisation_id, kind, id);

-- Numbers that have no document and never will, with the reason: given out on paper before, for example.
CREATE TABLE register_skips (
    id INTEGER PRIMARY KEY,
    register_id INTEGER NOT NULL REFERENCES registers (id),
    first_number INTEGER NOT NULL,
    last_number INTEGER NOT NULL,
    reason TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_by INTEGER REFERENCES people (id),
    CHECK (first_number <= last_number)
) STRICT;
CREATE INDEX register_skips_by_register_id ON register_skips (register_id);

-- Numbers prepared beforehand, given out in the order of their rows before the counter goes on.
CREATE TABLE prepared_numbers (
    id INTEGER PRIMARY KEY,
    register_id INTEGER NOT NULL REFERENCES registers (id),
    text TEXT NOT NULL,
    taken INTEGER NOT NULL CHECK (taken IN (0, 1)),
    prepared_at TEXT NOT NULL,
    prepared_by INTEGER REFERENCES people (id),
    UNIQUE (register_id, text)
) STRICT;
CREATE INDEX prepared_numbers_by_taken ON prepared_numbers (register_id, taken, id);

-- Printed blanks. A batch came with a paper; an empty series means none. A blank is taken when a document is issued on it
-- or when it is spoiled; the binding of a document that counts is that of its blank which is not spoiled.
CREATE TABLE blank_batches (
    id INTEGER PRIMARY KEY,
    organisation_id INTEGER NOT NULL REFERENCES organisations (id),
    kind TEXT NOT NULL CHECK (kind IN ('advanced_training_certificate', 'retraining_diploma', 'study_certificate', 'participation_certificate', 'mentor_certificate', 'thank_you_letter', 'recommendation_letter', 'service_record', 'authority_document')),
    received_with TEXT NOT NULL,
    received_on TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_by INTEGER REFERENCES people (id)
) STRICT;
CREATE INDEX blank_batches_by_organisation_id ON blank_batches (organisation_id);
CREATE TABLE blanks (
    id INTEGER PRIMARY KEY,
    batch_id INTEGER NOT NULL REFERENCES blank_batches (id),
    organisation_id INTEGER NOT NULL REFERENCES organisations (id),
    kind TEXT NOT NULL CHECK (kind IN ('advanced_training_certificate', 'retraining_diploma', 'study_certificate', 'participation_certificate', 'mentor_certificate', 'thank_you_letter', 'recommendation_letter', 'service_record', 'authority_document')),
    series TEXT NOT NULL,
    number TEXT NOT NULL,
    taken INTEGER NOT NULL CHECK (taken IN (0, 1)),
    UNIQUE (organisation_id, kind, series, number)
) STRICT;
CREATE INDEX blanks_by_batch_id ON blanks (batch_id);
CREATE INDEX blanks_by_taken ON blanks (organisation_id, kind, taken, id);
CREATE TABLE blank_bindings (
    blank_id INTEGER PRIMARY KEY REFERENCES blanks (id),
    document_id INTEGER NOT NULL REFERENCES documents (id),
    bound_at TEXT NOT NULL,
    bound_by INTEGER REFERENCES people (id)
) STRICT;
CREATE INDEX blank_bindings_by_document_id ON blank_bindings (document_id);
CREATE TABLE blank_spoilings (
    blank_id INTEGER PRIMARY KEY REFERENCES blanks (id),
    act_number TEXT NOT NULL,
    act_on TEXT NOT NULL,
    reason TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_by INTEGER REFERENCES people (id)
) STRICT;

-- Who received a document and how; the newest row holds. And notes that it was lost.
CREATE TABLE document_handovers (
    id INTEGER PRIMARY KEY,
    document_id INTEGER NOT NULL REFERENCES documents (id),
    handed_on TEXT NOT NULL,
    way TEXT NOT NULL CHECK (way IN ('in_person', 'proxy', 'post')),
    received_by TEXT,
    authority TEXT,
    tracking TEXT,
    note TEXT,
    recorded_at TEXT NOT NULL,
    recorded_by INTEGER REFERENCES people (id)
) STRICT;
CREATE INDEX document_handovers_by_document_id ON document_handovers (document_id, id);
CREATE TABLE document_losses (
    id INTEGER PRIMARY KEY,
    document_id INTEGER NOT NULL REFERENCES documents (id),
    lost_on TEXT NOT NULL,
    note TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_by INTEGER REFERENCES people (id)
) STRICT;
CREATE INDEX document_losses_by_document_id ON document_losses (document_id, id);

-- That a document was looked up, by the minute and without anything about who asked.
CREATE TABLE document_checks (
    document_id INTEGER NOT NULL REFERENCES documents (id),
    checked_at TEXT NOT NULL,
    way TEXT NOT NULL CHECK (way IN ('code', 'number', 'program')),
    outcome TEXT NOT NULL CHECK (outcome IN ('valid', 'revoked', 'replaced')),
    times INTEGER NOT NULL,
    PRIMARY KEY (document_id, checked_at, way, outcome)
) STRICT;

-- What the register book is searched by: a narrow line for each document, how many lines each shelf has (what the
-- filters can name), and the words of the holder's name and the number, for searching by their beginnings. All three
-- follow the documents by themselves.
CREATE TABLE register_lines (
    document_id INTEGER PRIMARY KEY REFERENCES documents (id),
    organisation_id INTEGER NOT NULL REFERENCES organisations (id),
    kind TEXT NOT NULL,
    year INTEGER NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('valid', 'revoked', 'replaced')),
    handed_over INTEGER NOT NULL CHECK (handed_over IN (0, 1)),
    edition_id INTEGER REFERENCES editions (id)
) STRICT;
CREATE INDEX register_lines_by_shelf ON register_lines (organisation_id, kind, year, status, handed_over, document_id);
CREATE INDEX register_lines_by_organisation_id ON register_lines (organisation_id, document_id);
CREATE INDEX register_lines_by_edition_id ON register_lines (edition_id, document_id);
CREATE TABLE register_shelves (
    organisation_id INTEGER NOT NULL REFERENCES organisations (id),
    kind TEXT NOT NULL,
    year INTEGER NOT NULL,
    status TEXT NOT NULL,
    handed_over INTEGER NOT NULL CHECK (handed_over IN (0, 1)),
    lines INTEGER NOT NULL,
    PRIMARY KEY (organisation_id, kind, year, status, handed_over)
) STRICT;
CREATE TABLE document_words (
    word TEXT NOT NULL,
    document_id INTEGER NOT NULL REFERENCES documents (id),
    PRIMARY KEY (word, document_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX document_words_by_document_id ON document_words (document_id, word);
CREATE INDEX documents_by_number_text ON documents (number_text);
CREATE INDEX documents_by_number ON documents (number, id);

CREATE TRIGGER register_lines_counted AFTER INSERT ON register_lines
BEGIN
    INSERT INTO register_shelves (organisation_id, kind, year, status, handed_over, lines)
        VALUES (NEW.organisation_id, NEW.kind, NEW.year, NEW.status, NEW.handed_over, 1)
        ON CONFLICT (organisation_id, kind, year, status, handed_over) DO UPDATE SET lines = lines + 1;
END;
CREATE TRIGGER register_lines_moved AFTER UPDATE OF status, handed_over ON register_lines
WHEN NEW.status <> OLD.status OR NEW.handed_over <> OLD.handed_over
BEGIN
    UPDATE register_shelves SET lines = lines - 1
        WHERE organisation_id = OLD.organisation_id AND kind = OLD.kind AND year = OLD.year AND status = OLD.status
            AND handed_over = OLD.handed_over;
    INSERT INTO register_shelves (organisation_id, kind, year, status, handed_over, lines)
        VALUES (NEW.organisation_id, NEW.kind, NEW.year, NEW.status, NEW.handed_over, 1)
        ON CONFLICT (organisation_id, kind, year, status, handed_over) DO UPDATE SET lines = lines + 1;
END;
INSERT INTO register_lines (document_id, organisation_id, kind, year, status, handed_over, edition_id)
    SELECT d.id, d.organisation_id, d.kind, CAST(substr(d.issued_on, 1, 4) AS INTEGER),
        CASE WHEN EXISTS (SELECT 1 FROM document_revocations r WHERE r.document_id = d.id) THEN 'revoked'
            WHEN EXISTS (SELECT 1 FROM documents n WHERE n.replaces_id = d.id) THEN 'replaced'
            ELSE 'valid' END,
        0, d.edition_id
    FROM documents d;
INSERT INTO document_words (word, document_id)
    SELECT DISTINCT j.value, d.id
    FROM documents d,
        json_each('["' || replace(replace(replace(d.search_text, '\', '\\'), '"', '\"'), ' ', '","') || '"]') j
    WHERE j.value <> '';
CREATE TRIGGER documents_registered AFTER INSERT ON documents
BEGIN
    INSERT INTO register_lines (document_id, organisation_id, kind, year, status, handed_over, edition_id)
        VALUES (NEW.id, NEW.organisation_id, NEW.kind, CAST(substr(NEW.issued_on, 1, 4) AS INTEGER), 'valid', 0,
            NEW.edition_id);
    UPDATE register_lines SET status = 'replaced' WHERE document_id = NEW.replaces_id AND status = 'valid';
    INSERT INTO document_words (word, document_id)
        SELECT DISTINCT j.value, NEW.id
        FROM json_each('["' || replace(replace(replace(NEW.search_text, '\', '\\'), '"', '\"'), ' ', '","') || '"]') j
        WHERE j.value <> '';
END;
CREATE TRIGGER document_revocations_registered AFTER INSERT ON document_revocations
BEGIN
    UPDATE register_lines SET status = 'revoked' WHERE document_id = NEW.document_id AND status = 'valid';
END;
CREATE TRIGGER document_handovers_registered AFTER INSERT ON document_handovers
BEGIN
    UPDATE register_lines SET handed_over = 1 WHERE document_id = NEW.document_id;
END;

CREATE TRIGGER register_settings_stay BEFORE DELETE ON register_settings
BEGIN SELECT RAISE(ABORT, 'rows of register_settings are never deleted'); END;
CREATE TRIGGER register_skips_stay BEFORE DELETE ON register_skips
BEGIN SELECT RAISE(ABORT, 'rows of register_skips are never deleted'); END;
CREATE TRIGGER prepared_numbers_stay BEFORE DELETE ON prepared_numbers
BEGIN SELECT RAISE(ABORT, 'rows of prepared_numbers are never deleted'); END;
CREATE TRIGGER blank_batches_stay BEFORE DELETE ON blank_batches
BEGIN SELECT RAISE(ABORT, 'rows of blank_batches are never deleted'); END;
CREATE TRIGGER blanks_stay BEFORE DELETE ON blanks
BEGIN SELECT RAISE(ABORT, 'rows of blanks are never deleted'); END;
CREATE TRIGGER blank_bindings_stay BEFORE DELETE ON blank_bindings
BEGIN SELECT RAISE(ABORT, 'rows of blank_bindings are never deleted'); END;
CREATE TRIGGER blank_spoilings_stay BEFORE DELETE ON blank_spoilings
BEGIN SELECT RAISE(ABORT, 'rows of blank_spoilings are never deleted'); END;
CREATE TRIGGER document_handovers_stay BEFORE DELETE ON document_handovers
BEGIN SELECT RAISE(ABORT, 'rows of document_handovers are never deleted'); END;
CREATE TRIGGER document_losses_stay BEFORE DELETE ON document_losses
BEGIN SELECT RAISE(ABORT, 'rows of document_losses are never deleted'); END;
CREATE TRIGGER document_revocations_stay BEFORE DELETE ON document_revocations
BEGIN SELECT RAISE(ABORT, 'rows of document_revocations are never deleted'); END;
CREATE TRIGGER register_lines_stay BEFORE DELETE ON register_lines
BEGIN SELECT RAISE(ABORT, 'rows of register_lines are never deleted'); END;
