//! The trainer's page: how many places there are, who has one and who waits.

use super::{Crumb, samples};
use crate::attendance::rules::Places;
use crate::attendance::views::{Telling, When};
use crate::kernel::{EnrolmentId, Moment, PersonName, Problem, ZoneName, dates};
use crate::sign_ups::actions::{Board, Line};
use crate::sign_ups::rules::setting::{FIELD, MOST};
use crate::web::{Choice, Field, Form, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Serialize)]
pub struct PlacesPage {
    crumbs: Vec<Crumb>,
    title: String,
    when: When,
    city: &'static str,
    sheet_url: String,
    cancelled: bool,
    over: bool,
    /// Whether people sign up.
    set: bool,
    capacity: i32,
    confirmed_count: usize,
    waiting_count: usize,
    /// How many places are free while somebody waits for them.
    idle: i64,
    summary: Vec<Field>,
    form: Option<PlacesForm>,
    admission: Option<Admission>,
    confirmed: Vec<Person>,
    waiting: Vec<Person>,
    ended: Vec<Person>,
    withdraw_url: String,
    promote_url: String,
    remove_url: String,
}

#[derive(Debug, Serialize)]
struct PlacesForm {
    url: String,
    capacity: Field,
    most: i32,
    opens_at: Field,
    closes_at: Field,
    cancel_until: Field,
    waiting_list: bool,
}

/// The form that signs somebody up.
#[derive(Debug, Serialize)]
struct Admission {
    url: String,
    people: Vec<Choice>,
    enrolment: Field,
    reason: Field,
}

#[derive(Debug, Serialize)]
struct Person {
    enrolment: i64,
    name: String,
    since: String,
    by: Option<String>,
    reason: Option<String>,
    had_place: bool,
    ended: Option<String>,
    ended_by: Option<String>,
    end_reason: Option<String>,
    withdrawal: Field,
}

/// What was typed into a form of the page, and what is wrong with it.
type Typed<'a> = Option<(&'a Form, &'a Problem)>;

impl PlacesPage {
    /// The page; with what was typed, when that could not be.
    pub fn new(board: &Board, typed: Typed<'_>, telling: Telling<'_>) -> PlacesPage {
        let (session, edition) = (&board.session, &board.edition);
        let title = board.title.for_reader(telling.reader.language).to_owned();
        let (cancelled, over) = (session.cancelled_at.is_some(), telling.reader.now >= session.ends_at);
        let taken = board.taken.as_ref();
        let free = taken.map_or(0, |taken| i64::from(taken.places.capacity) - taken.confirmed);
        let idle = if board.waiting.is_empty() || telling.reader.now >= session.starts_at { 0 } else { free };
        let person = |line: &Line| Person::new(line, (session.time_zone, typed), telling);
        let mut page = PlacesPage {
            crumbs: vec![
                Crumb { label: edition.title.clone(), url: paths::edition(edition.id) },
                Crumb { label: title.clone(), url: paths::session(session.id) },
            ],
            title,
            when: When::new(session, telling.reader),
            city: dates::zone_city(telling.reader.language, session.time_zone),
            sheet_url: paths::session(session.id),
            cancelled,
            over,
            set: taken.is_some(),
            capacity: taken.map_or(0, |taken| taken.places.capacity),
            confirmed_count: board.confirmed.len(),
            waiting_count: board.waiting.len(),
            idle: if cancelled { 0 } else { idle.max(0) },
            summary: Vec::new(),
            form: (!cancelled && !over).then(|| PlacesForm::new(board, typed)),
            admission: (taken.is_some() && !cancelled && !over && !board.others.is_empty())
                .then(|| Admission::new(board, typed)),
            confirmed: board.confirmed.iter().map(person).collect(),
            waiting: board.waiting.iter().map(person).collect(),
            ended: board.ended.iter().map(person).collect(),
            withdraw_url: paths::session_sign_up_releases(session.id),
            promote_url: paths::session_sign_up_promotions(session.id),
            remove_url: paths::session_places_removal(session.id),
        };
        page.summary = page.faulty(typed);
        page
    }

    /// The fields at fault; what belongs to none of the forms that are left stands at the head of the page.
    fn faulty(&self, typed: Typed<'_>) -> Vec<Field> {
        let Some((_, problem)) = typed else { return Vec::new() };
        let mut fields: Vec<Field> = Vec::new();
        if let Some(form) = &self.form {
            fields.extend(
                [&form.capacity, &form.opens_at, &form.closes_at, &form.cancel_until].map(Clone::clone),
            );
        }
        if let Some(form) = &self.admission {
            fields.extend([&form.enrolment, &form.reason].map(Clone::clone));
        }
        fields.extend(self.confirmed.iter().chain(&self.waiting).map(|one| one.withdrawal.clone()));
        fields.retain(|field| !field.faults.is_empty());
        if fields.is_empty() {
            fields.push(Field {
                id: "places".to_owned(),
                faults: problem.faults.clone(),
                ..Field::default()
            });
        }
        fields
    }
}

