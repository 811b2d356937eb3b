//! Sessions and the roll call: what a trainer does on a phone, and what it is worth (F1, F11, L1, L4).

mod by_api;
pub mod ground;
mod roll_call;
mod schedule;
mod timetable;
