-- The paper of a signed order as it was printed the first time, in the file store, with the SHA-256 of its bytes. It is
-- printed once and never changes: a signature file is compared with it. A recorded name whose spelling was put right later
-- holds on no day; the one that was right stands in a row of its own.
CREATE TABLE order_prints (
    order_id BIGINT PRIMARY KEY REFERENCES orders (id),
    file_id BIGINT NOT NULL REFERENCES stored_files (id),
    sha256 TEXT NOT NULL,
    printed_at TIMESTAMP NOT NULL
);
CREATE INDEX order_prints_by_file_id ON order_prints (file_id);
CREATE TRIGGER order_prints_stay BEFORE DELETE ON order_prints FOR EACH ROW EXECUTE FUNCTION refuse_deletion();
CREATE TRIGGER order_prints_keep BEFORE UPDATE ON order_prints FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE person_names ADD COLUMN corrected_at TIMESTAMP;
DROP INDEX person_names_present;
CREATE UNIQUE INDEX person_names_present ON person_names (person_id) WHERE until_day IS NULL AND corrected_at IS NULL;
