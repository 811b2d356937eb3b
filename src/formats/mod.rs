//! The formats of activities: those that everybody knows, and those that a centre adds by itself (A3).

pub mod actions;
pub mod api;
pub mod pages;
pub mod rules;
pub mod store;
pub mod views;
