//! The file for the federal register of education documents (ФИС ФРДО), made by filling the customer's own template;
//! which documents are due, what became of each, and a plain register where a country has no such file.

pub mod actions;
pub mod api;
pub mod jobs;
pub mod pages;
pub mod rules;
pub mod store;
pub mod views;
