//! HTML handlers of this room.

pub mod copies;
pub mod input;
pub mod series;
pub mod weeks;
