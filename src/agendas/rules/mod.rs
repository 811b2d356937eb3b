//! The decisions about what a session is made of. Pure: `now` is an argument, nothing is looked up.

pub mod blocks;
pub mod clock;
pub mod contents;
pub mod copying;
pub mod shifts;

pub use blocks::{Block, BlockKind};
pub use contents::{Agenda, Guest, Question, Visit};
pub use shifts::Shift;
