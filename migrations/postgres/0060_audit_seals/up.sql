-- The chain over the log of acts: each seal is a keyed hash over an entry and the seal before it, so that nobody who has
-- the database without the key can change, take out or put in an entry unseen. Seals follow one another without a gap.
CREATE TABLE audit_seals (
    number BIGINT PRIMARY KEY,
    entry_id BIGINT NOT NULL UNIQUE REFERENCES audit_entries (id),
    seal TEXT NOT NULL,
    sealed_at TIMESTAMP NOT NULL
);
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
    'BEGIN RAISE EXCEPTION ''rows of % are never changed'', TG_TABLE_NAME; END';
CREATE TRIGGER audit_entries_stay BEFORE DELETE ON audit_entries FOR EACH ROW EXECUTE FUNCTION refuse_deletion();
CREATE TRIGGER audit_entries_keep BEFORE UPDATE ON audit_entries FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_seals_stay BEFORE DELETE ON audit_seals FOR EACH ROW EXECUTE FUNCTION refuse_deletion();
CREATE TRIGGER audit_seals_keep BEFORE UPDATE ON audit_seals FOR EACH ROW EXECUTE FUNCTION refuse_change();
