//! Documents of authority: what was given, and giving one.

use crate::documents::rules::Holds;
use crate::kernel::{Problem, dates};
use crate::letters::actions::authority::Given;
use crate::letters::store::AuthorityRow;
use crate::web::{Choice, Field, Form, Reader, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Clone, Serialize)]
pub struct AuthorityPage {
    url: &'static str,
    q: Field,
    /// Whether there are more people than the list shows.
    more_people: bool,
    nobody: bool,
    fields: Vec<Field>,
    organisation: Field,
    organisations: Vec<Choice>,
    person: Field,
    people: Vec<Choice>,
    valid_from: Field,
    valid_until: Field,
    place: Field,
    place_kk: Field,
    tasks: Field,
    tasks_kk: Field,
    rows: Vec<Line>,
    first_url: Option<String>,
    further_url: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
struct Line {
    number: String,
    holder: String,
    issued_on: String,
    pdf_url: String,
    /// From when until when it holds.
    period: Option<String>,
    /// It was not taken back, and its last day is over.
    over: bool,
    /// While it can be taken back.
    revocation_url: Option<String>,
    reason_id: String,
}

impl AuthorityPage {
    /// What was given, from the beginning or from some document on, and the form as it was typed, with its faults; the people
    /// are those whose names fit.
    pub fn new(
        given: &Given,
        (name, later): (&str, bool),
        (form, problem): (&Form, &Problem),
        reader: &Reader,
    ) -> AuthorityPage {
        let typed = |name: &str| Field::typed(name, form, problem);
        let names = ["person", "organisation", "valid_from", "valid_until", "place", "tasks", "reason"];
        let today = reader.now.date_in(reader.zone);
        let line = |row: &AuthorityRow| {
            let period = row.period();
            let over = Holds::on(today, period) == Holds::NoLonger;
            let stands = row.live_key.is_some() && !over;
            Line {
                number: row.number.clone(),
                holder: row.holder.clone(),
                issued_on: dates::date(reader.language, row.issued_on),
                pdf_url: paths::authority_document_pdf(row.id),
                period: period.map(|(from, until)| dates::period(reader.language, from, until)),
                over: row.live_key.is_some() && over,
                revocation_url: stands.then(|| paths::authority_document_revocation(row.id)),
                reason_id: format!("reason-{}", row.id),
            }
        };
        let person = |one: &crate::letters::store::CandidateRow| {
            Choice::new(one.person, one.name.full(), form.raw("person"))
        };
        AuthorityPage {
            url: paths::AUTHORITY_DOCUMENTS,
            q: Field::filled("q", name),
            more_people: given.more_people,
            nobody: given.people.is_empty(),
            fields: names.map(typed).into_iter().filter(|field| !field.faults.is_empty()).collect(),
            organisation: typed("organisation"),
            organisations: given
                .issuers
                .iter()
                .map(|(id, name)| Choice::new(id, name.clone(), form.raw("organisation")))
                .collect(),
            person: typed("person"),
            people: given.people.iter().map(person).collect(),
            valid_from: typed("valid_from"),
            valid_until: typed("valid_until"),
            place: typed("place"),
            place_kk: typed("place_kk"),
            tasks: typed("tasks"),
            tasks_kk: typed("tasks_kk"),
            rows: given.rows.iter().map(line).collect(),
            first_url: later.then(|| paths::authority_documents_list(name, None)),
            further_url: given.next_after.map(|after| paths::authority_documents_list(name, Some(after))),
        }
    }
}

impl View for AuthorityPage {
    const TEMPLATE: &'static str = "pages/letters/authority";

    fn title(&self) -> Title {
        Title::key("letters-authority-title")
    }

    fn samples() -> Vec<AuthorityPage> {
        use crate::kernel::{DocumentId, Fault, Language, Moment, OrganisationId, PersonId, PersonName};
        let reader = Reader::sample();
        let row = |id, live_key| AuthorityRow {
            id: DocumentId(id),
            number: format!("ПП-2026/000{id}"),
            holder: "Құрманғазы Әлия".into(),
            issued_on: Default::default(),
            live_key,
            issued_at: Moment::from_utc(Default::default()),
            snapshot: String::new(),
        };
        let over = AuthorityRow {
            snapshot: r#"{"valid":["1969-12-01","1969-12-03"]}"#.to_owned(),
            ..row(4, Some("own:4".to_owned()))
        };
        let given = |rows| Given {
            issuers: vec![(OrganisationId(1), "Центр".into())],
            people: vec![crate::letters::store::CandidateRow {
                person: PersonId(1),
                name: PersonName::new("Құрманғазы", "Әлия", None),
                language: Language::Kk,
            }],
            more_people: true,
            next_after: None,
            rows,
        };
        let fine = Problem::invalid(Vec::new());
        let wrong = Problem::invalid(vec![
            Fault::new("person", "required"),
            Fault::new("person", "letter-strangers"),
            Fault::new("valid_until", "not-a-date"),
        ]);
        let typed = Form::of(&[("person", "1"), ("tasks", "Встречать гостей")]);
        let page = |rows, form: &Form, problem: &Problem| {
            AuthorityPage::new(&given(rows), ("", false), (form, problem), &reader)
        };
        let nobody = Given {
            issuers: vec![(OrganisationId(1), "Центр".into())],
            people: Vec::new(),
            more_people: false,
            rows: vec![row(3, None)],
            next_after: Some(DocumentId(3)),
        };
        let form = Form::default();
        vec![
            page(Vec::new(), &Form::default(), &fine),
            page(vec![row(1, Some("own:1".to_owned())), row(2, None), over], &typed, &wrong),
            AuthorityPage::new(&nobody, ("Ахметова", true), (&form, &fine), &reader),
        ]
    }
}
