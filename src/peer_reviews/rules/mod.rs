//! What is decided about peer reviews: who reviews what, when a review may be handed in, what reviewing is worth. Pure.

mod allotting;
mod setup;
mod standing;

pub use allotting::{Lacking, Pair, Work, circle, fill};
pub use setup::{PeerSetup, check};
pub use standing::{Facts, ReviewState, points, review_fault, state_of};
