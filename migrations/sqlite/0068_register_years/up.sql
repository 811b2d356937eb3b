-- Licences with the days in which they hold. A row that was written down by mistake is taken out and stays; the line that
-- papers print is organisations.licence.
CREATE TABLE organisation_licences (
    id INTEGER PRIMARY KEY,
    organisation_id INTEGER NOT NULL REFERENCES organisations (id),
    number TEXT NOT NULL,
    given_on TEXT NOT NULL,
    ends_on TEXT,
    recorded_at TEXT NOT NULL,
    recorded_by INTEGER REFERENCES people (id),
    removed_at TEXT,
    removed_by INTEGER REFERENCES people (id),
    CHECK (ends_on IS NULL OR given_on <= ends_on)
) STRICT;
CREATE INDEX organisation_licences_by_organisation_id ON organisation_licences (organisation_id, id);
CREATE TRIGGER organisation_licences_stay BEFORE DELETE ON organisation_licences
BEGIN SELECT RAISE(ABORT, 'rows of organisation_licences are never deleted'); END;

-- Years of an organisation's registers that were closed, and opened again with a reason: the newest row of a year holds. A
-- year without a row is open.
CREATE TABLE register_years (
    id INTEGER PRIMARY KEY,
    organisation_id INTEGER NOT NULL REFERENCES organisations (id),
    year INTEGER NOT NULL,
    closed INTEGER NOT NULL CHECK (closed IN (0, 1)),
    reason TEXT,
    recorded_at TEXT NOT NULL,
    recorded_by INTEGER REFERENCES people (id),
    CHECK (closed = 1 OR reason IS NOT NULL)
) STRICT;
CREATE INDEX register_years_by_year ON register_years (organisation_id, year, id);
CREATE TRIGGER register_years_stay BEFORE DELETE ON register_years
BEGIN SELECT RAISE(ABORT, 'rows of register_years are never deleted'); END;

-- Series and number of the passport, for the register book and its extract; encrypted like the other numbers.
ALTER TABLE identities ADD COLUMN passport_locked TEXT;
