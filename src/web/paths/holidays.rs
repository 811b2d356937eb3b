//! Addresses of the room `holidays`.
