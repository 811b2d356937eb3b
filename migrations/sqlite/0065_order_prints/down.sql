DROP INDEX person_names_present;
UPDATE person_names SET until_day = substr(corrected_at, 1, 10) WHERE until_day IS NULL AND corrected_at IS NOT NULL;
ALTER TABLE person_names DROP COLUMN corrected_at;
CREATE UNIQUE INDEX person_names_present ON person_names (person_id) WHERE until_day IS NULL;
DROP TABLE order_prints;
