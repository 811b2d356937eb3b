//! Issuing to many people at once, and taking their papers away together: documents of an edition, and letters. A batch
//! is worked off in parts, each a transaction of its own, so an interruption loses nothing and issues nothing twice.
//! Whoever does not meet the rule is refused by name, and the others go on.

pub mod actions;
pub mod api;
pub mod jobs;
pub mod pages;
pub mod rules;
pub mod store;
pub mod views;
