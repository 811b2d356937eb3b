//! Cases that trainees meet at their own institutions and bring to those who teach them (H4).
//!
//! A case is read by its author, those who teach the edition, and administrators. What anybody else reads is another text,
//! written by staff so that it names nobody, and only with its author's consent (H7).

pub mod actions;
pub mod api;
pub mod pages;
pub mod rules;
pub mod store;
pub mod views;
