//! Rows of sets, teams, their members, and the cases that use a set.

mod people;
mod sets;
mod uses;

pub use people::{Trainee, join, leave, people};
pub use sets::{
    SetRow, TeamRow, close_team, insert_set, insert_team, rename_team, set, set_has_works, set_sign_up, sets,
    team, teams,
};
pub use uses::{Placing, TeamCase, place_of, placings, put_use, team_cases, uses};
