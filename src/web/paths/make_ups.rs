//! Addresses of the room `make_ups`.

use crate::kernel::{EnrolmentId, SessionId};

with_ids! {
    /// What made up for a missed session; POST enters one.
    make_ups(session: SessionId) = "/sessions/{session}/make-ups";
    /// The same, about to enter one for somebody.
    make_up_for(session: SessionId, who: EnrolmentId) = "/sessions/{session}/make-ups?who={who}#new";
    /// Taking a make-up back (POST).
    make_up_withdrawals(session: SessionId) = "/sessions/{session}/make-up-withdrawals";
}
