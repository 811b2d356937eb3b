-- The paper of a signed order as it was printed the first time, in the file store, with the SHA-256 of its bytes. It is
-- printed once and never changes: a signature file is compared with it. A recorded name whose spelling was put right later
-- holds on no day; the one that was right stands in a row of its own.
CREATE TABLE order_prints (
    order_id INTEGER PRIMARY KEY NOT NULL REFERENCES orders (id),
    file_id INTEGER NOT NULL REFERENCES stored_files (id),
    sha256 TEXT NOT NULL,
    printed_at TEXT NOT NULL
) STRICT;
CREATE INDEX order_prints_by_file_id ON order_prints (file_id);
CREATE TRIGGER order_prints_stay BEFORE DELETE ON order_prints
BEGIN SELECT RAISE(ABORT, 'papers of signed orders are never deleted'); END;
CREATE TRIGGER order_prints_keep BEFORE UPDATE ON order_prints
BEGIN SELECT RAISE(ABORT, 'the paper of a signed order never changes'); END;
ALTER TABLE person_names ADD COLUMN corrected_at TEXT;
DROP INDEX person_names_present;
CREATE UNIQUE INDEX person_names_present ON person_names (person_id) WHERE until_day IS NULL AND corrected_at IS NULL;
