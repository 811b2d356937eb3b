//! Addresses of the room `sign_ups`.
