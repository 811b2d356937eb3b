//! Reading calendars, giving addresses of them away and taking those back, telling everybody concerned.

mod entries;
mod feeds;
mod notices;

pub use entries::{Entry, Part, edition_entries, own_entries, seen_edition};
pub use feeds::{Own, Subscribed, choose_invitations, create, opened, own, revoke, subscribed};
pub use notices::{About, Board, board_of_edition, board_of_session, tell_edition, tell_session};
