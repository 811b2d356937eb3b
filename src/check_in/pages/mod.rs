//! Pages of the check-in: the trainer's, the projector's, and those of the people who come.

pub mod console;
mod guessing;
pub mod here;
pub mod places;
mod scan;

pub(in crate::check_in) use guessing::arrive;
pub(in crate::check_in) use scan::origin;
