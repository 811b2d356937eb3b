//! HTML handlers of this room, and what subscribed programs read.

pub mod calendar;
pub mod feeds;
pub(super) mod input;
pub mod notices;
