//! Who is at the door: browser sessions and API tokens, and the person and roles behind them.

pub mod store;

use crate::kernel::{Actor, BrowserSessionId};

/// A session that holds, with the person behind it.
#[derive(Debug, Clone)]
pub struct SignedIn {
    /// The session.
    pub session: BrowserSessionId,
    /// When the session was last marked as used.
    pub last_seen_at: crate::kernel::Moment,
    /// The person with the roles of this moment.
    pub actor: Actor,
}

crate::db::text_enum! {
    /// What a session was opened by.
    SessionKind {
        /// The sign-in page.
        Browser = "browser",
        /// `POST /api/v1/tokens`.
        Api = "api",
    }
}
