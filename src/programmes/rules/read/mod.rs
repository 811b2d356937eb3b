//! From files to the parts of a programme. Each reader notes every fault it meets and goes on; it gives
//! `None` for what cannot be built.

mod answer;
pub(super) mod case;
pub(super) mod lesson;
pub(super) mod module;
pub(super) mod programme;
pub(super) mod question;
pub(super) mod quiz;
pub(super) mod sections;
