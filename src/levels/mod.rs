//! Where a volunteer stands in an organisation: the level that completed cycles give (M9), and whether the status of a
//! mentor holds (M10). Both follow from documents and from what was attended; neither is written down anywhere.

pub mod actions;
pub mod api;
pub mod pages;
pub mod rules;
pub mod store;
pub mod views;
