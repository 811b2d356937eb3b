//! HTML handlers of this room.

pub mod list;
pub mod own;
