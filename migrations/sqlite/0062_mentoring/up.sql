-- Mentors of children, from the application to the closed pair. Every row says who wrote it down and when, and none is
-- changed afterwards: a newer check takes the place of an older one by standing behind it. The two columns `is_open` only
-- lock: one open candidacy a person and organisation, one open pair a candidacy.

-- What an organisation asks of its mentors; the newest number holds.
CREATE TABLE mentor_settings (
    id INTEGER PRIMARY KEY,
    organisation_id INTEGER NOT NULL REFERENCES organisations (id),
    number INTEGER NOT NULL,
    training_hours INTEGER NOT NULL CHECK (training_hours BETWEEN 2 AND 250),
    in_person_hours INTEGER NOT NULL CHECK (in_person_hours BETWEEN 2 AND training_hours),
    first_contacts INTEGER NOT NULL CHECK (first_contacts BETWEEN 2 AND 8),
    contact_months INTEGER NOT NULL CHECK (contact_months BETWEEN 1 AND 3),
    takes_applications INTEGER NOT NULL CHECK (takes_applications IN (0, 1)),
    set_at TEXT NOT NULL,
    set_by INTEGER REFERENCES people (id),
    UNIQUE (organisation_id, number)
) STRICT;
-- The checks that are asked for besides the certificate of no criminal record, which always is.
CREATE TABLE mentor_setting_checks (
    setting_id INTEGER NOT NULL REFERENCES mentor_settings (id),
    kind TEXT NOT NULL CHECK (kind IN ('criminal_record', 'medical', 'home_inspection', 'references', 'legal_capacity')),
    PRIMARY KEY (setting_id, kind)
) STRICT;
-- The programmes whose hours count as the training of mentors.
CREATE TABLE mentor_setting_programmes (
    setting_id INTEGER NOT NULL REFERENCES mentor_settings (id),
    programme_id INTEGER NOT NULL REFERENCES programmes (id),
    PRIMARY KEY (setting_id, programme_id)
) STRICT;

