//! Pages of letters and of documents of authority.

mod authority;
mod service;

use super::actions::Choosing;
use super::rules::LONGEST;
use crate::kernel::{Fault, Language, Problem};
use crate::programmes::rules::words::{DocumentKind, Word as _};
use crate::web::{Choice, Field, Form, Say, Title, View, paths};
use chrono::NaiveDate;
use serde::Serialize;

pub use authority::AuthorityPage;
pub use service::{OwnPage, RequestPage, RequestsPage};

/// Whom to choose from, as it was asked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// The edition.
    pub edition: String,
    /// Part of a name.
    pub name: String,
}

/// Writing letters to many.
#[derive(Debug, Clone, Serialize)]
pub struct FormPage {
    url: &'static str,
    preview_url: &'static str,
    batches_url: &'static str,
    edition: Field,
    editions: Vec<Choice>,
    q: Field,
    asked: bool,
    fields: Vec<Field>,
    organisation: Field,
    organisations: Vec<Choice>,
    kind: Field,
    kinds: Vec<Choice>,
    people: Field,
    choices: Vec<Person>,
    count: usize,
    text_ru: Field,
    text_kk: Field,
    limit: usize,
    issued_on: Field,
    today: String,
}

#[derive(Debug, Clone, Serialize)]
struct Person {
    value: String,
    label: String,
    note: Option<String>,
    selected: bool,
    disabled: bool,
}

const KINDS: [DocumentKind; 2] = [DocumentKind::ThankYouLetter, DocumentKind::RecommendationLetter];

impl FormPage {
    /// The form as it was typed, with its faults, over the people found.
    pub fn new(
        choosing: &Choosing,
        asked: &Asked,
        (form, problem): (&Form, &Problem),
        (today, say): (NaiveDate, Say<'_>),
    ) -> FormPage {
        let typed = |name: &str| Field::typed(name, form, problem);
        let fresh = form.raw("kind").is_empty();
        let people = form.all("people");
        let person = |one: &super::store::CandidateRow| Person {
            value: one.person.to_string(),
            label: one.name.full(),
            note: (one.language == Language::Kk).then(|| Language::Kk.own_name().to_owned()),
            selected: if fresh {
                !asked.edition.is_empty()
            } else {
                people.contains(&one.person.to_string())
            },
            disabled: false,
        };
        let names = ["organisation", "kind", "people", "text_ru", "text_kk", "issued_on", "person"];
        let kind = |kind: DocumentKind| {
            let label = say(&format!("documents-kind-{}", kind.as_str()));
            Choice::new(kind.as_str(), label, form.raw("kind"))
        };
        let issuer = |(id, name): &(crate::kernel::OrganisationId, String)| {
            Choice::new(id, name.clone(), form.raw("organisation"))
        };
        let issued_on =
            if fresh { Field::filled("issued_on", today.to_string()) } else { typed("issued_on") };
        FormPage {
            url: paths::LETTERS,
            preview_url: paths::LETTER_PREVIEWS,
            batches_url: paths::DOCUMENT_BATCHES,
            edition: Field::filled("edition", asked.edition.clone()),
            editions: choosing
                .editions
                .iter()
                .map(|(id, title)| Choice::new(id, title.clone(), &asked.edition))
                .collect(),
            q: Field::filled("q", asked.name.clone()),
            asked: !asked.edition.is_empty() || !asked.name.is_empty(),
            fields: names.map(typed).into_iter().filter(|field| !field.faults.is_empty()).collect(),
            organisation: typed("organisation"),
            organisations: choosing.issuers.iter().map(issuer).collect(),
            kind: typed("kind"),
            kinds: KINDS.map(kind).into(),
            people: typed("people"),
            choices: choosing.people.iter().map(person).collect(),
            count: choosing.people.len(),
            text_ru: typed("text_ru"),
            text_kk: typed("text_kk"),
            limit: LONGEST,
            issued_on,
            today: today.to_string(),
        }
    }
}

impl View for FormPage {
    const TEMPLATE: &'static str = "pages/letters/form";

    fn title(&self) -> Title {
        Title::key("letters-title")
    }

    fn samples() -> Vec<FormPage> {
        use crate::kernel::{EditionId, OrganisationId, PersonId, PersonName};
        let people = vec![
            super::store::CandidateRow {
                person: PersonId(1),
                name: PersonName::new("Құрманғазы", "Әлия", None),
                language: Language::Kk,
            },
            super::store::CandidateRow {
                person: PersonId(2),
                name: PersonName::new("Орлов", "Пётр", Some("Ильич")),
                language: Language::Ru,
            },
        ];
        let choosing = |people| Choosing {
            issuers: vec![(OrganisationId(1), "Центр".into())],
            editions: vec![(EditionId(1), "Осенний поток".into())],
            people,
        };
        let say = |key: &str| key.to_owned();
        let fine = Problem::invalid(Vec::new());
        let wrong = Problem::invalid(vec![
            Fault::new("people", "document-nobody-chosen"),
            Fault::new("people", "letter-strangers"),
            Fault::new("kind", "letter-kind"),
            Fault::new("text_ru", "letter-text"),
            Fault::new("text_ru", "letter-placeholder").with("word", "фамилия"),
            Fault::new("text_ru", "letter-text-ru").with("count", 3),
            Fault::new("text_kk", "letter-text-kk").with("count", 3),
            Fault::new("person", "letter-no-programme").with("name", "Орлов Пётр"),
            Fault::new("person", "letter-no-hours").with("name", "Орлов Пётр"),
        ]);
        let typed = Form::of(&[("kind", "thank_you_letter"), ("people", "1"), ("text_ru", "{фамилия}")]);
        let today = NaiveDate::default();
        let of_edition = Asked { edition: "1".into(), name: String::new() };
        let none = Asked { edition: String::new(), name: "Абв".into() };
        vec![
            FormPage::new(&choosing(Vec::new()), &Asked::default(), (&Form::default(), &fine), (today, &say)),
            FormPage::new(&choosing(people.clone()), &of_edition, (&Form::default(), &fine), (today, &say)),
            FormPage::new(&choosing(Vec::new()), &none, (&Form::default(), &fine), (today, &say)),
            FormPage::new(&choosing(people), &of_edition, (&typed, &wrong), (today, &say)),
        ]
    }
}
