ALTER TABLE absence_notices DROP COLUMN held_on;
