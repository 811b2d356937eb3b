//! What a response is, what it is worth, which questions are asked, and what may be done and shown when.

pub mod drawing;
pub mod marking;
pub mod merging;
pub mod response;
pub mod term;
