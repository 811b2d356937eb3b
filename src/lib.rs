//! Birge: a learning management system for volunteer and civil-servant training.

pub mod audit;
pub mod db;
pub mod jobs;
pub mod kernel;
pub mod printing;
pub mod programmes;
