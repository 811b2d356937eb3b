-- A removed list has nothing that an older program could show.
DELETE FROM webinar_applications WHERE list_id IN (SELECT id FROM webinar_lists WHERE removed_at IS NOT NULL);
DELETE FROM webinar_lists WHERE removed_at IS NOT NULL;
DROP INDEX webinar_lists_by_uploaded_at;
ALTER TABLE webinar_lists DROP CONSTRAINT webinar_lists_removed;
ALTER TABLE webinar_lists DROP COLUMN removed_by;
ALTER TABLE webinar_lists DROP COLUMN removed_at;
ALTER TABLE webinar_lists ALTER COLUMN content SET NOT NULL;
ALTER TABLE webinar_lists ALTER COLUMN sha256 SET NOT NULL;
ALTER TABLE webinar_lists ALTER COLUMN file_id SET NOT NULL;
