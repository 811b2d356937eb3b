//! The question bank: what questions are and what answers to them are worth, kept in categories with every
//! version they ever had (G7). Quizzes name the versions that they ask.

pub mod actions;
pub mod api;
pub mod jobs;
pub mod pages;
pub mod rules;
pub mod store;
pub mod views;
