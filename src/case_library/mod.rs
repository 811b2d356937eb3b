//! What becomes of answers when a case is over (H9): an edition talks about some of them without names, and good ones
//! stand as examples for later editions, with the consent of their authors.
//!
//! Nothing is shown by itself. Staff choose an answer and make a copy of its text nameless; files are never shown, a
//! hidden version never is. Whose it is, stands nowhere in this room's pages: answers are known by numbers.

pub mod actions;
pub mod api;
pub mod pages;
pub mod rules;
pub mod store;
pub mod views;
