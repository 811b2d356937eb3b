-- What somebody has of one activity, and when it is held, are asked with every arrival: without these every
-- earlier row of the person and every session of the edition was read.
CREATE INDEX ledger_entries_by_enrolment_id_activity_id ON ledger_entries (enrolment_id, activity_id);
CREATE INDEX sessions_by_activity_id_edition_id ON sessions (activity_id, edition_id);
