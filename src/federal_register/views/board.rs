//! The queue of an organisation, and the organisations to choose from.

mod samples;

use super::{Around, Standing, state_key};
use crate::federal_register::actions::Board;
use crate::federal_register::actions::queue::Asked;
use crate::federal_register::rules::{Due, State};
use crate::federal_register::store::queue::{QueuedRow, Wanted};
use crate::kernel::{DocumentId, Language, OrganisationId, Problem, dates};
use crate::organisations::store::OrganisationRow;
use crate::web::{Choice, Field, Form, Say, Title, View, paths};
use chrono::{Datelike, NaiveDate};
use serde::Serialize;

/// The organisations whose registers somebody looks after.
#[derive(Debug, Serialize)]
pub struct PlacesPage {
    places: Vec<Place>,
}

#[derive(Debug, Serialize)]
struct Place {
    title: String,
    url: String,
}

impl PlacesPage {
    /// The organisations of a reader.
    pub fn new(places: &[OrganisationRow]) -> PlacesPage {
        let place = |row: &OrganisationRow| Place {
            title: row.short_name.clone(),
            url: paths::federal_register(row.id),
        };
        PlacesPage { places: places.iter().map(place).collect() }
    }
}

impl View for PlacesPage {
    const TEMPLATE: &'static str = "pages/federal_register/places";

    fn title(&self) -> Title {
        Title::key("federal-title")
    }

    fn samples() -> Vec<PlacesPage> {
        let place = Place {
            title: "Центр «Бірге»".into(), url: paths::federal_register(OrganisationId(1))
        };
        vec![PlacesPage { places: vec![place] }, PlacesPage { places: Vec::new() }]
    }
}

/// What the address says of states.
pub const STATES: [(&str, Wanted); 5] = [
    ("open", Wanted::Open),
    ("new", Wanted::New),
    ("exported", Wanted::In(State::Exported)),
    ("accepted", Wanted::In(State::Accepted)),
    ("error", Wanted::In(State::Error)),
];

/// The address of the queue that was asked for.
pub fn address(id: OrganisationId, asked: Asked) -> String {
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    if let Some((word, _)) = STATES.iter().find(|(_, wanted)| *wanted == asked.wanted) {
        query.append_pair("state", word);
    }
    if asked.overdue {
        query.append_pair("overdue", "on");
    }
    if let Some((day, document)) = asked.after {
        query.append_pair("after", &format!("{day}.{document}"));
    }
    let query = query.finish();
    let path = paths::federal_register(id);
    if query.is_empty() { path } else { format!("{path}?{query}") }
}

/// The queue.
#[derive(Debug, Clone, Serialize)]
pub struct BoardPage {
    around: Around,
    /// Whether the country has a register that takes files.
    federal: bool,
    days: i64,
    no_template: bool,
    overdue: i64,
    near: i64,
    overdue_url: String,
    url: String,
    state: Field,
    states: Vec<Choice>,
    only_overdue: bool,
    filtered: bool,
    rows: Vec<Row>,
    first_url: Option<String>,
    next_url: Option<String>,
    outcomes_url: String,
    fields: Vec<Field>,
    documents: Field,
    outcome: Field,
    outcomes: Vec<Choice>,
    reason: Field,
    plain_url: String,
    year: Field,
    formats: Vec<Choice>,
    format: Field,
}

#[derive(Debug, Clone, Serialize)]
struct Row {
    id: i64,
    number: String,
    url: String,
    kind_key: String,
    holder: String,
    issued_on: String,
    due_on: String,
    /// Whether days are counted: an accepted document is done.
    counted: bool,
    left: i64,
    over: i64,
    is_over: bool,
    is_near: bool,
    standing: Standing,
    export_url: Option<String>,
    chosen: bool,
    /// Whether an operator may enter what became of it.
    may_choose: bool,
}

impl Row {
    fn new((row, due): &(QueuedRow, Due), id: OrganisationId, chosen: &[String], reader: Language) -> Row {
        let state = row.standing();
        Row {
            id: row.id.0,
            number: row.number.clone(),
            url: paths::document(row.id),
            kind_key: crate::documents::views::kind_key(row.kind),
            holder: row.holder.clone(),
            issued_on: dates::date(reader, row.issued_on),
            due_on: dates::date(reader, due.on),
            counted: State::is_open(state),
            left: due.left,
            over: -due.left,
            is_over: due.is_over(),
            is_near: due.is_near(),
            standing: Standing::of(row.state.as_ref()),
            export_url: row.state.as_ref().map(|state| paths::federal_export(id, state.export_id)),
            chosen: chosen.contains(&row.id.to_string()),
            may_choose: State::may_be_entered(state),
        }
    }
}

