//! Organisations: those that send people, run editions and issue papers, with their sector and their tree.

pub mod actions;
pub mod api;
pub mod pages;
pub mod rules;
pub mod store;
pub mod views;
