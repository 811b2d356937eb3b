DROP TABLE case_extensions;
DROP TABLE case_hidings;
ALTER TABLE submissions DROP COLUMN deduction;
ALTER TABLE submissions DROP COLUMN parts;
ALTER TABLE case_drafts DROP COLUMN parts;
