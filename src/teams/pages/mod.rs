//! Pages of teams.

pub mod balances;
pub mod boards;
pub mod own;
pub mod sets;
