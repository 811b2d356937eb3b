-- Lists of days off that an administrator imported. A list for a country, a region of it ('' for the whole country) and
-- a year stands in the place of the one that comes with the program; the newest that was not removed holds.
CREATE TABLE holiday_lists (
    id INTEGER PRIMARY KEY,
    country TEXT NOT NULL,
    region TEXT NOT NULL,
    year INTEGER NOT NULL,
    source TEXT NOT NULL,
    imported_at TEXT NOT NULL,
    imported_by INTEGER REFERENCES people (id),
    removed_at TEXT,
    removed_by INTEGER REFERENCES people (id)
) STRICT;
CREATE UNIQUE INDEX holiday_lists_in_force ON holiday_lists (country, region, year) WHERE removed_at IS NULL;

CREATE TABLE holidays (
    id INTEGER PRIMARY KEY,
    list_id INTEGER NOT NULL REFERENCES holiday_lists (id),
    on_day TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('holiday', 'day_off')),
    name TEXT NOT NULL,
    UNIQUE (list_id, on_day)
) STRICT;

-- Whose days off an edition keeps, where that does not follow from its time zone.
CREATE TABLE holiday_settings (
    edition_id INTEGER PRIMARY KEY REFERENCES editions (id),
    country TEXT NOT NULL,
    region TEXT NOT NULL,
    set_at TEXT NOT NULL,
    set_by INTEGER REFERENCES people (id)
) STRICT;

-- Hours of a week in which no session may be booked: of one edition, or of every edition of an organisation. Weekdays
-- count from Monday, 1; the clock is that of the edition.
CREATE TABLE closed_hours (
    id INTEGER PRIMARY KEY,
    organisation_id INTEGER NOT NULL REFERENCES organisations (id),
    edition_id INTEGER REFERENCES editions (id),
    weekday INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
    starts_local TEXT NOT NULL,
    ends_local TEXT NOT NULL,
    from_day TEXT NOT NULL,
    to_day TEXT NOT NULL,
    what TEXT NOT NULL,
    created_at TEXT NOT NULL,
    created_by INTEGER REFERENCES people (id),
    removed_at TEXT,
    removed_by INTEGER REFERENCES people (id)
) STRICT;
CREATE INDEX closed_hours_by_organisation_id ON closed_hours (organisation_id);
CREATE INDEX closed_hours_by_edition_id ON closed_hours (edition_id);
