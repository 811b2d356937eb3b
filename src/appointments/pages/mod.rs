//! HTML handlers of this room.

pub mod changing;
pub mod desk;
pub mod input;
pub mod opening;
pub mod own;
pub mod requests;
pub mod slot;
