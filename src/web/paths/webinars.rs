//! Addresses of the room `webinars`.
