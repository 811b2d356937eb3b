//! The templates that an administrator sees, and making one.

use super::{kind_key, languages_key};
use crate::kernel::{Fault, PaperTemplateId, Problem, Word};
use crate::paper_templates::actions::Shelf;
use crate::paper_templates::rules::Languages;
use crate::programmes::rules::words::DocumentKind;
use crate::web::{Choice, Field, Form, Say, Title, View, paths};
use serde::Serialize;

/// The templates, by kind.
#[derive(Debug, Serialize)]
pub struct IndexPage {
    new_url: &'static str,
    rows: Vec<Row>,
}

#[derive(Debug, Serialize)]
struct Row {
    url: String,
    name: String,
    kind_key: String,
    languages_key: String,
    organisation: Option<String>,
    versions: usize,
    at_work: Option<i32>,
}

impl IndexPage {
    /// The templates of a shelf.
    pub fn new(shelf: &Shelf) -> IndexPage {
        let row =
            |(row, versions, at_work): &(crate::paper_templates::store::TemplateRow, usize, Option<i32>)| {
                Row {
                    url: paths::paper_template(row.id),
                    name: row.name.clone(),
                    kind_key: kind_key(row.kind),
                    languages_key: languages_key(row.languages),
                    organisation: row.organisation.and_then(|id| shelf.names.get(&id).cloned()),
                    versions: *versions,
                    at_work: *at_work,
                }
            };
        IndexPage { new_url: paths::NEW_PAPER_TEMPLATE, rows: shelf.templates.iter().map(row).collect() }
    }
}

impl View for IndexPage {
    const TEMPLATE: &'static str = "pages/paper_templates/index";

    fn title(&self) -> Title {
        Title::key("paper-templates-title")
    }

    fn samples() -> Vec<IndexPage> {
        let row = |organisation: Option<&str>, at_work| Row {
            url: paths::paper_template(PaperTemplateId(1)),
            name: "Алғыс хат с гербом".into(),
            kind_key: kind_key(DocumentKind::ThankYouLetter),
            languages_key: languages_key(Languages::KkRu),
            organisation: organisation.map(str::to_owned),
            versions: 3,
            at_work,
        };
        let rows = vec![row(Some("Учебный центр «Бірге»"), Some(2)), row(None, None)];
        vec![
            IndexPage { new_url: paths::NEW_PAPER_TEMPLATE, rows },
            IndexPage { new_url: paths::NEW_PAPER_TEMPLATE, rows: Vec::new() },
        ]
    }
}

/// Making a template: for whom, for which paper, in which languages.
#[derive(Debug, Serialize)]
pub struct NewPage {
    index_url: &'static str,
    create_url: &'static str,
    name: Field,
    organisation: Field,
    organisations: Vec<Choice>,
    kind: Field,
    kinds: Vec<Choice>,
    languages: Field,
    language_choices: Vec<Choice>,
    fields: Vec<Field>,
}

impl NewPage {
    /// The form as it was typed, with its faults.
    pub fn new(shelf: &Shelf, (form, problem): (&Form, &Problem), say: Say<'_>) -> NewPage {
        let field = |name| Field::typed(name, form, problem);
        let own = shelf.organisations.iter();
        let mut organisations: Vec<Choice> =
            own.map(|(id, name)| Choice::new(id, name.clone(), form.raw("organisation"))).collect();
        if shelf.everywhere {
            let everywhere = say("paper-templates-everywhere");
            organisations.insert(0, Choice::new("all", everywhere, form.raw("organisation")));
        }
        let choices = |words: &[&str], key: &dyn Fn(&str) -> String, name: &str| -> Vec<Choice> {
            words.iter().map(|word| Choice::new(word, say(&key(word)), form.raw(name))).collect()
        };
        let kind = |word: &str| format!("programmes-document-{word}");
        let language = |word: &str| format!("paper-templates-languages-{}", word.replace('_', "-"));
        let fields = ["name", "organisation", "kind", "languages"];
        NewPage {
            index_url: paths::PAPER_TEMPLATES,
            create_url: paths::PAPER_TEMPLATES,
            name: field("name"),
            organisation: field("organisation"),
            organisations,
            kind: field("kind"),
            kinds: choices(DocumentKind::WORDS, &kind, "kind"),
            languages: field("languages"),
            language_choices: choices(Languages::WORDS, &language, "languages"),
            fields: fields.map(field).into_iter().filter(|one| !one.faults.is_empty()).collect(),
        }
    }
}

impl View for NewPage {
    const TEMPLATE: &'static str = "pages/paper_templates/new";

    fn title(&self) -> Title {
        Title::key("paper-templates-new-title")
    }

    fn samples() -> Vec<NewPage> {
        let shelf = Shelf {
            templates: Vec::new(),
            organisations: vec![(crate::kernel::OrganisationId(1), "Учебный центр «Бірге»".into())],
            names: Default::default(),
            everywhere: true,
        };
        let (form, fine) = (Form::default(), Problem::invalid(Vec::new()));
        let faults = vec![Fault::new("name", "required"), Fault::new("kind", "paper-template-exists")];
        let wrong = Problem::invalid(faults);
        let say = |key: &str| key.to_owned();
        vec![NewPage::new(&shelf, (&form, &fine), &say), NewPage::new(&shelf, (&form, &wrong), &say)]
    }
}
