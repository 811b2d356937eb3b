//! Consultations: trainers keep times free for them, trainees book one from their own page, swap and cancel it, or ask for
//! another time (S1–S3). Who came is noted, and counts in the ledger where the slot says so.

pub mod actions;
pub mod api;
pub mod pages;
pub mod rules;
pub mod store;
pub mod views;
