//! A trainer's day: what awaits the trainer in every room of learning, on one page.

pub mod actions;
pub mod pages;
pub mod views;
