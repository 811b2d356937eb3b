//! Digital credentials: keys, signed statements about documents, lists of their status, and verification. A credential
//! is a W3C Verifiable Credential 2.0 in the Open Badges 3.0 data model. The room knows no documents: what a credential
//! says comes from the room `documents`, and anybody's credential is verified here.

pub mod actions;
pub mod api;
pub mod pages;
pub mod rules;
pub mod store;
pub mod views;
