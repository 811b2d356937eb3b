//! Pages of the room.

pub mod course;
pub mod declarations;
pub mod edition;
