//! HTML handlers of this room.

pub mod board;
pub mod input;
pub mod mentor;
pub mod own;
pub mod setting;
