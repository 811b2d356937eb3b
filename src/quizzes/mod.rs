//! Quizzes: attempts as append-only steps, marked on the server (G1, G3–G6, G8).
//!
//! An attempt draws its questions once, by a seed that keeps them and their order the same on every device.
//! Every answer is a step with the next number; a step that was confirmed is on disk. Handing in marks the
//! latest answer to each question. Right answers leave this room only through [`views::After`] and its JSON
//! twin, and only when [`rules::term::is_released`] says so.

pub mod actions;
pub mod api;
pub mod jobs;
pub mod pages;
pub mod rules;
pub mod store;
pub mod views;
