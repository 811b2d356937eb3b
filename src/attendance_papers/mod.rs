//! Papers of attendance: the matrix of people and sessions, the journal, sign-in sheets, the schedule, certificates of
//! attendance for employers and transcripts of hours (L1, L4, L6). Everything is read: marks and their corrections from
//! the roll call, minutes from the one ledger. Nothing is written here.

pub mod actions;
pub mod api;
pub mod pages;
pub mod rules;
pub mod store;
pub mod views;
