//! The pages of cases: a trainee's work, an edition's setup, files.

pub mod files;
pub mod setups;
pub mod work;

mod uploads;
