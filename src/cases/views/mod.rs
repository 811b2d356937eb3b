//! The pages of a case: for its trainee, and for the trainer's desk.

mod case;
mod desk;
mod draft;
mod extensions;
mod hiding;
mod locked;
mod parts;
mod queue;
mod samples;
mod setup;
mod versions;
mod writing;

pub use case::{CasePage, Typed};
pub use desk::{Desk, TypedGrade};
pub use extensions::Extensions;
pub use hiding::HidingPage;
pub use locked::Closed;
pub use queue::{Filter, Queue};
pub use setup::SetupForm;
