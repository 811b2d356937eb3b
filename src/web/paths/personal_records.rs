//! Addresses of the room `personal_records`.
