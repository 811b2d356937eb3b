//! The pages of the bank.

pub mod categories;
pub mod editor;
pub mod entry;
pub mod imports;
pub mod index;
pub mod losses;
pub mod preview;

mod samples;

pub use categories::{Categories, CategoryForm};
pub use editor::{Editor, Kinds};
pub use entry::Entry;
pub use imports::{Import, Upload};
pub use index::Index;

use super::actions::bank::Bank;
use super::rules::{Owner, QuestionKind};
use crate::kernel::{Fault, Language, QuestionCategoryId, Word as _};
use crate::web::{Choice, Field, Reader, paths};
use serde::Serialize;

/// A step on the way down to a page, or another link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Link {
    label: String,
    url: String,
}

/// The Fluent key of a kind of question.
pub(super) fn kind_key(kind: QuestionKind) -> String {
    format!("questions-kind-{}", kind.as_str().replace('_', "-"))
}

/// The languages in the order in which the reader wants them, the own one first.
pub(super) fn languages(reader: Language) -> Vec<Language> {
    let rest = [Language::Ru, Language::Kk, Language::En].into_iter().filter(|other| *other != reader);
    std::iter::once(reader).chain(rest).collect()
}

/// Every category that is reached, under whom it belongs to, to choose from.
pub(super) fn category_choices(bank: &Bank, reader: &Reader, chosen: &str) -> Vec<Choice> {
    let mut choices = Vec::new();
    for owner in bank.owners() {
        let name = bank.owner_name(owner, reader.language);
        for (category, depth) in bank.tree.in_order(owner) {
            let indent = "– ".repeat(depth);
            let whose = name.as_ref().map(|name| format!(" · {name}")).unwrap_or_default();
            choices.push(Choice::new(category.id, format!("{indent}{}{whose}", category.name), chosen));
        }
    }
    choices
}

/// The categories from the top down to one, as links into the list.
pub(super) fn way_to(bank: &Bank, category: QuestionCategoryId) -> Vec<Link> {
    let chain = bank.tree.chain(category);
    let link = |row: &&super::rules::tree::Category| Link {
        label: row.name.clone(),
        url: paths::questions(&[("category", &row.id.to_string())]),
    };
    chain.iter().rev().map(link).collect()
}

/// Whose a category is, in words; nothing for the site's own.
pub(super) fn owner_of(bank: &Bank, category: QuestionCategoryId, reader: &Reader) -> Option<String> {
    let owner: Owner = bank.tree.get(category)?.owner;
    bank.owner_name(owner, reader.language)
}

/// What a question asks, in one line of words.
pub(super) fn outline_title(question: &super::rules::Question, reader: Language) -> String {
    super::rules::outline::title(question, reader)
}

/// A field with what was typed and its faults.
pub(super) fn field(name: &str, value: &str, faults: &[Fault]) -> Field {
    Field::with_faults(name, value, faults)
}
