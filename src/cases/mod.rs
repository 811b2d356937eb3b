//! Case exercises: a trainee reads a situation, writes a work, hands in versions of it; a trainer grades each by
//! the rubric and says what to do otherwise (H1–H3, H7, H8).

pub mod actions;
pub mod api;
pub mod jobs;
pub mod pages;
pub mod rules;
pub mod store;
pub mod views;
