//! What is decided about grading: whose place a work is, who may get it, what several graders make of it. Pure.

mod agreement;
mod allocation;
mod deciding;
mod marks;
mod seats;
mod states;

pub use agreement::{same, weighted_kappa};
pub use allocation::{Candidate, choose, conflicted};
pub use deciding::{Decision, decide};
pub use marks::{Marks, graded};
pub use seats::{CLAIM_MINUTES, Held, Stance, stance};
pub use states::{Whose, WorkState, state_of};
