//! Which questions are asked, what may be done and shown when, how an answer is marked, and how answers of two
//! places are merged.

pub mod behaviours;
pub mod draft;
pub mod drawing;
pub mod merging;
pub mod presets;
pub mod setup;
pub mod term;
