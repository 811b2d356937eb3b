//! Lessons: texts that trainees read at their own time (F4, F6, F12). A lesson is completed when its reader says
//! so, which credits its hours once. The place is kept, so that reading goes on on another device.

pub mod actions;
pub mod api;
pub mod pages;
pub mod rules;
pub mod store;
pub mod views;
