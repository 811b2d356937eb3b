//! What people do with teams: make them, fill them, open the sign-up, balance them, choose one.

mod balancing;
mod board;
mod choosing;
mod making;
mod placing;
mod unplaced;

pub use balancing::{Proposal, Proposed, Wish, preview, take};
pub use board::{Board, EditionTeams, SetLine, board, edition_teams};
pub use choosing::{Own, choose, own};
pub use making::{NewSet, add_team, create_set, open_sign_up, remove_team, rename_team, set_of, use_for};
pub use placing::place;
pub use unplaced::{Unplaced, unplaced};
