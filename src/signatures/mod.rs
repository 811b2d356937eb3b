//! Signatures made elsewhere: detached files and signed PDFs kept, byte for byte, with a document or an order. We do not
//! sign and do not judge a certificate; we say whether what was signed is what we keep, where that can be computed.

pub mod actions;
pub mod api;
pub mod pages;
pub mod rules;
pub mod store;
pub mod views;
