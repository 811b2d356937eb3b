-- The chain over the log of acts: each seal is a keyed hash over an entry and the seal before it, so that nobody who has
-- the database without the key can change, take out or put in an entry unseen. Seals follow one another without a gap.
CREATE TABLE audit_seals (
    number INTEGER PRIMARY KEY,
    entry_id INTEGER NOT NULL UNIQUE REFERENCES audit_entries (id),
    seal TEXT NOT NULL,
    sealed_at TEXT NOT NULL
) STRICT;
CREATE TRIGGER audit_entries_stay BEFORE DELETE ON audit_entries
BEGIN SELECT RAISE(ABORT, 'entries of the log are never deleted'); END;
CREATE TRIGGER audit_entries_keep BEFORE UPDATE ON audit_entries
BEGIN SELECT RAISE(ABORT, 'entries of the log are never changed'); END;
CREATE TRIGGER audit_seals_stay BEFORE DELETE ON audit_seals
BEGIN SELECT RAISE(ABORT, 'seals of the log are never deleted'); END;
CREATE TRIGGER audit_seals_keep BEFORE UPDATE ON audit_seals
BEGIN SELECT RAISE(ABORT, 'seals of the log are never changed'); END;
