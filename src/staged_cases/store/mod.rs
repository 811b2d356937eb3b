//! Rows of steps, decisions and drafts of decisions.

mod drafts;
mod steps;

pub use drafts::{DraftRow, draft, put_draft};
pub use steps::{StepRow, insert_decision, insert_step, step, steps, steps_of_case};
