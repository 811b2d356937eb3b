DROP INDEX documents_by_issued_on;
DROP TABLE federal_reminders;
DROP TABLE federal_states;
DROP TABLE federal_events;
DROP TABLE federal_export_rows;
DROP TABLE federal_exports;
DROP TABLE federal_settings;
DROP TABLE federal_templates;
