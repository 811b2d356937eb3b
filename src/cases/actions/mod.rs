//! What people do with cases: open one, write a draft, hand a version in, look through the queue, grade.

mod drafts;
mod files;
mod grading;
mod letters;
mod opening;
mod queue;
mod submissions;

pub use drafts::{Draft, DraftInput, Kept, Saved, save_draft, save_file};
pub use files::download;
pub use grading::{GradeInput, Graded, Work, grade, work};
pub use opening::{Case, Grade, Opened, State, Version, Which, open, require_workable};
pub use queue::{WaitingWork, queue, waiting};
pub use submissions::{HandedIn, hand_in, submit};
