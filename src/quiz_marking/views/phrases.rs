//! The trainer's saved phrases.

use super::{Typed, field, wrong};
use crate::quiz_marking::actions::PhraseRow;
use crate::quiz_marking::rules::LONGEST_PHRASE;
use crate::web::{Field, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Serialize)]
pub struct PhrasesPage {
    queue_url: &'static str,
    url: &'static str,
    phrases: Vec<Line>,
    phrase: Field,
    limit: usize,
    fields: Vec<Field>,
}

#[derive(Debug, Serialize)]
struct Line {
    text: String,
    removal_url: String,
}

impl PhrasesPage {
    /// The phrases, with what was typed as a new one.
    pub fn new(rows: &[PhraseRow], typed: Option<Typed<'_>>) -> PhrasesPage {
        let line =
            |row: &PhraseRow| Line { text: row.text.clone(), removal_url: paths::phrase_removal(row.id) };
        let phrase = field(typed, "phrase", "");
        PhrasesPage {
            queue_url: paths::MARKING,
            url: paths::MARKING_PHRASES,
            phrases: rows.iter().map(line).collect(),
            fields: wrong(&[&phrase]),
            phrase,
            limit: LONGEST_PHRASE,
        }
    }
}

impl View for PhrasesPage {
    const TEMPLATE: &'static str = "pages/marking/phrases";

    fn title(&self) -> Title {
        Title::key("marking-phrases-title")
    }

    fn samples() -> Vec<PhrasesPage> {
        vec![PhrasesPage::new(&super::samples::phrases(), None), PhrasesPage::new(&[], None)]
    }
}
