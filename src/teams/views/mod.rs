//! The pages of teams.

mod balance;
mod board;
mod own;
mod people;
pub mod samples;
mod sets;

pub use balance::BalancePage;
pub use board::{BoardPage, TypedBoard};
pub use own::OwnTeams;
pub use people::{Crumb, MemberLine, Spread};
pub use sets::TeamsPage;
