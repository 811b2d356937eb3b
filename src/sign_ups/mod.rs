//! Signing up for a session that has places: the capacity holds for everybody, who finds no place waits in the order of
//! arrival, and a place that becomes free goes to the next one at once (L5, S2).

pub mod actions;
pub mod api;
pub mod pages;
pub mod rules;
pub mod store;
pub mod views;
