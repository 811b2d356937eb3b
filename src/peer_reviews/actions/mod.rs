//! What people do with reviews: set them up, give works out, write, hand in, drop, read.

mod allotting;
mod letters;
mod loading;
mod overseeing;
mod reading;
mod writing;

pub use allotting::{STEP_JOB, allot, tend};
pub use loading::{Review, file, review};
pub use overseeing::{Line, Overview, WorkLine, drop_review, overview, release, set_up};
pub use reading::{Owed, Own, Received, owed, own};
pub use writing::{Kept, hand_in, save_draft};
