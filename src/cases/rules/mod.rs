//! What is decided about works: until when, which version, how many points, passed or not. Pure.

mod handing;
mod lateness;
mod parts;
mod passages;
mod reminders;
mod rubric;
mod setup;
mod staged;
mod term;

pub use handing::{
    Given, MOST_CHARACTERS, Refusal, VersionState, is_something, lines, nameless_file, next_version,
    receipt_text, versions_left,
};
pub use lateness::{Lateness, after_lateness, closes_at, lateness};
pub use parts::{Parts, faulty_links, field_of_part, is_address, missing};
pub use passages::{Piece, annotated, find_passage};
pub use reminders::reminder;
pub use rubric::{Said, check, field_of_points, field_of_remark, pass_points, result, total};
pub use setup::{Allocation, CaseSetup, LateRule, Release, check as check_setup, release_of};
pub use staged::{Steps, debrief_is_open};
pub use term::OLD_AFTER_DAYS;
