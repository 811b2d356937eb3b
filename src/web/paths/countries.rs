//! Addresses of the room `countries`.
