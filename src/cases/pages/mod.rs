//! The pages of cases: a trainee's work, an edition's setup, files.

pub mod extensions;
pub mod files;
pub mod hidings;
pub mod ratings;
pub mod setups;
pub mod work;

mod uploads;
