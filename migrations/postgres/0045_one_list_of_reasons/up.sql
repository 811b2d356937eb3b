-- One list of reasons for marks and for notices: an official duty may be told beforehand too (L5, L6).
ALTER TABLE absence_notices DROP CONSTRAINT absence_notices_reason_check;
ALTER TABLE absence_notices ADD CONSTRAINT absence_notices_reason_check CHECK (reason IN ('illness', 'work', 'family', 'transport', 'official_duty', 'other'));
