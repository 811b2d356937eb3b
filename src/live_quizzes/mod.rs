//! Live quizzes: a trainer runs a quiz in the room, the question stands on the projector, answers come from
//! phones (G2).
//!
//! What happened is a list of steps that is only added to; [`rules::run::Run`] reads the state from it, by the
//! server's clock alone. [`hub::Hub`] keeps every page in the room up to date over server-sent events. A right
//! answer leaves this room only after its question was closed, and the results count only when the trainer
//! says so.

pub mod actions;
pub mod api;
pub mod hub;
pub mod pages;
pub mod rules;
pub mod store;
pub mod views;
