//! The pages of staged cases: playing, a way beside its work, a case in an edition, a case for its authors.

pub mod overview;
pub mod playing;
