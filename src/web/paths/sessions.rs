//! Addresses of sessions: the timetable, the roll call, and the check-in with the ways in for those who come.

use crate::kernel::{ActivityId, EditionId, EnrolmentId, SessionId};

with_ids! {
    /// The sessions of an edition.
    edition_sessions(edition: EditionId) = "/editions/{edition}/sessions";
    /// A new session.
    new_session(edition: EditionId) = "/editions/{edition}/sessions/new";
    /// Laying out a timetable for an edition.
    new_session_plan(edition: EditionId) = "/editions/{edition}/session-plans/new";
    /// The timetables laid out for an edition (POST).
    session_plans(edition: EditionId) = "/editions/{edition}/session-plans";
    /// A session and its roll call.
    session(session: SessionId) = "/sessions/{session}";
    /// Saving the roll call (POST).
    session_marks(session: SessionId) = "/sessions/{session}/marks";
    /// Changing a session.
    edit_session(session: SessionId) = "/sessions/{session}/edit";
    /// Cancelling a session (POST).
    session_cancellation(session: SessionId) = "/sessions/{session}/cancellation";
    /// A session, a game, a placement, as the trainee sees it.
    meeting(enrolment: EnrolmentId, activity: ActivityId) = "/learn/{enrolment}/meetings/{activity}";
    /// The check-in of a session for its trainer; POST opens it.
    check_in(session: SessionId) = "/sessions/{session}/check-in";
    /// Closing it (POST).
    check_in_closing(session: SessionId) = "/sessions/{session}/check-in/closing";
    /// Finding an odd arrival in order (POST).
    check_in_dismissals(session: SessionId) = "/sessions/{session}/check-in/dismissals";
    /// The page for the projector.
    check_in_screen(session: SessionId) = "/sessions/{session}/check-in/screen";
    /// The page for the projector with the code of one way of being there.
    check_in_screen_of(session: SessionId, way: &str) = "/sessions/{session}/check-in/screen?way={way}";
    /// What the projector's picture leads to.
    scan(session: SessionId, code: &str) = "/here/{session}/{code}";
    /// A session as one of its people has it.
    here_at(session: SessionId) = "/here/{session}";
    /// Joining the meeting of a session; the seal tells that it was pressed on our own page.
    joining(session: SessionId, seal: &str) = "/here/{session}/meeting?seal={seal}";
    /// Saying that one is still there (POST).
    still_here(session: SessionId) = "/here/{session}/answers";
}
