//! Addresses of the room `roll_calls`.
