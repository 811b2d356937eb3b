//! What the pages of the room print.

pub mod book;
pub mod check;
pub mod credential;
pub mod document;
mod document_samples;
pub mod entry;
pub mod handing;
pub mod issuing;
pub mod own;
pub mod register;
pub mod replacement;
pub mod sampling;
mod unprinted;
pub mod verification;

use super::rules::conditions::Decided;
use crate::kernel::{Fault, Language};
use crate::programmes::rules::words::{DocumentKind, Word as _};
use crate::render::Words;
use serde::Serialize;

/// The message that names a kind of document.
pub fn kind_key(kind: DocumentKind) -> String {
    format!("documents-kind-{}", kind.as_str())
}

/// A condition as the condition list prints it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ConditionLine {
    met: bool,
    text: String,
}

impl ConditionLine {
    /// A decided condition in a reader's language.
    pub fn new(decided: &Decided, words: &Words, language: Language) -> ConditionLine {
        let (key, args) = decided.message(language);
        let args: Vec<(&str, &str)> =
            args.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        ConditionLine { met: decided.met(), text: words.text_with(language, &key, &args) }
    }

    fn sample(met: bool) -> ConditionLine {
        ConditionLine { met, text: "Посещаемость 92 %, нужно 80 %".into() }
    }
}

/// A fault for the samples.
fn sample_fault() -> Fault {
    Fault::new("enrolments.2", "document-attendance-short")
        .with("share", 72)
        .with("held", 90)
        .with("needed", 80)
}
