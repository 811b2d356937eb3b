-- From how many completed cycles on an organisation calls somebody trainee, mentor or master, and by what names. A level
-- itself is stored nowhere: it follows from documents. A changed rule is a new row; the newest holds.
CREATE TABLE level_rules (
    id INTEGER PRIMARY KEY,
    organisation_id INTEGER NOT NULL REFERENCES organisations (id),
    number INTEGER NOT NULL,
    trainee_cycles INTEGER NOT NULL CHECK (trainee_cycles >= 0),
    mentor_cycles INTEGER NOT NULL CHECK (mentor_cycles > trainee_cycles),
    master_cycles INTEGER NOT NULL CHECK (master_cycles > mentor_cycles),
    trainee_name TEXT NOT NULL,
    mentor_name TEXT NOT NULL,
    master_name TEXT NOT NULL,
    set_at TEXT NOT NULL,
    set_by INTEGER REFERENCES people (id),
    UNIQUE (organisation_id, number)
) STRICT;

-- The kinds of document that say that a cycle was completed.
CREATE TABLE level_rule_kinds (
    rule_id INTEGER NOT NULL REFERENCES level_rules (id),
    kind TEXT NOT NULL CHECK (kind IN ('advanced_training_certificate', 'retraining_diploma',
        'participation_certificate', 'mentor_certificate')),
    PRIMARY KEY (rule_id, kind)
) STRICT;

-- The programmes whose editions count as cycles; none here means that all of them do.
CREATE TABLE level_rule_programmes (
    rule_id INTEGER NOT NULL REFERENCES level_rules (id),
    programme_id INTEGER NOT NULL REFERENCES programmes (id),
    PRIMARY KEY (rule_id, programme_id)
) STRICT;
CREATE INDEX level_rule_programmes_by_programme_id ON level_rule_programmes (programme_id);

-- The programme that must be completed before somebody enters an edition; without a programme the condition was lifted.
-- The newest holds.
CREATE TABLE entry_conditions (
    id INTEGER PRIMARY KEY,
    edition_id INTEGER NOT NULL REFERENCES editions (id),
    number INTEGER NOT NULL,
    programme_id INTEGER REFERENCES programmes (id),
    set_at TEXT NOT NULL,
    set_by INTEGER REFERENCES people (id),
    UNIQUE (edition_id, number)
) STRICT;
CREATE INDEX entry_conditions_by_programme_id ON entry_conditions (programme_id);

-- What somebody shows of a course completed elsewhere, and what was decided about it: once, and never changed.
CREATE TABLE outside_proofs (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES people (id),
    edition_id INTEGER NOT NULL REFERENCES editions (id),
    programme_id INTEGER NOT NULL REFERENCES programmes (id),
    issuer TEXT,
    number TEXT,
    issued_on TEXT,
    file_id INTEGER REFERENCES stored_files (id),
    sent_at TEXT NOT NULL,
    approved INTEGER CHECK (approved IN (0, 1)),
    reason TEXT,
    decided_at TEXT,
    decided_by INTEGER REFERENCES people (id),
    CHECK (file_id IS NOT NULL OR (issuer IS NOT NULL AND number IS NOT NULL AND issued_on IS NOT NULL)),
    CHECK ((approved IS NULL) = (decided_at IS NULL)),
    CHECK (approved IS NULL OR (approved = 0) = (reason IS NOT NULL))
) STRICT;
CREATE INDEX outside_proofs_by_person_id ON outside_proofs (person_id, programme_id);
CREATE INDEX outside_proofs_by_edition_id ON outside_proofs (edition_id);
CREATE INDEX outside_proofs_by_file_id ON outside_proofs (file_id);
CREATE UNIQUE INDEX outside_proofs_waiting ON outside_proofs (person_id, edition_id) WHERE decided_at IS NULL;
CREATE TRIGGER outside_proofs_stay BEFORE DELETE ON outside_proofs
BEGIN SELECT RAISE(ABORT, 'outside proofs are never deleted'); END;
