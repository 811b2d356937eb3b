//! Addresses of the room `attendance_papers`. A paper is addressed by what it is, then by its form: `pdf` or `xlsx`.

use crate::kernel::{EditionId, EnrolmentId, SessionId};

with_ids! {
    /// The people and sessions of an edition.
    attendance_matrix(edition: EditionId) = "/editions/{edition}/attendance";
    /// The attendance journal.
    journal_paper(edition: EditionId, paper: &str) = "/editions/{edition}/attendance/journal/{paper}";
    /// The schedule of an edition.
    schedule_paper(edition: EditionId, paper: &str) = "/editions/{edition}/attendance/schedule/{paper}";
    /// The sheet that people sign at a session.
    sign_in_paper(session: SessionId, paper: &str) = "/sessions/{session}/sign-in-sheet/{paper}";
    /// The same to be printed, in a language.
    sign_in_paper_in(session: SessionId, language: &str) = "/sessions/{session}/sign-in-sheet/pdf?in={language}";
    /// The attendance of one person.
    person_attendance(enrolment: EnrolmentId) = "/learn/{enrolment}/attendance";
    /// The certificate of attendance for an employer.
    attendance_certificate(enrolment: EnrolmentId, paper: &str) = "/learn/{enrolment}/attendance/certificate/{paper}";
    /// The transcript of hours.
    hours_transcript(enrolment: EnrolmentId, paper: &str) = "/learn/{enrolment}/hours/transcript/{paper}";
}

/// An address of this room with what was chosen there: its fields with their values.
pub fn attendance_asking(path: &str, fields: &[(&str, &str)]) -> String {
    super::asking(path, fields)
}
