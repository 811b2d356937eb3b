-- The totals of an edition are read from the index alone: the rows themselves lie apart, session by session.
DROP INDEX ledger_entries_by_enrolment_id_activity_id;
CREATE INDEX ledger_entries_by_enrolment_id_activity_id ON ledger_entries (enrolment_id, activity_id, nature, mode, minutes);
