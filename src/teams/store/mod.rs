//! Rows of sets, teams, their members, and the cases that use a set.

mod people;
mod sets;
mod uses;

pub use people::{Stay, Trainee, join, leave, members, people, stays};
pub use sets::{
    SetRow, TeamRow, close_team, insert_set, insert_team, rename_team, set, set_has_works, set_sign_up, sets,
    team, teams,
};
pub use uses::{Placing, TeamCase, mates, place_of, placings, put_use, team_cases, uses};
