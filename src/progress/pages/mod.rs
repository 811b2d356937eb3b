//! Pages of the room.

pub mod course;
