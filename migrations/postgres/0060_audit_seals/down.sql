DROP TRIGGER audit_entries_keep ON audit_entries;
DROP TRIGGER audit_entries_stay ON audit_entries;
DROP TABLE audit_seals;
DROP FUNCTION refuse_change();
