//! What a quiz tells about itself: who reached what, how hard each question is, whether it tells those who know
//! from those who do not, and how far the result can be trusted (G9).
//!
//! The formulas are those of Moodle's quiz statistics, with their sources in [`rules::measures`] and
//! `docs/STATISTICS.md`. Only here are numbers floating: marks themselves are whole thousandths of a point.

pub mod actions;
pub mod api;
pub mod pages;
pub mod rules;
pub mod store;
pub mod views;
