//! Addresses of the room `federal_register`.
