//! The pages of a quiz: before, during, the last look, after.

mod after;
mod before;
mod check;
mod during;
mod gaps;
mod item;
mod parts;
mod review;
mod samples;

pub use after::After;
pub use before::Before;
pub use check::Check;
pub use during::{During, Retry};
pub use parts::{describe, percent};
