//! Marking by people: essays question by question, another mark with a reason, appeals, and marking a question
//! again when it turns out to have been wrong (G10).
//!
//! A mark is never overwritten without a trace: [`crate::quizzes::actions::marks`] keeps what it was, why it
//! changed and by whom, and settles the attempt. Where an edition marks without names, no query of this room
//! reads one, and an answer is known by a number that nothing else shows.

pub mod actions;
pub mod api;
pub mod jobs;
pub mod pages;
pub mod rules;
pub mod store;
pub mod views;
