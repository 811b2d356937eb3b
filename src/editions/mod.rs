//! Editions: a run of one programme version with its dates, trainers, rule and people. Enrolment one by one
//! and from a file lives here; what people have done so far lives in `progress`.

pub mod actions;
pub mod api;
pub mod pages;
pub mod rules;
pub mod store;
pub mod views;
