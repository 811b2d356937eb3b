//! Addresses of the room `appointments`.
