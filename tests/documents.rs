//! Documents: issued to whoever met the rule and to nobody else, numbered without gaps, printed from a snapshot,
//! verified by anybody, revoked for a reason, never deleted.

mod book;
pub mod centre;
mod described;
mod issuing;
mod letters;
mod papers;
mod register;
mod replacing;
mod rows;
mod sampling;
mod terms;
mod unprinted;
mod verification;