fn field(typed: Typed<'_>, name: &str, known: String) -> Field {
    match typed.filter(|(form, _)| form.ticked(name)) {
        Some((form, problem)) => Field::typed(name, form, problem),
        None => Field::filled(name, known),
    }
}

/// A moment as a field for day and time takes it.
pub(super) fn local(at: Option<Moment>, zone: ZoneName) -> String {
    at.map(|at| at.local(zone).format("%Y-%m-%dT%H:%M").to_string()).unwrap_or_default()
}

impl PlacesForm {
    fn new(board: &Board, typed: Typed<'_>) -> PlacesForm {
        let zone = board.session.time_zone;
        let usual =
            Places { capacity: 20, opens_at: None, closes_at: None, cancel_until: None, waiting_list: true };
        let known = board.taken.as_ref().map_or(&usual, |taken| &taken.places);
        let sent = typed.filter(|(form, _)| form.ticked("capacity"));
        PlacesForm {
            url: paths::session_places(board.session.id),
            capacity: field(typed, "capacity", known.capacity.to_string()),
            most: MOST,
            opens_at: field(typed, "opens_at", local(known.opens_at, zone)),
            closes_at: field(typed, "closes_at", local(known.closes_at, zone)),
            cancel_until: field(typed, "cancel_until", local(known.cancel_until, zone)),
            waiting_list: sent.map_or(known.waiting_list, |(form, _)| form.ticked("waiting_list")),
        }
    }
}

impl Admission {
    fn new(board: &Board, typed: Typed<'_>) -> Admission {
        let mut enrolment = field(typed, "enrolment", String::new());
        if let Some((_, problem)) = typed {
            enrolment.faults.extend(problem.faults.iter().filter(|fault| fault.field == FIELD).cloned());
        }
        let choice = |one: &crate::attendance::store::marks::OnRoll| {
            Choice::new(one.enrolment, one.name.full(), &enrolment.value)
        };
        Admission {
            url: paths::session_sign_ups(board.session.id),
            people: board.others.iter().map(choice).collect(),
            reason: field(typed, "admission_reason", String::new()),
            enrolment,
        }
    }
}

impl Person {
    fn new(line: &Line, (zone, typed): (ZoneName, Typed<'_>), telling: Telling<'_>) -> Person {
        let row = &line.row;
        let said = |at: Moment| dates::day_and_time(telling.reader.language, at, zone);
        let own = typed
            .filter(|(form, _)| form.raw("who").parse::<EnrolmentId>().is_ok_and(|who| who == row.enrolment));
        Person {
            enrolment: row.enrolment.0,
            name: row.name.full(),
            since: said(row.signed_up_at),
            by: line.by.as_ref().map(PersonName::surname_and_initials),
            reason: row.reason.clone(),
            had_place: row.confirmed_at.is_some(),
            ended: row.ended.map(|(at, _)| said(at)),
            ended_by: line.ended_by.as_ref().map(PersonName::surname_and_initials),
            end_reason: row.end_reason.clone(),
            withdrawal: withdrawal(row.enrolment, own),
        }
    }
}

fn withdrawal(who: EnrolmentId, typed: Typed<'_>) -> Field {
    let field = field(typed, "withdrawal_reason", String::new());
    Field { id: format!("withdrawal-{who}"), ..field }
}

impl View for PlacesPage {
    const TEMPLATE: &'static str = "pages/sign_ups/places";

    fn title(&self) -> Title {
        Title::key("sign-ups-title")
    }

    fn samples() -> Vec<PlacesPage> {
        let (say, reader) = (|key: &str| key.to_owned(), samples::reader());
        let telling = Telling { reader: &reader, say: &say };
        let boards = samples::boards();
        let mut pages: Vec<PlacesPage> =
            boards.iter().map(|board| PlacesPage::new(board, None, telling)).collect();
        let form =
            Form::of(&[("capacity", "0"), ("opens_at", "завтра"), ("who", "1"), ("withdrawal_reason", "")]);
        let problem = samples::mistakes();
        pages.extend(boards.first().map(|board| PlacesPage::new(board, Some((&form, &problem)), telling)));
        pages
    }
}
