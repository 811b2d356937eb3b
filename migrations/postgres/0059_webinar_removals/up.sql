-- A list has names and addresses of people who are no trainees: it can be removed, and is after a year. What was marked
-- by it, when and by whom stays; the file, its lines and what was decided over them go.
ALTER TABLE webinar_lists ALTER COLUMN file_id DROP NOT NULL;
ALTER TABLE webinar_lists ALTER COLUMN sha256 DROP NOT NULL;
ALTER TABLE webinar_lists ALTER COLUMN content DROP NOT NULL;
ALTER TABLE webinar_lists ADD COLUMN removed_at TIMESTAMP;
ALTER TABLE webinar_lists ADD COLUMN removed_by BIGINT REFERENCES people (id);
ALTER TABLE webinar_lists ADD CONSTRAINT webinar_lists_removed CHECK (
    (removed_at IS NULL) = (file_id IS NOT NULL)
    AND (removed_at IS NULL) = (sha256 IS NOT NULL)
    AND (removed_at IS NULL) = (content IS NOT NULL));
CREATE INDEX webinar_lists_by_uploaded_at ON webinar_lists (uploaded_at) WHERE removed_at IS NULL;
