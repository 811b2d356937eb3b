//! Addresses of the room `make_ups`.
