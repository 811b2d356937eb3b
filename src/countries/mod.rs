//! What a country asks of papers: kinds of documents, the fewest hours, who may get what, terms and wording, as data.
//! Each country has a profile, a file that comes with the program and that an administrator of the site may replace; an
//! organisation has a country, its own or that of the one above it (M2).

pub mod actions;
pub mod api;
pub mod pages;
pub mod rules;
pub mod store;
pub mod views;
