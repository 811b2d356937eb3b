//! The decisions of the check-in. Pure: the moment, the key and the rows are arguments.

pub mod code;
pub mod flags;
pub mod opening;
pub mod prompts;

pub use flags::{Flag, Raised};
pub use opening::{Opening, State, Times};
