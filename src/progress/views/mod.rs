//! What the pages of the room print.

pub mod asked;
pub mod conditions;
pub mod course;
pub mod edition;
pub mod extra_modules;
pub mod hours;
pub mod numbers;
pub mod person_hours;
pub mod totals;
pub mod trace;
