//! The page of saved phrases.

use super::actions::{Bank, PhraseRow};
use super::rules::LONGEST_PHRASE;
use crate::kernel::{Actor, EditionId, PersonId, PhraseId, Problem};
use crate::web::{Choice, Field, Form, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Serialize)]
pub struct PhrasesPage {
    works_url: &'static str,
    queue_url: &'static str,
    url: &'static str,
    phrases: Vec<Line>,
    phrase: Field,
    edition: Field,
    editions: Vec<Choice>,
    limit: usize,
    fields: Vec<Field>,
}

#[derive(Debug, Serialize)]
struct Line {
    text: String,
    /// In which edition it is shared.
    shared: Option<String>,
    removal_url: Option<String>,
}

impl PhrasesPage {
    /// The phrases, with what was typed as a new one.
    pub fn new(bank: &Bank, me: &Actor, typed: Option<(&Form, &Problem)>) -> PhrasesPage {
        let field = |name: &str| match typed {
            Some((form, problem)) => Field::typed(name, form, problem),
            None => Field::empty(name),
        };
        let title = |id: EditionId| {
            let found = bank.editions.iter().find(|(known, _)| *known == id);
            found.map(|(_, title)| title.clone()).unwrap_or_default()
        };
        let line = |row: &PhraseRow| Line {
            text: row.text.clone(),
            shared: row.edition.map(title),
            removal_url: (Some(row.person) == me.person).then(|| paths::phrase_removal(row.id)),
        };
        let (phrase, edition) = (field("phrase"), field("edition"));
        let choice = |(id, title): &(EditionId, String)| Choice::new(id, title, &edition.value);
        PhrasesPage {
            works_url: paths::GRADING,
            queue_url: paths::MARKING,
            url: paths::MARKING_PHRASES,
            phrases: bank.phrases.iter().map(line).collect(),
            editions: bank.editions.iter().map(choice).collect(),
            fields: [&phrase].into_iter().filter(|field| !field.faults.is_empty()).cloned().collect(),
            phrase,
            edition,
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
        let me = Actor { person: Some(PersonId(1)), ..Actor::program() };
        let row = |id, text: &str, person, edition: Option<i64>| PhraseRow {
            id: PhraseId(id),
            text: text.into(),
            person: PersonId(person),
            edition: edition.map(EditionId),
        };
        let bank = Bank {
            phrases: vec![
                row(1, "Не хватает примера из практики.", 1, None),
                row(2, "Обещание назовите точнее: день и час.", 2, Some(1)),
            ],
            editions: vec![(EditionId(1), "2-й поток".into())],
        };
        let empty = Bank { phrases: Vec::new(), editions: Vec::new() };
        vec![PhrasesPage::new(&bank, &me, None), PhrasesPage::new(&empty, &me, None)]
    }
}
