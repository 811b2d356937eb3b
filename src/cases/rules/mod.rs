//! What is decided about works: until when, which version, how many points, passed or not. Pure.

mod handing;
mod lateness;
mod names;
mod naming;
mod own_marks;
mod parts;
mod passages;
mod reminders;
mod rubric;
mod rubric_draft;
mod rubrics;
mod setup;
mod staged;
mod term;

pub use handing::{
    Given, MOST_CHARACTERS, Refusal, VersionState, is_something, lines, nameless_file, next_version,
    receipt_text, versions_left,
};
pub use lateness::{Lateness, after_lateness, closes_at, lateness};
pub use names::{Stand, hides_names};
pub use naming::{Telling, Telltale, has_surname, telltale};
pub use own_marks::{OwnMarks, field_of_own, lacking_own, strange_own};
pub use parts::{Parts, faulty_links, field_of_part, is_address, missing};
pub use passages::{Piece, annotated, find_passage};
pub use reminders::reminder;
pub use rubric::{Said, check, field_of_points, field_of_remark, needed, pass_points, result, total};
pub use rubric_draft::{
    CriterionDraft, LevelDraft, MOST_CRITERIA, MOST_LEVELS, RubricCommand, RubricDraft, field_of_criterion,
    field_of_level,
};
pub use rubrics::{OWN_RUBRIC, Rubric, RubricVersion, Rubrics, graded_by};
pub use setup::{Allocation, CaseSetup, LateRule, Release, check as check_setup, release_of};
pub use staged::{Steps, debrief_is_open};
pub use term::OLD_AFTER_DAYS;
