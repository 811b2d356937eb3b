//! What consultations may be opened, and who gets one until when. Pure: `now` is an argument.

pub mod booking;
pub mod changing;
pub mod opening;
pub mod saying;

pub use booking::{Refusal, Slot};
pub use changing::Change;
pub use opening::{Counted, Hour, Opening, Row, Wish};
