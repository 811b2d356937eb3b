//! People mark themselves at a session: by a code on the projector that changes every ten seconds, or by joining
//! the meeting. What looks odd is shown to the trainer and blocks nobody (F11, L1, L4).

pub mod actions;
pub mod api;
pub mod pages;
pub mod rules;
pub mod store;
pub mod views;
