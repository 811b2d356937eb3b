//! Addresses of the room `credentials`.
