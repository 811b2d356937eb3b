-- How a consultation was to be held before it was changed: the newest row is what stood before the present one. `moved` is
-- whether its hour changed: who had booked the old one may cancel the new one until it begins.
CREATE TABLE appointment_changes (
    id INTEGER PRIMARY KEY,
    slot_id INTEGER NOT NULL REFERENCES appointment_slots (id),
    held_on TEXT NOT NULL,
    starts_local TEXT NOT NULL,
    ends_local TEXT NOT NULL,
    capacity INTEGER NOT NULL,
    mode TEXT NOT NULL CHECK (mode IN ('in_person', 'online')),
    place TEXT,
    link TEXT,
    topic TEXT,
    minutes INTEGER,
    moved INTEGER NOT NULL CHECK (moved IN (0, 1)),
    changed_at TEXT NOT NULL,
    changed_by INTEGER REFERENCES people (id)
) STRICT;
CREATE INDEX appointment_changes_by_slot_id ON appointment_changes (slot_id, id);

-- By whose clock a list of a webinar is read, where somebody said so; else it is read by that of the session.
CREATE TABLE webinar_clocks (
    list_id INTEGER PRIMARY KEY REFERENCES webinar_lists (id),
    time_zone TEXT NOT NULL,
    chosen_at TEXT NOT NULL,
    chosen_by INTEGER REFERENCES people (id)
) STRICT;
