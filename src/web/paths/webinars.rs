//! Addresses of the room `webinars`.

use crate::kernel::{SessionId, WebinarListId};

with_ids! {
    /// The lists of a session's webinar; POST loads one.
    webinar_lists(session: SessionId) = "/sessions/{session}/webinar-lists";
    /// A list and what would come of it.
    webinar_list(session: SessionId, list: WebinarListId) = "/sessions/{session}/webinar-lists/{list}";
    /// Saying what its columns are; POST keeps it.
    webinar_columns(session: SessionId, list: WebinarListId) = "/sessions/{session}/webinar-lists/{list}/columns";
    /// By whose clock a list is read (POST).
    webinar_clock(session: SessionId, list: WebinarListId) = "/sessions/{session}/webinar-lists/{list}/clock";
    /// Saying who its unknown people are (POST).
    webinar_decisions(session: SessionId, list: WebinarListId) = "/sessions/{session}/webinar-lists/{list}/decisions";
    /// Marking by it (POST).
    webinar_applications(session: SessionId, list: WebinarListId) =
        "/sessions/{session}/webinar-lists/{list}/applications";
    /// Removing it (POST).
    webinar_removal(session: SessionId, list: WebinarListId) = "/sessions/{session}/webinar-lists/{list}/removal";
    /// The file itself, as it came.
    webinar_file(session: SessionId, list: WebinarListId) = "/sessions/{session}/webinar-lists/{list}/file";
}
