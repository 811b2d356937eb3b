//! Case exercises: a trainee reads a situation, writes a work, hands in versions of it, and sees the grades that
//! were released (H1–H3, H7).

pub mod actions;
pub mod api;
pub mod jobs;
pub mod pages;
pub mod rules;
pub mod store;
pub mod views;
