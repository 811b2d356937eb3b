//! What consultations may be opened, and who gets one until when. Pure: `now` is an argument.

pub mod booking;
pub mod changing;
pub mod opening;
pub mod saying;
pub mod wish;

pub use booking::{Refusal, Slot};
pub use changing::Change;
pub use opening::{Counted, Hour, Opening, Row};
pub use wish::Wish;
