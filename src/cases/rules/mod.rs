//! What is decided about works: until when, which version, how many points, passed or not. Pure.

mod grading;
mod handing;
mod staged;
mod term;

pub use grading::{Said, check, field_of_points, field_of_remark, pass_points, result, total};
pub use handing::{
    Given, MOST_CHARACTERS, Refusal, VersionState, is_something, lines, next_version, receipt_text,
    versions_left,
};
pub use staged::{Steps, debrief_is_open};
pub use term::{OLD_AFTER_DAYS, due_at, is_late};
