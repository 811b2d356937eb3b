//! Addresses of the room `letters`.
