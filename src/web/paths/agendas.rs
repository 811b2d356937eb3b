//! Addresses of the room `agendas`: what a session is made of, and the shifts of an edition.

use crate::kernel::{EditionId, SessionId, ShiftId};

with_ids! {
    /// What a session is made of, for everybody concerned.
    session_programme(session: SessionId) = "/sessions/{session}/programme";
    /// The same for paper.
    session_programme_print(session: SessionId) = "/sessions/{session}/programme?print";
    /// Its topic and its questions.
    session_agenda(session: SessionId) = "/sessions/{session}/agenda";
    /// Its blocks.
    session_blocks(session: SessionId) = "/sessions/{session}/blocks";
    /// Who teaches it together, and who is invited to speak.
    session_speakers(session: SessionId) = "/sessions/{session}/speakers";
    /// What makes its place accessible.
    session_access(session: SessionId) = "/sessions/{session}/access";
    /// Whom it visits.
    session_visit(session: SessionId) = "/sessions/{session}/visit";
    /// What came of the visit (POST).
    session_visit_report(session: SessionId) = "/sessions/{session}/visit-report";
    /// The projector page with the time that is left of each question.
    session_timer(session: SessionId) = "/sessions/{session}/timer";
    /// The same, with the first question begun at a second of Unix time.
    session_timer_from(session: SessionId, second: i64) = "/sessions/{session}/timer?from={second}";
    /// The same, with a question beginning now.
    session_timer_item(session: SessionId, item: usize) = "/sessions/{session}/timer?item={item}";
    /// The shifts of an edition; POST makes one.
    edition_shifts(edition: EditionId) = "/editions/{edition}/shifts";
    /// A new shift.
    new_shift(edition: EditionId) = "/editions/{edition}/shifts/new";
    /// A shift.
    shift(shift: ShiftId) = "/shifts/{shift}";
    /// Taking a shift out of its edition (POST).
    shift_removal(shift: ShiftId) = "/shifts/{shift}/removal";
}
