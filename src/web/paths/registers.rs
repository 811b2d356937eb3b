//! Addresses of the room `registers`.
