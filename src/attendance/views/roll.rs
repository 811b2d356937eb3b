//! The roll call.

use super::beforehand::PlacesLine;
use super::timetable::Crumb;
use super::{BlocksNote, SecondNumber, Telling, When, mode_key};
use crate::attendance::actions::{OnSheet, Saved, Sheet};
use crate::attendance::rules::{SessionMode, Status};
use crate::kernel::{EnrolmentId, Fault, Problem, ProblemCode};
use crate::web::{Choice, Field, Form, Title, View, paths};
use beside::NoteLine;
use rows::Filled;
use serde::Serialize;
use trouble::{Trouble, fault_fields, field_of};

pub use beside::{RollNote, SheetLink};

/// A sheet of a session.
#[derive(Debug, Serialize)]
pub struct Roll {
    crumbs: Vec<Crumb>,
    heading: String,
    edition: String,
    when: When,
    place: Option<String>,
    link: Option<String>,
    mode_key: &'static str,
    trainer: Option<String>,
    edit_url: Option<String>,
    notices_url: String,
    check_in_url: Option<String>,
    programme_url: String,
    blocks: Option<BlocksNote>,
    places_url: Option<String>,
    places: Option<PlacesLine>,
    absences_url: String,
    absences: usize,
    sign_in_ru_url: Option<String>,
    sign_in_kk_url: Option<String>,
    links: Vec<SheetLink>,
    sheet_url: String,
    marks_url: String,
    store_key: String,
    /// Where one signs in to come back here.
    sign_in_url: String,
    /// The worker that keeps the page on the device, and below where it keeps pages.
    worker_url: &'static str,
    worker_scope: &'static str,
    hint_key: &'static str,
    closed_key: Option<&'static str>,
    cancelled: Option<String>,
    empty: bool,
    preset: bool,
    /// Whether somebody has closed the sheet.
    shut: bool,
    /// Marks that came when nothing can be marked any more: they are shown, so that nothing is lost.
    unsaved: Vec<Unsaved>,
    rows: Vec<Row>,
    counters: Vec<Counter>,
    total: usize,
    marked: usize,
    correction: Option<Field>,
    conflicts: Vec<ConflictLink>,
    fields: Vec<Field>,
}

/// A person on the sheet, as the component `roll_row` takes it.
#[derive(Debug, Serialize)]
struct Row {
    id: String,
    title: String,
    note: Option<String>,
    states_name: String,
    states: Vec<State>,
    minutes_name: String,
    minutes: String,
    /// The number for which it does not ask, in the hidden field of this name.
    second: Option<SecondNumber>,
    reason_name: String,
    reason: String,
    code_name: String,
    codes: Vec<Choice>,
    presence_name: Option<String>,
    presences: Vec<State>,
    revision_name: String,
    revision: i32,
    /// Filled in from what the person told, and not saved yet.
    suggested: bool,
    /// Without a place, or not coming as they told: "everybody here" leaves them out.
    uncalled: bool,
    faults: Vec<Fault>,
    conflict: Option<Conflict>,
    saved: Option<String>,
    notes: Vec<NoteLine>,
    links: Vec<SheetLink>,
    history: Vec<Change>,
}

#[derive(Debug, Serialize)]
struct Unsaved {
    name: String,
    mark: String,
}

#[derive(Debug, Serialize)]
struct State {
    value: &'static str,
    label: String,
    selected: bool,
    minutes: bool,
    reason: bool,
}

/// Two people marked the same person: both values.
#[derive(Debug, Serialize)]
struct Conflict {
    theirs: String,
    yours: String,
    by: Option<String>,
}

#[derive(Debug, Serialize)]
struct ConflictLink {
    url: String,
    title: String,
}

#[derive(Debug, Serialize)]
struct Change {
    at: String,
    by: Option<String>,
    old: String,
    new: String,
    reason: Option<String>,
}

#[derive(Debug, Serialize)]
struct Counter {
    value: &'static str,
    key: &'static str,
    count: usize,
}

impl Roll {
    /// The sheet as it is saved.
    pub fn new(sheet: &Sheet, telling: Telling<'_>) -> Roll {
        let filled = sheet.people.iter().map(|one| Filled::saved(sheet, one, telling)).collect();
        Roll::build(sheet, filled, Trouble::default(), telling)
    }

    /// The sheet as it was typed, with its faults.
    pub fn typed(sheet: &Sheet, (form, problem): (&Form, &Problem), telling: Telling<'_>) -> Roll {
        let filled = sheet.people.iter().map(|one| Filled::typed(form, one.person.enrolment)).collect();
        let reason = form.raw("correction_reason").to_owned();
        let trouble = Trouble { faults: problem.faults.clone(), reason, ..Trouble::default() };
        Roll::build(sheet, filled, trouble, telling)
    }

    /// The sheet as it was typed, and everybody present who is expected and has no mark. Nothing is saved yet.
    pub fn preset(sheet: &Sheet, form: &Form, telling: Telling<'_>) -> Roll {
        let filled = sheet.people.iter().map(|one| {
            let typed = Filled::typed(form, one.person.enrolment);
            let expected = sheet.beforehand.expects(one.person.enrolment);
            Filled { status: typed.status.or(expected.then_some(Status::Present)), ..typed }
        });
        let reason = form.raw("correction_reason").to_owned();
        Roll::build(sheet, filled.collect(), Trouble { reason, preset: true, ..Trouble::default() }, telling)
    }

