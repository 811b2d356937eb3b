//! The roll call.

use super::beforehand::{self, PlacesLine};
use super::timetable::Crumb;
use super::{BlocksNote, Telling, When, mode_key, presence_key};
use crate::attendance::actions::{OnSheet, Saved, Sheet};
use crate::attendance::rules::{Mark, Presence, SessionMode, Status};
use crate::attendance::store::marks::CorrectionRow;
use crate::kernel::{EnrolmentId, Fault, Problem, ProblemCode, dates};
use crate::web::{Field, Form, Title, View, paths};
use serde::Serialize;
use std::collections::HashMap;

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
    sheet_url: String,
    marks_url: String,
    store_key: String,
    closed_key: Option<&'static str>,
    cancelled: Option<String>,
    empty: bool,
    preset: bool,
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
    reason_name: String,
    reason: String,
    presence_name: Option<String>,
    presences: Vec<State>,
    revision_name: String,
    revision: i32,
    /// Filled in from what the person told, and not saved yet.
    suggested: bool,
    faults: Vec<Fault>,
    conflict: Option<Conflict>,
    saved: Option<String>,
    notes: Vec<NoteLine>,
    history: Vec<Change>,
}

/// Something that stands beside a person on a sheet.
#[derive(Debug, Clone)]
pub struct RollNote {
    /// Beside whom.
    pub enrolment: EnrolmentId,
    /// What, in the reader's language.
    pub text: String,
    /// Whether the trainer should look at it.
    pub attention: bool,
}

#[derive(Debug, Serialize)]
struct NoteLine {
    text: String,
    attention: bool,
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

/// What stands in the controls of a row.
#[derive(Debug, Clone, Default)]
struct Filled {
    status: Option<Status>,
    presence: Option<Presence>,
    minutes: String,
    reason: String,
    revision: i32,
    suggested: bool,
}

impl Filled {
    fn saved(sheet: &Sheet, person: &OnSheet, telling: Telling<'_>) -> Filled {
        let Some((row, _)) = &person.mark else {
            return match beforehand::proposed(sheet, person.person.enrolment, telling) {
                Some(reason) => {
                    Filled { status: Some(Status::Excused), reason, suggested: true, ..Filled::default() }
                }
                None => Filled::default(),
            };
        };
        let mark = &row.mark;
        let away = if mark.status == Status::LeftEarly { mark.early } else { mark.late };
        let timed = matches!(mark.status, Status::Late | Status::LeftEarly);
        Filled {
            status: Some(mark.status),
            presence: Some(mark.presence),
            minutes: if timed { away.0.to_string() } else { String::new() },
            reason: mark.reason.clone().unwrap_or_default(),
            revision: row.revision,
            suggested: false,
        }
    }

    fn typed(form: &Form, enrolment: EnrolmentId) -> Filled {
        let text = |name: &str| form.raw(&format!("{name}-{enrolment}"));
        Filled {
            status: Status::parse(text("status")),
            presence: Presence::parse(text("presence")),
            minutes: text("minutes").to_owned(),
            reason: text("reason").to_owned(),
            revision: text("revision").parse().unwrap_or_default(),
            suggested: false,
        }
    }
}

/// What is wrong with a sheet that was sent, or was changed by somebody else meanwhile.
#[derive(Default)]
struct Trouble {
    faults: Vec<Fault>,
    conflicts: HashMap<EnrolmentId, Mark>,
    reason: String,
    preset: bool,
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

