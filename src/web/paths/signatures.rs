//! Addresses of the room `signatures`.
