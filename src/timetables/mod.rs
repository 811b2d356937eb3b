//! Laying out many sessions at once: repeating one, copying from another edition, and the week that shows them. Nothing
//! is stored here: what is laid out becomes sessions of `attendance`, booked one by one in a single transaction.

pub mod actions;
pub mod api;
pub mod pages;
pub mod rules;
pub mod views;
