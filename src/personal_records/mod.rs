//! A person's record: every course, every hour and every document on one page, as papers, and as a statement signed by
//! the installation. Everything is read from the other rooms; nothing is kept here.

pub mod actions;
pub mod api;
pub mod pages;
pub mod rules;
pub mod store;
pub mod views;
