-- The hours stay; before there was a word for self-study, they were theory.
UPDATE programme_versions SET theory_hours = theory_hours + self_study_hours;
ALTER TABLE programme_versions DROP COLUMN self_study_hours;
UPDATE activities SET nature = 'theory' WHERE nature = 'self_study';
ALTER TABLE activities DROP CONSTRAINT activities_nature_check;
ALTER TABLE activities ADD CONSTRAINT activities_nature_check
    CHECK (nature IN ('theory', 'practice'));
