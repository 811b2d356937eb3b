-- For which day a notice was given: a session that is moved to another day has to be told about anew (L5).
ALTER TABLE absence_notices ADD COLUMN held_on DATE;
UPDATE absence_notices SET held_on = (SELECT held_on FROM sessions WHERE sessions.id = absence_notices.session_id);
