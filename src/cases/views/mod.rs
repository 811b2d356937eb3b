//! The pages of a case: for its trainee, and for the trainer's desk.

mod case;
mod desk;
mod draft;
mod locked;
mod parts;
mod queue;
mod samples;
mod staged;
mod versions;

pub use case::{CasePage, Typed};
pub use desk::{Desk, TypedGrade};
pub use locked::Closed;
pub use parts::{Link, crumbs, paragraphs, text_with_links};
pub use queue::{Filter, Queue};
