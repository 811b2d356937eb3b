//! Cases written in the browser: a working copy of a case, as text and as a form over the same text, with everything
//! that the checker says at its place, until it is published as the next version of its programme.

pub mod actions;
pub mod api;
pub mod pages;
pub mod rules;
pub mod store;
pub mod views;
