//! What is decided about works: until when, which version, how many points, passed or not. Pure.

mod grading;
mod handing;
mod lateness;
mod parts;
mod reminders;
mod setup;
mod term;

pub use grading::{Said, check, field_of_points, field_of_remark, pass_points, result, total};
pub use handing::{
    Given, MOST_CHARACTERS, Refusal, VersionState, is_something, lines, next_version, receipt_text,
    versions_left,
};
pub use lateness::{Lateness, after_lateness, closes_at, lateness};
pub use parts::{Parts, faulty_links, field_of_part, is_address, missing};
pub use reminders::reminder;
pub use setup::{Allocation, CaseSetup, LateRule, Release, check as check_setup, release_of};
pub use term::{OLD_AFTER_DAYS, due_at};
