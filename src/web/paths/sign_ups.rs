//! Addresses of the room `sign_ups`.

use crate::kernel::SessionId;

with_ids! {
    /// The places of a session and who has them, for its trainer; POST sets them.
    session_places(session: SessionId) = "/sessions/{session}/places";
    /// Doing without signing up again (POST).
    session_places_removal(session: SessionId) = "/sessions/{session}/places/removal";
    /// Signing somebody up (POST).
    session_sign_ups(session: SessionId) = "/sessions/{session}/sign-ups";
    /// Taking a place from somebody (POST).
    session_sign_up_releases(session: SessionId) = "/sessions/{session}/sign-ups/releases";
    /// Giving free places to those who wait (POST).
    session_sign_up_promotions(session: SessionId) = "/sessions/{session}/sign-ups/promotions";
    /// A trainee's own place in a session; POST signs up.
    own_sign_up(session: SessionId) = "/sessions/{session}/sign-up";
    /// Giving it up (POST).
    own_sign_up_release(session: SessionId) = "/sessions/{session}/sign-up/release";
}
