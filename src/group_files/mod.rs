//! The whole file of a group as one archive: title page, list, plans, orders, schedule, journal, assessment sheet,
//! protocol, register extract, the issued documents, and an inventory with the SHA-256 of each. Put together by a job,
//! paper by paper, so an interruption loses nothing; what is not there yet is named instead of failing.

pub mod actions;
pub mod api;
pub mod jobs;
pub mod pages;
pub mod rules;
pub mod store;
pub mod views;
