//! What people do with marks: mark what waits, put another mark in the place of one, appeal, decide, mark again.

mod appealing;
mod desk;
mod letters;
mod overriding;
mod queue;
mod regrading;
mod replaying;

pub use appealing::{Appealing, Contested, Decided, appeal, contested, decide, own_appeal};
pub use desk::{Desk, MarkInput, Marked, Place, desk, first, mark, set_blind};
pub use overriding::{OverrideInput, Overriding, override_mark, overriding};
pub use queue::{Queue, Waiting, WaitingAppeal, WaitingQuestion, queue, waiting};
pub use regrading::{
    Change, Preview, REGRADE_JOB, RegradeInput, Regraded, Source, order, outcome_of, preview, step,
};
