-- A third kind of hours: what a trainee works through alone. Programmes from before have none of it.
ALTER TABLE programme_versions ADD COLUMN self_study_hours INTEGER NOT NULL DEFAULT 0;
ALTER TABLE activities DROP CONSTRAINT activities_nature_check;
ALTER TABLE activities ADD CONSTRAINT activities_nature_check
    CHECK (nature IN ('theory', 'practice', 'self_study'));
