//! The pages of registers and of blanks.

pub mod blanks;
pub(super) mod input;
pub mod numbers;
pub mod years;
