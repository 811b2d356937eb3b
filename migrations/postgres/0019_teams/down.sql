-- Works of teams go with the teams.
DROP TABLE team_ratings;
DROP TABLE team_adjustments;
DROP TABLE submission_members;
ALTER TABLE grading_works DROP COLUMN team_id;
DROP INDEX submissions_by_enrolment_id;
DROP INDEX submissions_of_a_team;
DROP INDEX submissions_of_one;
ALTER TABLE submissions ADD UNIQUE (enrolment_id, activity_id, version);
ALTER TABLE submissions DROP COLUMN team_id;
DELETE FROM draft_files WHERE draft_id IN (SELECT id FROM case_drafts WHERE enrolment_id IS NULL);
DELETE FROM case_drafts WHERE enrolment_id IS NULL;
ALTER TABLE case_drafts DROP COLUMN saved_by;
ALTER TABLE case_drafts DROP COLUMN team_id;
ALTER TABLE case_drafts ALTER COLUMN enrolment_id SET NOT NULL;
DROP TABLE team_uses;
DROP TABLE team_members;
DROP TABLE teams;
DROP TABLE team_sets;
