//! Birge: a learning management system for volunteer and civil-servant training.

pub mod kernel;
pub mod printing;
