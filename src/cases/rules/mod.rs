//! What is decided about works: until when, which version, how many points, passed or not. Pure.

mod handing;
mod passages;
mod rubric;
mod setup;
mod staged;
mod term;

pub use handing::{
    Given, MOST_CHARACTERS, Refusal, VersionState, is_something, lines, nameless_file, next_version,
    receipt_text, versions_left,
};
pub use passages::{Piece, annotated, find_passage};
pub use rubric::{Said, check, field_of_points, field_of_remark, pass_points, result, total};
pub use setup::{Allocation, CaseSetup, LateRule, Release, check as check_setup, release_of};
pub use staged::{Steps, debrief_is_open};
pub use term::{OLD_AFTER_DAYS, due_at, is_late};
