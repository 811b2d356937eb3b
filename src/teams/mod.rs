//! Teams of an edition, in named sets that cases and games use: made by hand, chosen by trainees, or balanced by
//! organisation, sector, city and position (H6, I2, I5).

pub mod actions;
pub mod api;
pub mod pages;
pub mod rules;
pub mod store;
pub mod views;
