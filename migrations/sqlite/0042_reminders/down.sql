DROP TABLE absence_warning_sessions;
DROP TABLE absence_warnings;
DROP TABLE absence_summaries;
DROP TABLE session_reminders;
DROP TABLE reminder_leads;
DROP TABLE reminder_rules;
