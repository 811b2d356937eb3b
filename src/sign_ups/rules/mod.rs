//! Who gets a place, and when places can be asked for. Pure: `now` is an argument.

pub mod queue;
pub mod setting;

pub use queue::{BelowConfirmed, Entry, Filled, Full, Queue};
