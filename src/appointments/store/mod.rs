//! Rows of consultations. Nothing is ever deleted.

pub mod bookings;
pub mod changes;
pub mod days;
pub mod outcomes;
pub mod requests;
pub mod settings;
pub mod slots;
