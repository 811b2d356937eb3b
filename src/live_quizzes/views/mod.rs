//! The pages of a live quiz: the trainer's list, form, console, projector and debriefing; the door and the phone.

mod console;
mod debriefing;
mod door;
mod index;
mod parts;
mod phone;
mod samples;
mod setup;
mod stage;
mod verdict;

pub use console::{Console, ConsoleState};
pub use debriefing::Debriefing;
pub use door::{DoorPage, Typed};
pub use index::Index;
pub use phone::{Phone, PhoneState};
pub use setup::Setup;
pub use stage::{Eyes, Screen, ScreenState};
