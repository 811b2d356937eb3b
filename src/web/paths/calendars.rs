//! Addresses of the room `calendars`.
