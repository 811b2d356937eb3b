//! What is decided about shown answers: which words may be shown, and where the consent of an author stands. Pure.

mod consent;
mod words;

pub use consent::{Consent, agreed_by_all, consent};
pub use words::{LONGEST_REMARK, copy, remark};
