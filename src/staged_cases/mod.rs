//! Staged cases: the facts of a case arrive step by step, each step asks for a decision, and what comes next depends on
//! it. The path is kept as rows that are only added, and stands beside the rubric when the work is graded.

pub mod actions;
pub mod api;
pub mod jobs;
pub mod pages;
pub mod rules;
pub mod store;
pub mod views;
