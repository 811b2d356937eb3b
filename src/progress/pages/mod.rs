//! Pages of the room.

pub mod course;
pub mod edition;
