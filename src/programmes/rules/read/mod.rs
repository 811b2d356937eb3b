//! From files to the parts of a programme. Each reader notes every fault it meets and goes on; it gives
//! `None` for what cannot be built.

mod answer;
pub(super) mod case;
mod decisions;
mod essay;
mod form;
mod gaps;
mod hand_in;
pub(super) mod lesson;
mod marked;
pub(super) mod module;
mod number;
mod plan;
pub(super) mod programme;
pub(super) mod question;
pub(super) mod quiz;
mod quotes;
pub(super) mod sections;
mod stages;
