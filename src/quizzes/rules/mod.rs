//! Which questions are asked, what may be done and shown when, and how answers of two places are merged.

pub mod drawing;
pub mod merging;
pub mod term;
