//! Pages of the bank.

pub mod categories;
pub mod editor;
pub mod entries;
pub mod exports;
pub mod imports;
pub mod lists;

use crate::kernel::Gate;

/// Trainers and administrators; what of it is theirs, the actions say.
const GATE: Gate = Gate::Trainer;
