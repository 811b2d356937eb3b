//! The pages of this room: the list, a new template, one with its versions, one version.

mod list;
mod one;
mod version;

pub use list::{IndexPage, NewPage};
pub use one::TemplatePage;
pub use version::VersionPage;

use super::rules::Languages;
use crate::kernel::Word as _;
use crate::programmes::rules::words::DocumentKind;

/// The Fluent key of a kind of paper.
fn kind_key(kind: DocumentKind) -> String {
    format!("programmes-document-{}", kind.as_str())
}

/// The Fluent key of the languages of a template.
fn languages_key(languages: Languages) -> String {
    format!("paper-templates-languages-{}", languages.as_str().replace('_', "-"))
}
