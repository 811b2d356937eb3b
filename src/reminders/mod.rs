//! Reminders of sessions (T1) and warnings about missed ones (L10): what an edition sends by itself, when, and to whom.
//!
//! Both are looked for every few minutes, put into the outbox once, and decided again at the moment of sending: nobody is
//! reminded of what was cancelled, and nobody is warned of what was excused or made up for. The share of attendance is
//! the one of `progress`; nothing here counts minutes in another way.

pub mod actions;
pub mod api;
pub mod jobs;
pub mod pages;
pub mod rules;
pub mod store;
pub mod views;
