//! Addresses of the room `roll_calls`. The sheet itself stands with the sessions.

use crate::kernel::SessionId;

/// The service worker of the sheets. It stands at the root, because a worker has power only over what lies below it.
pub const SHEET_WORKER: &str = "/sheet-worker.js";

/// Below here lie the sheets that the worker keeps.
pub const SHEET_SCOPE: &str = "/sessions/";

with_ids! {
    /// Entering a signed paper sheet; POST saves it.
    paper_entry(session: SessionId) = "/sessions/{session}/paper-entry";
    /// Closing a sheet (POST).
    sheet_closing(session: SessionId) = "/sessions/{session}/sheet-closing";
    /// Opening it again (POST).
    sheet_reopening(session: SessionId) = "/sessions/{session}/sheet-reopening";
    /// The guests of a session (POST).
    session_guests(session: SessionId) = "/sessions/{session}/guests";
    /// Counting heads (POST).
    head_counts(session: SessionId) = "/sessions/{session}/head-counts";
}
