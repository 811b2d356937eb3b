//! The pages of cases: a trainee's work, the trainer's desk, files.

pub mod files;
pub mod grading;
pub mod setups;
pub mod work;

mod uploads;
