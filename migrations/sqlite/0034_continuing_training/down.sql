DROP TABLE training_reminders;
DROP TABLE training_credits;
DROP TABLE training_starts;
DROP TABLE training_rule_activities;
DROP TABLE training_rules;
