//! Rows of templates, settings, files that were made, and what became of documents.

pub mod exports;
pub mod queue;
pub mod reminders;
pub mod settings;
pub mod templates;

use super::rules::State;
use crate::db::stored_text;
use crate::kernel::Word as _;

stored_text!(State, as_str, parse);
