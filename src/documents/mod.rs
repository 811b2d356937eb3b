//! Documents: what a trainee carries away. An administrator issues them to everybody who has met the rule, the
//! number comes from a gap-free register in the same transaction, everything printed is kept as a snapshot, and
//! anybody can verify a document by the code on it. A document is never deleted; revoking it is a row with a
//! reason.

pub mod actions;
pub mod api;
pub mod jobs;
pub mod pages;
pub mod rules;
pub mod store;
pub mod views;
