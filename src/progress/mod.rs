//! How far a trainee has come: completed activities, the one ledger of hours, and the completion rule.
//! Rooms where learning happens report here; whoever wants to know reads here.

pub mod actions;
pub mod api;
mod attending;
pub mod pages;
pub mod rules;
pub mod store;
pub mod views;
