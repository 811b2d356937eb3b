//! Training that never ends: the first hours in person, and one session a quarter.
//!
//! Beside its programme an edition may ask two things of its people: so many hours in person at all (E1, L3), and at
//! least one session in person in every calendar quarter from their start until they leave (L2). What was attended is
//! read from the ledger; nothing here credits hours.

pub mod actions;
pub mod api;
pub mod jobs;
pub mod pages;
pub mod rules;
pub mod store;
pub mod views;
