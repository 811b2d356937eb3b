//! The pages of a case, and the parts of them that those who grade see too.

mod afterwards;
mod case;
mod draft;
mod extensions;
mod former;
mod hiding;
mod locked;
mod own;
mod parts;
pub mod samples;
mod setup;
mod staff_samples;
mod staged;
mod team_samples;
mod teams;
mod versions;
mod writing;

pub use case::{CasePage, Typed};
pub use extensions::Extensions;
pub use hiding::HidingPage;
pub use locked::Closed;
pub use own::{Difference, OwnForm, OwnRow, OwnView};
pub use parts::{FileView, Link, crumbs, paragraphs, text_for_graders, text_with_links};
pub use setup::SetupForm;
pub use versions::{
    CriterionView, FormerMark, GradeView, LevelView, MarkView, NoteLink, NoteView, PieceView, VersionView,
};
