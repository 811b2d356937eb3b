//! Rows of consultations. Nothing is ever deleted.

pub mod bookings;
pub mod requests;
pub mod settings;
pub mod slots;
