//! Addresses of the room `orders`.
