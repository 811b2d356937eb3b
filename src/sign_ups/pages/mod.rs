//! HTML handlers of this room.

pub mod input;
pub mod own;
pub mod places;
