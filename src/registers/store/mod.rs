//! Rows of registers, their settings, prepared numbers and explained gaps, and of blanks.

pub mod blanks;
pub mod numbers;
pub mod years;
