DROP TABLE stored_files;
DROP TABLE mails;
DROP TABLE jobs;
DROP TABLE audit_entries;
