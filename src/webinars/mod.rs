//! Lists of who was at a webinar, as tools for meetings write them down: who of the edition that was, for how long, and the
//! marks that follow (F11). Nothing is marked before the trainer has seen what would change.

pub mod actions;
pub mod api;
pub mod jobs;
pub mod pages;
pub mod rules;
pub mod store;
pub mod views;
