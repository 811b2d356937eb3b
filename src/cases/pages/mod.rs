//! The pages of cases: a trainee's work, the trainer's desk, files.

pub mod extensions;
pub mod files;
pub mod grading;
pub mod hidings;
pub mod setups;
pub mod work;

mod uploads;