    /// The sheet as it was typed, and everybody without a mark present. Nothing is saved yet.
    pub fn preset(sheet: &Sheet, form: &Form, telling: Telling<'_>) -> Roll {
        let filled = sheet.people.iter().map(|one| {
            let typed = Filled::typed(form, one.person.enrolment);
            Filled { status: typed.status.or(Some(Status::Present)), ..typed }
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

    /// The same with notes beside its people.
    pub fn noting(mut self, notes: Vec<RollNote>) -> Roll {
        let mut by_row: HashMap<String, Vec<NoteLine>> = HashMap::new();
        for RollNote { enrolment, text, attention } in notes {
            by_row.entry(row_id(enrolment)).or_default().push(NoteLine { text, attention });
        }
        for row in &mut self.rows {
            row.notes.extend(by_row.remove(&row.id).unwrap_or_default());
        }
        self
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
        let asks = sheet.needs_reason && sheet.people.iter().any(|one| one.mark.is_some());
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
            sheet_url: paths::session(session.id),
            marks_url: paths::session_marks(session.id),
            store_key: format!("roll-{}", session.id),
            closed_key: closed_key(sheet.closed),
            cancelled: session.cancelled_at.and(session.cancellation_reason.clone()),
            empty: sheet.people.is_empty(),
            preset: trouble.preset,
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

fn field_of(name: &str, trouble: &Trouble) -> Field {
    let faults = trouble.faults.iter().filter(|fault| fault.field == name).cloned().collect();
    Field { faults, ..Field::filled(name, trouble.reason.as_str()) }
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

/// The rows at fault for the error summary; a fault of nobody on the sheet stands at its beginning.
fn fault_fields(rows: &[Row], correction: &Field, trouble: &Trouble) -> Vec<Field> {
    let at_fault = rows.iter().filter(|row| !row.faults.is_empty());
    let mut fields: Vec<Field> = at_fault.map(Row::field).collect();
    if !correction.faults.is_empty() {
        fields.push(correction.clone());
    }
    let told: usize = fields.iter().map(|field| field.faults.len()).sum();
    if told < trouble.faults.len() {
        let gone = trouble.faults.iter().filter(|fault| fault.code == "not-enrolled").cloned().collect();
        fields.push(Field { id: "roll".to_owned(), faults: gone, ..Field::default() });
    }
    fields
}

impl Row {
    fn new(sheet: &Sheet, one: &OnSheet, filled: &Filled, trouble: &Trouble, telling: Telling<'_>) -> Row {
        let id = one.person.enrolment;
        let mixed = sheet.session.mode == SessionMode::Mixed;
        let name = |part: &str| format!("{part}-{id}");
        let names = [name("status"), name("minutes"), name("reason"), name("presence")];
        let own = |fault: &&Fault| names.contains(&fault.field);
        let theirs = one.mark.as_ref();
        Row {
            id: row_id(id),
            title: one.person.name.full(),
            note: one.person.organisation.clone(),
            states: states(filled, telling),
            minutes: filled.minutes.clone(),
            reason: filled.reason.clone(),
            presence_name: mixed.then(|| name("presence")),
            presences: if mixed { presences(filled, telling) } else { Vec::new() },
            revision_name: name("revision"),
            revision: filled.revision,
            suggested: filled.suggested,
            faults: trouble.faults.iter().filter(own).cloned().collect(),
            conflict: trouble.conflicts.get(&id).zip(theirs).map(|(yours, (row, by))| Conflict {
                theirs: telling.mark(&row.mark, mixed),
                yours: telling.mark(yours, mixed),
                by: by.as_ref().map(crate::kernel::PersonName::surname_and_initials),
            }),
            notes: beforehand::notes(sheet, id, telling)
                .into_iter()
                .map(|(text, attention)| NoteLine { text, attention })
                .collect(),
            saved: theirs.map(|(row, _)| saved_line(row.minutes.0, telling)),
            history: one
                .corrections
                .iter()
                .map(|change| Change::new(sheet, change, mixed, telling))
                .collect(),
            states_name: name("status"),
            minutes_name: name("minutes"),
            reason_name: name("reason"),
        }
    }

    fn field(&self) -> Field {
        let about = |part: &str| self.faults.iter().any(|fault| fault.field.starts_with(part));
        let control = if about("minutes") {
            "minutes"
        } else if about("reason") {
            "reason"
        } else {
            "0"
        };
        let id = format!("{}-{control}", self.id);
        Field { name: self.states_name.clone(), id, value: String::new(), faults: self.faults.clone() }
    }
}

fn saved_line(minutes: i32, telling: Telling<'_>) -> String {
    format!("{} {minutes} {}", telling.say("attendance-credited"), telling.say("attendance-minutes-short"))
}

fn states(filled: &Filled, telling: Telling<'_>) -> Vec<State> {
    let state = |status: &Status| State {
        value: status.as_str(),
        label: telling.status(*status),
        selected: filled.status == Some(*status),
        minutes: matches!(status, Status::Late | Status::LeftEarly),
        reason: *status == Status::Excused,
    };
    Status::ALL.iter().map(state).collect()
}

fn presences(filled: &Filled, telling: Telling<'_>) -> Vec<State> {
    let chosen = filled.presence.unwrap_or(Presence::InPerson);
    let state = |presence: &Presence| State {
        value: presence.as_str(),
        label: telling.say(presence_key(*presence)),
        selected: *presence == chosen,
        minutes: false,
        reason: false,
    };
    Presence::ALL.iter().map(state).collect()
}

impl Change {
    fn new(sheet: &Sheet, change: &CorrectionRow, mixed: bool, telling: Telling<'_>) -> Change {
        Change {
            at: dates::date_and_time(telling.reader.language, change.at, sheet.session.time_zone),
            by: change.by.as_ref().map(crate::kernel::PersonName::surname_and_initials),
            old: telling.mark(&change.old, mixed),
            new: telling.mark(&change.new, mixed),
            reason: change.reason.clone(),
        }
    }
}

mod samples;
