//! Addresses of the room `absences`.
