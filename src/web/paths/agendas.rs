//! Addresses of the room `agendas`.
