//! The rules of digital credentials: their form, how they are signed and verified. Pure.

pub mod baking;
pub mod base58;
pub mod did;
pub mod facts;
mod form;
pub mod jcs;
pub mod keys;
pub mod opening;
pub mod picture;
pub mod proof;
mod revocation;
mod signature;
pub mod status;
pub mod strict;
pub mod token;
pub mod verdict;
pub mod withdrawal;

#[cfg(test)]
mod tests;
