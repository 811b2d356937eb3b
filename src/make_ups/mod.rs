//! Making up for a missed session: being at the same session of another edition, or something done with the trainer.
//! It is credited once, as a source of its own, and never beyond what the missed session was worth (L9).

pub mod actions;
pub mod api;
pub mod pages;
pub mod rules;
pub mod store;
pub mod views;
