DROP TABLE case_debriefs;
DROP TABLE case_step_drafts;
DROP TABLE case_decisions;
DROP TABLE case_steps;
