//! HTML handlers of this room.

pub mod editions;
pub mod input;
pub mod lists;