CREATE TABLE mentor_candidacies (
    id INTEGER PRIMARY KEY,
    organisation_id INTEGER NOT NULL REFERENCES organisations (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    application TEXT NOT NULL,
    applied_at TEXT NOT NULL,
    is_open INTEGER NOT NULL CHECK (is_open IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX mentor_candidacies_open ON mentor_candidacies (organisation_id, person_id) WHERE is_open = 1;
CREATE INDEX mentor_candidacies_by_person_id ON mentor_candidacies (person_id);
CREATE INDEX mentor_candidacies_by_organisation_id ON mentor_candidacies (organisation_id, id);

-- With whom a mentor meets. Of the child no more than a code or initials and the year of birth.
CREATE TABLE mentor_pairs (
    id INTEGER PRIMARY KEY,
    candidacy_id INTEGER NOT NULL REFERENCES mentor_candidacies (id),
    mentee_code TEXT NOT NULL,
    mentee_born_in INTEGER NOT NULL,
    starts_on TEXT NOT NULL,
    planned_end TEXT NOT NULL,
    consent_by TEXT NOT NULL CHECK (consent_by IN ('guardian', 'institution')),
    consent_paper TEXT NOT NULL,
    consent_on TEXT NOT NULL,
    matched_at TEXT NOT NULL,
    matched_by INTEGER REFERENCES people (id),
    is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
    CHECK (planned_end > starts_on)
) STRICT;
CREATE UNIQUE INDEX mentor_pairs_open ON mentor_pairs (candidacy_id) WHERE is_open = 1;
CREATE INDEX mentor_pairs_by_candidacy_id ON mentor_pairs (candidacy_id);

-- The states a candidacy has gone through; the last one is the present one.
CREATE TABLE mentor_steps (
    id INTEGER PRIMARY KEY,
    candidacy_id INTEGER NOT NULL REFERENCES mentor_candidacies (id),
    step TEXT NOT NULL CHECK (step IN ('applied', 'documents_checked', 'trained', 'interviewed', 'admitted', 'refused', 'withdrawn', 'matched', 'active', 'closed')),
    pair_id INTEGER REFERENCES mentor_pairs (id),
    note TEXT,
    taken_at TEXT NOT NULL,
    taken_by INTEGER REFERENCES people (id),
    CHECK ((pair_id IS NOT NULL) = (step IN ('matched', 'active', 'closed'))),
    UNIQUE (pair_id, step)
) STRICT;
CREATE UNIQUE INDEX mentor_steps_once ON mentor_steps (candidacy_id, step) WHERE pair_id IS NULL;
CREATE INDEX mentor_steps_by_candidacy_id ON mentor_steps (candidacy_id, id);
CREATE TRIGGER mentor_steps_stay BEFORE DELETE ON mentor_steps
BEGIN SELECT RAISE(ABORT, 'rows of mentor_steps are never deleted'); END;

-- That a paper was seen: its number, date and term, never what it says.
CREATE TABLE mentor_checks (
    id INTEGER PRIMARY KEY,
    candidacy_id INTEGER NOT NULL REFERENCES mentor_candidacies (id),
    kind TEXT NOT NULL CHECK (kind IN ('criminal_record', 'medical', 'home_inspection', 'references', 'legal_capacity')),
    number TEXT NOT NULL,
    dated TEXT NOT NULL,
    valid_until TEXT,
    seen_at TEXT NOT NULL,
    seen_by INTEGER REFERENCES people (id),
    CHECK (valid_until IS NULL OR valid_until >= dated)
) STRICT;
CREATE INDEX mentor_checks_by_candidacy_id ON mentor_checks (candidacy_id, id);
CREATE INDEX mentor_checks_by_valid_until ON mentor_checks (valid_until);

-- Notes are for those who decide; the mentor does not read them.
CREATE TABLE mentor_interviews (
    id INTEGER PRIMARY KEY,
    candidacy_id INTEGER NOT NULL REFERENCES mentor_candidacies (id),
    held_on TEXT NOT NULL,
    in_person INTEGER NOT NULL CHECK (in_person IN (0, 1)),
    recommended INTEGER NOT NULL CHECK (recommended IN (0, 1)),
    notes TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_by INTEGER REFERENCES people (id)
) STRICT;
CREATE INDEX mentor_interviews_by_candidacy_id ON mentor_interviews (candidacy_id, id);

-- Contacts of the staff with a pair, as the coordinator writes them down.
CREATE TABLE mentor_contacts (
    id INTEGER PRIMARY KEY,
    pair_id INTEGER NOT NULL REFERENCES mentor_pairs (id),
    held_on TEXT NOT NULL,
    way TEXT NOT NULL CHECK (way IN ('meeting', 'visit', 'call', 'video', 'message')),
    note TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_by INTEGER REFERENCES people (id)
) STRICT;
CREATE INDEX mentor_contacts_by_pair_id ON mentor_contacts (pair_id, held_on);

CREATE TABLE mentor_closures (
    pair_id INTEGER PRIMARY KEY REFERENCES mentor_pairs (id),
    closed_on TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (reason IN ('term', 'mentor', 'mentee', 'moved', 'no_bond', 'safety', 'other')),
    exit_interview TEXT NOT NULL,
    closed_at TEXT NOT NULL,
    closed_by INTEGER REFERENCES people (id)
) STRICT;

-- Letters that went: of a check that expires to the mentor, of an overdue contact to the coordinators, each once.
CREATE TABLE mentor_reminders (
    id INTEGER PRIMARY KEY,
    check_id INTEGER UNIQUE REFERENCES mentor_checks (id),
    pair_id INTEGER REFERENCES mentor_pairs (id),
    due_on TEXT,
    sent_at TEXT NOT NULL,
    CHECK ((check_id IS NULL) <> (pair_id IS NULL)),
    CHECK ((pair_id IS NULL) = (due_on IS NULL)),
    UNIQUE (pair_id, due_on)
) STRICT;
