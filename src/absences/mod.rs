//! People tell that they will not come to a session, and why (L5). What is told before the start is proposed on the sheet
//! as an excuse and becomes a mark when the trainer saves it; what is told afterwards is decided by the trainer. Nothing here
//! marks by itself: somebody who comes after all can still mark themselves present.

pub mod actions;
pub mod api;
pub mod pages;
pub mod rules;
pub mod store;
pub mod views;
