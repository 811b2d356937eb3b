//! The pages of this room: the programme of a session and its forms, the projector page, the shifts.

mod blocks;
mod forms;
pub mod kept;
mod places;
mod programme;
pub mod rows;
mod samples;
mod shifts;
mod speaking;
mod timer;

pub use blocks::BlocksForm;
pub use forms::{AccessForm, AgendaForm, VisitForm};
pub use programme::{Print, ProgrammePage};
pub use shifts::{ShiftForm, ShiftsPage};
pub use speaking::SpeakersForm;
pub use timer::Timer;

use super::actions::Editing;
use super::rules::{BlockKind, Shift};
use crate::attendance::store::sessions::SessionRow;
use crate::attendance::views::Telling;
use crate::kernel::{Fault, Moment, Problem, dates};
use crate::web::{Field, Form, Reader, paths};
use serde::Serialize;

/// A step of the way down to a page.
#[derive(Debug, Clone, Serialize)]
struct Crumb {
    label: String,
    url: String,
}

/// The way down to a form of a session.
fn crumbs(editing: &Editing, telling: Telling<'_>) -> Vec<Crumb> {
    let edition = &editing.edition;
    let crumb = |label: String, url: String| Crumb { label, url };
    vec![
        crumb(edition.title.clone(), paths::edition(edition.id)),
        crumb(telling.say("attendance-sessions-title"), paths::edition_sessions(edition.id)),
        crumb(
            editing.title.for_reader(telling.reader.language).to_owned(),
            paths::session(editing.session.id),
        ),
        crumb(telling.say("agendas-title"), paths::session_programme(editing.session.id)),
    ]
}

/// Something wrong with a form, as the summary names it.
#[derive(Debug, Clone, Serialize)]
struct Wrong {
    id: String,
    faults: Vec<Fault>,
    label: Option<String>,
}

impl Wrong {
    fn of(fields: &[Field]) -> Vec<Wrong> {
        let faulty = fields.iter().filter(|field| !field.faults.is_empty());
        faulty.map(|field| Wrong::labelled(field, None)).collect()
    }

    /// The faults of a row, with its number.
    fn in_row(fields: &[&Field], number: usize, telling: Telling<'_>) -> Vec<Wrong> {
        let label = format!("{} {number}", telling.say("agendas-row"));
        let faulty = fields.iter().filter(|field| !field.faults.is_empty());
        faulty.map(|field| Wrong::labelled(field, Some(label.clone()))).collect()
    }

    fn labelled(field: &Field, label: Option<String>) -> Wrong {
        Wrong { id: field.id.clone(), faults: field.faults.clone(), label }
    }
}

/// A field of a row as it was typed.
fn cell(column: &str, place: usize, form: &Form, problem: &Problem) -> Field {
    Field::typed(&format!("{column}-{place}"), form, problem)
}

/// When something is, by the clock on the wall of the session and by the reader's where that shows another time.
#[derive(Debug, Clone, Serialize)]
struct Span {
    time: String,
    own: Option<String>,
}

impl Span {
    fn new((from, to): (Moment, Option<Moment>), row: &SessionRow, reader: &Reader) -> Span {
        let said = |zone| {
            let clock = |at: Moment| dates::time(at.local(zone).time());
            match to {
                Some(to) => format!("{}–{}", clock(from), clock(to)),
                None => clock(from),
            }
        };
        let (time, own) = (said(row.time_zone), said(reader.zone));
        Span { own: (own != time).then_some(own), time }
    }
}

/// What is done in a block, as a key.
fn kind_key(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Theory => "agendas-kind-theory",
        BlockKind::Quiz => "agendas-kind-quiz",
        BlockKind::Case => "agendas-kind-case",
        BlockKind::Game => "agendas-kind-game",
        BlockKind::Break => "agendas-kind-break",
        BlockKind::Other => "agendas-kind-other",
    }
}

/// From when to when a session is, by the clock on its wall: «10:00–13:00».
fn hours(row: &SessionRow) -> String {
    format!("{}–{}", dates::time(row.starts_local), dates::time(row.ends_local))
}

/// The days of a shift; one day is said once.
fn days(shift: &Shift, reader: &Reader) -> String {
    if shift.first_on == shift.last_on {
        dates::date(reader.language, shift.first_on)
    } else {
        dates::period(reader.language, shift.first_on, shift.last_on)
    }
}
