//! The pages of a case, and the parts of them that those who grade see too.

mod case;
mod draft;
mod locked;
mod parts;
pub mod samples;
mod setup;
mod staged;
mod versions;

pub use case::{CasePage, Typed};
pub use locked::Closed;
pub use parts::{FileView, Link, crumbs, paragraphs, text_for_graders, text_with_links};
pub use setup::SetupForm;
pub use versions::{
    CriterionView, GradeView, LevelView, MarkView, NoteLink, NoteView, PieceView, VersionView,
};
