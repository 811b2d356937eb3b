//! Grading works: the queue of a trainer, who is at work on what, the desk, marks saved as they are typed, and the
//! release of grades to their authors (H1–H3, H8).

pub mod actions;
pub mod api;
pub mod jobs;
pub mod pages;
pub mod rules;
pub mod store;
pub mod views;
