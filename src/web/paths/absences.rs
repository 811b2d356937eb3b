//! Addresses of the room `absences`.

use crate::kernel::{AbsenceNoticeId, EditionId, SessionId};

/// The notices of an edition before one of them.
pub fn edition_absences_before(edition: EditionId, before: AbsenceNoticeId) -> String {
    format!("{}?before={before}", edition_absences(edition))
}

with_ids! {
    /// Telling that one will not come to a session; POST tells.
    own_absence(session: SessionId) = "/sessions/{session}/absence";
    /// Coming after all (POST).
    own_absence_withdrawal(session: SessionId) = "/sessions/{session}/absence/withdrawal";
    /// What the people of an edition told about sessions they miss.
    edition_absences(edition: EditionId) = "/editions/{edition}/absences";
    /// Deciding over a notice that came after the start (POST).
    absence_decision(notice: AbsenceNoticeId) = "/absences/{notice}/decision";
    /// The file of a notice.
    absence_file(notice: AbsenceNoticeId) = "/absences/{notice}/file";
}
