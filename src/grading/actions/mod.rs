//! What people do about works that were handed in: look through the queue, claim, mark, release, correct.

mod allotting;
mod calibration;
mod claims;
mod comments;
mod desk;
mod drafts;
mod letters;
mod marking;
mod queue;
mod releasing;
mod rubrics;
mod several;

pub use allotting::{AssignInput, allot, except, reassign, take_exception_back};
pub use calibration::{CalibratedWork, Calibration, calibrate, calibration, choose, unchoose};
pub use claims::{Claimed, claim, leave};
pub use comments::{CommentInput, comment, remove_comment};
pub use desk::{Work, regrading, work};
pub use drafts::{DraftInput, Kept, save_draft};
pub use marking::{CorrectInput, GradeInput, Graded, correct, grade, marks_of};
pub use queue::{QueuePage, Waiting, WaitingWork, Wish, next, queue, waiting};
pub use releasing::{CaseLine, EditionCases, due, edition_cases, release, release_all, release_due};
pub use rubrics::{CaseRubrics, case_rubrics, keep_grade};
pub use several::{Agreement, CriterionAgreement, Measure, RubricAgreement, WorkAgreement, agreement};
