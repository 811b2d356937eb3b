ALTER TABLE identities DROP COLUMN passport_locked;
DROP TABLE register_years;
DROP TABLE organisation_licences;
