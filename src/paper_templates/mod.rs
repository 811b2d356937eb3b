//! Templates of papers that a methodist edits: versions, pictures, previews, and which version is at work.
//!
//! A template is a typst file of an organisation for one kind of paper and its languages. Every version stays for the
//! documents that were printed with it.

pub mod actions;
pub mod api;
pub mod pages;
pub mod rules;
pub mod store;
pub mod views;
