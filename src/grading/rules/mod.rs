//! What is decided about grading: whose place a work is, who may get it, what several graders make of it. Pure.

mod agreement;
mod allocation;
mod deciding;
mod footing;
mod marks;
mod median;
mod seats;
mod shares;
mod states;
mod words;

pub use agreement::{same, weighted_kappa};
pub use allocation::{Candidate, choose, conflicted};
pub use deciding::{Decision, decide};
pub use footing::{Barrier, Footing, may_correct, may_mark, may_remark};
pub use marks::{FormerMarks, Marks, graded};
pub use median::{Proposal, proposal};
pub use seats::{CLAIM_MINUTES, Held, Stance, Third, freed, stance, third};
pub use shares::member_total;
pub use states::{Whose, WorkState, state_of};
pub use words::{reason, remark};
