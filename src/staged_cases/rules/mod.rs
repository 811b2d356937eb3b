//! What is decided about steps: where somebody stands, what may be decided, when time is over, who went where. Pure.

mod play;
mod steps;
mod tally;

pub use play::{Position, check, due_at, follows, is_over, position, settle};
pub use steps::{Decided, LONGEST_TEXT, Made, Step};
pub use tally::{Tally, Way, tally};
