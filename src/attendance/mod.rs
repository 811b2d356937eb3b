//! Sessions of an edition and who was there: the timetable, the roll call, and the minutes it credits.
//! The hours themselves are kept by `progress`; this room only reports what a mark is worth.

pub mod actions;
pub mod api;
pub mod jobs;
pub mod pages;
pub mod rules;
pub mod store;
pub mod views;
