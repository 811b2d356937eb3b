//! Which questions are asked, what may be done and shown when, how an answer is marked, how answers of two places are
//! merged, and how they are carried from one version of a question to another.

pub mod behaviours;
pub mod carrying;
pub mod draft;
pub mod drawing;
pub mod merging;
pub mod presets;
pub mod setup;
pub mod term;
pub mod windows;
