//! Peer reviews: trainees review each other's works at a case, without names on either side.
//!
//! Whoever has handed a work in reviews others; a pure rule allots them. The trainer's mark stays the grade. Of a
//! reviewer's page nothing leads to the author, of an author's nothing to the reviewer; staff see both, unless the
//! case is graded without names.

pub mod actions;
pub mod api;
pub mod jobs;
pub mod pages;
pub mod rules;
pub mod store;
pub mod views;
