//! What lets somebody into an edition (M11): a programme completed before. A completion here is recognised by itself; what
//! was completed elsewhere is shown by the person and approved or refused by those who run the edition.

pub mod actions;
pub mod api;
pub mod pages;
pub mod rules;
pub mod store;
pub mod views;
