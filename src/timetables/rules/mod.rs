//! The decisions of laying out: which dates, what is chosen of them, how far a schedule is shifted. Pure.

pub mod choice;
pub mod recurrence;
pub mod shift;
pub mod week;

pub use choice::{Chosen, State};
pub use recurrence::{QuarterDay, Rhythm, Series, Until, Week};
