//! Phrases that those who grade and mark save once and use again: each for themselves, and shared in an edition.

pub mod actions;
pub mod api;
pub mod pages;
pub mod rules;
pub mod store;
pub mod views;
