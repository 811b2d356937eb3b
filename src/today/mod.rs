//! What awaits somebody in every room of learning, in one place: a trainer's day, a trainee's next step.

pub mod actions;
pub mod api;
pub mod pages;
pub mod views;
