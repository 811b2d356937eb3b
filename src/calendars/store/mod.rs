//! What stands in calendars, and the addresses and messages of this room.

pub mod entries;
pub mod feeds;
pub mod notices;
