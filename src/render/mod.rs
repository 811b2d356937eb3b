//! Words and templates: Fluent messages in three languages, Handlebars templates over them.
//! Pages and letters are rendered here; what they say comes from the rooms.

mod helpers;
mod includes;
pub mod markup;
mod memo;
mod phrase;
mod sheet;
mod templates;
mod words;

pub use sheet::{Fresh, Sheet};
pub use templates::{RenderError, SafeHtml, Templates};
pub use words::{Words, WordsError};

/// Templates compiled into the program.
#[derive(rust_embed::RustEmbed)]
#[folder = "templates/"]
#[include = "*.hbs"]
pub(crate) struct TemplateFiles;

/// Messages compiled into the program.
#[derive(rust_embed::RustEmbed)]
#[folder = "locales/"]
#[include = "*.ftl"]
pub(crate) struct LocaleFiles;
