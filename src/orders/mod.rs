//! The paper trail of a group: orders, the commission and its protocol, in their order. A paper is a draft until it is
//! signed; then its number, its date and everything it prints are kept for ever, and only another order changes or
//! cancels it. Documents of qualification are issued where the trail says so.

pub mod actions;
pub mod api;
pub mod jobs;
pub mod pages;
pub mod rules;
pub mod store;
pub mod views;
