//! Pages of the room.

pub mod edition;
pub mod hours;
