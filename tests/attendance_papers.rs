//! Papers of attendance: the journal, sign-in sheets, the schedule, certificates for employers and transcripts of hours.
