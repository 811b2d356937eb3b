//! Pages of the room.

pub mod declarations;
pub mod edition;
pub mod hours;
