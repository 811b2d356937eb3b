DROP TABLE site_case_uses;
ALTER TABLE absence_notices DROP COLUMN held_on;
