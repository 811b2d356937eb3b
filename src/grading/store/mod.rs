//! Rows of grading: works that wait, places at them, marks as typed, grades with what they were before.

mod calibration;
mod choices;
mod comments;
mod drafts;
mod exceptions;
mod gradings;
mod markings;
mod peers;
mod queue;
mod rubrics;
mod seats;
mod works;

pub use calibration::{
    CalibrationRow, calibrations, choose, chosen, insert_calibration, uncalibrated, unchoose,
};
pub use choices::{Choices, choices, editions_of};
pub use comments::{comment, insert_comment, remove_comment};
pub use drafts::{DraftRow, draft, drop_draft, put_draft};
pub use exceptions::{
    ExceptionRow, excepted_in, exception, exception_for, exceptions, insert_exception, is_excepted,
    revoke_exception,
};
pub use gradings::{
    Former, NewGrading, RevisionRow, in_review, insert_grading, insert_revision, release, replace_grading,
    revisions,
};
pub use markings::{CaseMarking, MarkingRow, insert_marking, markings, of_case};
pub use peers::proposed;
pub use queue::{Counts, Filter, WaitingRow, count, counts, oldest, waiting};
pub use rubrics::{AffectedRow, StaysRow, affected, in_marking, insert_stays, stays};
pub use seats::{
    SeatRow, allot, busy, candidates, claim, clear_seat, leave, mark_seat, seats, seats_of, works_for,
};
pub use works::{WorkRow, begin, close, needs_graders, settle, states_of, unreleased_of, work};
