//! Addresses of the room `continuing_training`.