    /// The sheet as it is saved now, with the lines that came too late beside.
    pub fn stale(sheet: &Sheet, saved: &Saved, telling: Telling<'_>) -> Roll {
        let conflicts = saved.stale.iter().map(|line| (line.enrolment, line.mark.clone())).collect();
        let filled = sheet.people.iter().map(|one| Filled::saved(sheet, one, telling)).collect();
        Roll::build(sheet, filled, Trouble { conflicts, ..Trouble::default() }, telling)
    }

    /// A sheet on which nothing can be marked, with the marks that came for it all the same.
    pub fn unsaved(sheet: &Sheet, form: &Form, telling: Telling<'_>) -> Roll {
        let mixed = sheet.session.mode == SessionMode::Mixed;
        let unsaved = |one: &OnSheet| {
            let mark = Filled::typed(form, one.person.enrolment).mark()?;
            Some(Unsaved { name: one.person.name.full(), mark: telling.mark(&mark, mixed) })
        };
        let unsaved = sheet.people.iter().filter_map(unsaved).collect();
        Roll { unsaved, ..Roll::new(sheet, telling) }
    }

    fn build(sheet: &Sheet, filled: Vec<Filled>, trouble: Trouble, telling: Telling<'_>) -> Roll {
        let (session, edition) = (&sheet.session, &sheet.edition);
        let rows: Vec<Row> = sheet
            .people
            .iter()
            .zip(&filled)
            .map(|(one, filled)| Row::new(sheet, one, filled, &trouble, telling))
            .collect();
        let correction = field_of("correction_reason", &trouble);
        let asks = sheet.shut || sheet.needs_reason && sheet.people.iter().any(|one| one.mark.is_some());
        Roll {
            crumbs: vec![
                Crumb { label: edition.title.clone(), url: paths::edition(edition.id) },
                Crumb {
                    label: telling.say("attendance-sessions-title"),
                    url: paths::edition_sessions(edition.id),
                },
            ],
            heading: sheet.activity.title.0.for_reader(telling.reader.language).to_owned(),
            edition: edition.title.clone(),
            when: When::new(session, telling.reader),
            place: session.place.clone(),
            link: session.link.clone(),
            mode_key: mode_key(session.mode),
            trainer: sheet.trainer.as_ref().map(crate::kernel::PersonName::surname_and_initials),
            notices_url: paths::session_notices(session.id),
            edit_url: session.cancelled_at.is_none().then(|| paths::edit_session(session.id)),
            check_in_url: session.cancelled_at.is_none().then(|| paths::check_in(session.id)),
            programme_url: paths::session_programme(session.id),
            blocks: BlocksNote::of(session, sheet.blocks),
            places_url: session.cancelled_at.is_none().then(|| paths::session_places(session.id)),
            places: sheet.beforehand.taken.as_ref().map(PlacesLine::of),
            absences_url: paths::edition_absences(edition.id),
            absences: sheet.beforehand.notices.len(),
            sign_in_ru_url: session.cancelled_at.is_none().then(|| paths::sign_in_paper_in(session.id, "ru")),
            sign_in_kk_url: session.cancelled_at.is_none().then(|| paths::sign_in_paper_in(session.id, "kk")),
            links: Vec::new(),
            sheet_url: paths::session(session.id),
            marks_url: paths::session_marks(session.id),
            store_key: format!("roll-{}", session.id),
            worker_url: paths::SHEET_WORKER,
            worker_scope: paths::SHEET_SCOPE,
            sign_in_url: paths::sign_in_and_back(&paths::session(session.id)),
            hint_key: hint_key(sheet.shut),
            closed_key: closed_key(sheet.closed),
            cancelled: session.cancelled_at.and(session.cancellation_reason.clone()),
            empty: sheet.people.is_empty(),
            preset: trouble.preset,
            shut: sheet.shut,
            unsaved: Vec::new(),
            counters: counters(&filled),
            total: filled.len(),
            marked: filled.iter().filter(|filled| filled.status.is_some()).count(),
            conflicts: conflict_links(&rows),
            fields: fault_fields(&rows, &correction, &trouble),
            correction: asks.then_some(correction),
            rows,
        }
    }
}

fn row_id(enrolment: EnrolmentId) -> String {
    format!("row-{enrolment}")
}

fn hint_key(shut: bool) -> &'static str {
    if shut { "attendance-late-reason-hint" } else { "attendance-correction-reason-hint" }
}

fn closed_key(closed: Option<ProblemCode>) -> Option<&'static str> {
    closed.map(|code| match code {
        ProblemCode::SessionAhead => "attendance-closed-ahead",
        _ => "attendance-closed-cancelled",
    })
}

fn counters(filled: &[Filled]) -> Vec<Counter> {
    let count = |status| filled.iter().filter(|filled| filled.status == Some(status)).count();
    Status::ALL
        .iter()
        .map(|status| Counter {
            value: status.as_str(),
            key: super::status_key(*status),
            count: count(*status),
        })
        .collect()
}

fn conflict_links(rows: &[Row]) -> Vec<ConflictLink> {
    let link = |row: &Row| ConflictLink { url: format!("#{}-0", row.id), title: row.title.clone() };
    rows.iter().filter(|row| row.conflict.is_some()).map(link).collect()
}

mod beside;
mod rows;
mod samples;
mod trouble;
