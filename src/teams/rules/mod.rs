//! What is decided about teams: how people are spread over them, and who may choose for themselves. Pure.

mod balance;
mod names;

pub use balance::{Dealt, Fingerprint, Tight, balance, fingerprint, tight};
pub use names::{LONGEST_NAME, MOST_TEAMS, name_of, next_name};

use crate::kernel::Moment;

/// Whether trainees choose their team themselves now.
pub fn sign_up_is_open(until: Option<Moment>, now: Moment) -> bool {
    until.is_some_and(|until| now < until)
}
