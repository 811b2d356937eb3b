DROP TRIGGER audit_entries_keep;
DROP TRIGGER audit_entries_stay;
DROP TABLE audit_seals;
