//! Addresses of the room `group_files`.
