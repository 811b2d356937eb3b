//! The calendar of a person and of an edition: month, week and list, addresses to which other programs' calendars
//! subscribe, the choice of invitations by mail, and messages to everybody whom a session concerns (T1, T3).

pub mod actions;
pub mod api;
pub mod pages;
pub mod rules;
pub mod store;
pub mod views;
