//! Addresses of the room `identities`.
