//! What the pages of the room print.

pub mod conditions;
pub mod course;
pub mod edition;
pub mod hours;
