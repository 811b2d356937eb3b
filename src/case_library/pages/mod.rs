//! Pages of talks and examples.

pub mod boards;
pub mod prepared;
pub mod talks;
