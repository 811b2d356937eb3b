-- What the older list has no word for is told as something else.
ALTER TABLE absence_notices DROP CONSTRAINT absence_notices_reason_check;
UPDATE absence_notices SET reason = 'other' WHERE reason = 'official_duty';
ALTER TABLE absence_notices ADD CONSTRAINT absence_notices_reason_check CHECK (reason IN ('illness', 'work', 'family', 'transport', 'other'));
