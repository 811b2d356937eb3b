ALTER TABLE quiz_steps DROP COLUMN checked;
ALTER TABLE quiz_attempts DROP COLUMN holder;
ALTER TABLE quiz_attempts DROP COLUMN taken_until;
ALTER TABLE quiz_attempts DROP COLUMN plan;
DROP TABLE accommodations;
DROP TABLE quiz_overrides;
DROP TABLE quiz_setups;
