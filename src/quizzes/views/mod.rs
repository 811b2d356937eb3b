//! The pages of a quiz: before, during, the last look, after.

mod after;
mod before;
mod chart;
mod check;
mod conduct;
mod during;
mod exceptions;
mod gaps;
mod item;
mod map;
pub mod parts;
mod review;
mod samples;
mod sections;
mod setups;
mod unsent;

pub use after::After;
pub use before::Before;
pub use check::Check;
pub use during::{During, Retry};
pub use exceptions::Exceptions;
pub use parts::{describe, percent, plain, words_of};
pub use samples::handed_in as sample_reading;
pub use setups::{Quizzes, SetupForm};