impl BoardPage {
    /// The queue for a reader; with what was typed into the form of outcomes, when it was refused.
    pub fn new(
        board: &Board,
        asked: Asked,
        typed: Option<(&Form, &Problem)>,
        (say, reader): (Say<'_>, Language),
    ) -> BoardPage {
        let id = board.organisation.id;
        let field = |name: &str| match typed {
            Some((form, problem)) => Field::typed(name, form, problem),
            None => Field::empty(name),
        };
        let (documents, outcome, reason) = (field("documents"), field("state"), field("reason"));
        let wrong = [&documents, &outcome, &reason].into_iter().filter(|field| !field.faults.is_empty());
        let chosen = typed.map(|(form, _)| form.all("documents").to_vec()).unwrap_or_default();
        let word = STATES.iter().find(|(_, wanted)| *wanted == asked.wanted).map_or("", |(word, _)| *word);
        let first = Asked { after: None, ..asked };
        let year = board.today.year().to_string();
        BoardPage {
            around: Around::new(&board.organisation.short_name, id),
            federal: board.profile.federal.is_some(),
            days: board.profile.federal.map_or(0, |federal| federal.days),
            no_template: board.template.is_none(),
            overdue: board.overdue,
            near: board.near,
            overdue_url: address(id, Asked { overdue: true, ..Asked::default() }),
            url: paths::federal_register(id),
            state: Field { id: "filter-state".into(), ..Field::filled("state", word) },
            states: STATES.iter().map(|(one, _)| Choice::new(one, say(&filter_key(one)), word)).collect(),
            only_overdue: asked.overdue,
            filtered: first != Asked::default(),
            rows: board.rows.iter().map(|row| Row::new(row, id, &chosen, reader)).collect(),
            first_url: asked.after.map(|_| address(id, first)),
            next_url: board.more.map(|after| address(id, Asked { after: Some(after), ..asked })),
            outcomes_url: paths::federal_outcomes(id),
            fields: wrong.cloned().collect(),
            outcomes: outcomes(say, &outcome.value),
            documents,
            outcome,
            reason,
            plain_url: paths::plain_register(id),
            year: Field::filled("year", year),
            formats: vec![
                Choice::new("xlsx", say("federal-plain-xlsx"), "xlsx"),
                Choice::new("csv", say("federal-plain-csv"), "xlsx"),
            ],
            format: Field::filled("format", "xlsx"),
        }
    }
}

fn filter_key(word: &str) -> String {
    format!("federal-state-{word}")
}

/// What an operator may enter.
pub(super) fn outcomes(say: Say<'_>, chosen: &str) -> Vec<Choice> {
    let choice = |state: State| {
        let word = crate::kernel::Word::as_str(state);
        Choice::new(word, say(&state_key(Some(state))), chosen)
    };
    [State::Accepted, State::Error].map(choice).into()
}

impl View for BoardPage {
    const TEMPLATE: &'static str = "pages/federal_register/board";

    fn title(&self) -> Title {
        Title::key("federal-title")
    }

    fn samples() -> Vec<BoardPage> {
        samples::all()
    }
}

/// The place in the list that an address names.
pub fn place(text: &str) -> Option<(NaiveDate, DocumentId)> {
    let (day, document) = text.split_once('.')?;
    Some((day.parse().ok()?, document.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_says_what_was_asked_for_and_is_read_again() {
        let after = Some(("2026-09-01".parse().unwrap(), DocumentId(17)));
        let asked = Asked { wanted: Wanted::In(State::Error), overdue: true, after };
        let address = address(OrganisationId(3), asked);
        assert_eq!(address, "/organisations/3/federal-register?state=error&overdue=on&after=2026-09-01.17");
        assert_eq!(place("2026-09-01.17"), after);
        assert_eq!(super::address(OrganisationId(3), Asked::default()), "/organisations/3/federal-register");
    }
}
