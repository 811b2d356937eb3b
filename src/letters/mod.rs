//! Papers about a person rather than a course: letters of thanks and recommendation whose text an administrator writes
//! once for many (M12), and documents that confirm a volunteer's authority (D9).

pub mod actions;
pub mod api;
pub mod pages;
pub mod rules;
pub mod store;
pub mod views;
