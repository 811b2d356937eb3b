//! Progress over the API: for the trainee, and of an edition at a glance.

pub mod course;
pub mod declarations;
pub mod edition;
pub mod hours;
