//! What a session is made of: questions, blocks, guests, conditions of access, visits and shifts.
//!
//! When and where a session is held, and who was there, is kept by `attendance`; here is what happens in it. Those who
//! teach or administer the edition write it; those of whom the session is asked read it.

pub mod actions;
pub mod api;
pub mod pages;
pub mod rules;
pub mod store;
pub mod views;
