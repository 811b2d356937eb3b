//! The pages of staged cases: for the trainee who plays, for trainers who look at a way, for authors.

mod map;
mod open;
mod overview;
mod parts;
mod path;
mod samples;
mod steps;

pub use map::MapView;
pub use overview::{CasePreviewPage, OverviewPage};
pub use parts::PastStep;
pub use path::{PathPage, PathView};
pub use steps::{StepsPage, Typed};
