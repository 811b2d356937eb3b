//! Forms of this room, read into what its actions take. Every fault at once.

use crate::agendas::actions::{Access, Speakers};
use crate::agendas::rules::{Agenda, Block, BlockKind, Guest, Question, Shift, Visit};
use crate::agendas::views::rows;
use crate::attendance::rules::Condition;
use crate::kernel::{ActivityId, Fault, Minutes, PersonId, Problem, Word as _};
use crate::web::{Form, FormErrors};

/// The longest name, topic or address.
pub const LINE: usize = 300;
/// The longest note.
pub const NOTE: usize = 2000;
/// The longest report.
pub const REPORT: usize = 10_000;
/// A day has no more minutes.
const DAY: i32 = 1440;

/// An agenda as it was typed; its rows were compacted.
///
/// # Errors
/// `Invalid` with the faults of all fields.
pub fn agenda(form: &Form) -> Result<Agenda, Problem> {
    let mut errors = FormErrors::new();
    let topic = errors.optional(form, "topic", LINE);
    let question = |place: usize| Question {
        text: errors.required(form, &format!("text-{place}"), NOTE),
        minutes: some_minutes(&mut errors, form, &format!("minutes-{place}")),
        speaker: errors.optional(form, &format!("speaker-{place}"), LINE),
    };
    let questions = (0..rows::count(form)).map(question).collect();
    errors.into_result(Agenda { topic, questions })
}

fn some_minutes(errors: &mut FormErrors, form: &Form, name: &str) -> Option<Minutes> {
    (!form.text(name).is_empty()).then(|| Minutes(errors.number(form, name, 1, DAY)))
}

/// A note with its lines.
fn lines(errors: &mut FormErrors, form: &Form, name: &str) -> Option<String> {
    errors.optional(form, name, NOTE).map(|_| with_lines(form.raw(name)))
}

fn with_lines(text: &str) -> String {
    text.trim().replace("\r\n", "\n")
}

/// Blocks as they were typed; the rows were compacted.
///
/// # Errors
/// `Invalid` with the faults of all fields.
pub fn blocks(form: &Form) -> Result<Vec<Block>, Problem> {
    let mut errors = FormErrors::new();
    let blocks = (0..rows::count(form)).map(|place| block(&mut errors, form, place)).collect();
    errors.into_result(blocks)
}

fn block(errors: &mut FormErrors, form: &Form, place: usize) -> Block {
    let name = |column: &str| format!("{column}-{place}");
    let kind = BlockKind::parse(form.raw(&name("kind")));
    if kind.is_none() {
        errors.add(Fault::new(name("kind"), "choose-one"));
    }
    let activity = form.text(&name("activity"));
    let led = activity.parse().ok().map(ActivityId);
    if led.is_none() && !activity.is_empty() {
        errors.add(Fault::new(name("activity"), "unknown"));
    }
    Block {
        kind: kind.unwrap_or(BlockKind::Other),
        minutes: Minutes(errors.number(form, &name("minutes"), 1, DAY)),
        title: errors.optional(form, &name("title"), LINE),
        activity: led,
    }
}

/// Who speaks, as it was typed; the rows were compacted.
///
/// # Errors
/// `Invalid` with the faults of all fields.
pub fn speakers(form: &Form) -> Result<Speakers, Problem> {
    let mut errors = FormErrors::new();
    let mut co_trainers: Vec<PersonId> = Vec::new();
    for chosen in form.all("co_trainer") {
        match chosen.parse().map(PersonId) {
            Ok(person) if co_trainers.contains(&person) => {}
            Ok(person) => co_trainers.push(person),
            Err(_) => errors.add(Fault::new("co_trainer", "unknown")),
        }
    }
    let guest = |place: usize| Guest {
        name: errors.required(form, &format!("name-{place}"), LINE),
        post: errors.optional(form, &format!("post-{place}"), LINE),
        organisation: errors.optional(form, &format!("organisation-{place}"), LINE),
        topic: errors.optional(form, &format!("topic-{place}"), LINE),
    };
    let guests = (0..rows::count(form)).map(guest).collect();
    errors.into_result(Speakers { co_trainers, guests })
}

/// Conditions of access as they were ticked.
///
/// # Errors
/// `Invalid` for a condition that there is not, or a note that is too long.
pub fn access(form: &Form) -> Result<Access, Problem> {
    let mut errors = FormErrors::new();
    let mut conditions: Vec<Condition> = Vec::new();
    for ticked in form.all("condition") {
        match Condition::parse(ticked) {
            Some(condition) => conditions.push(condition),
            None => errors.add(Fault::new("condition", "unknown")),
        }
    }
    conditions.sort_unstable();
    conditions.dedup();
    let note = lines(&mut errors, form, "note");
    errors.into_result(Access { conditions, note })
}

/// A visit as it was typed; none where nothing was.
///
/// # Errors
/// `Invalid` with the faults of all fields.
pub fn visit(form: &Form) -> Result<Option<Visit>, Problem> {
    let empty = |name: &&str| form.text(name).is_empty();
    if ["host", "address", "contact", "phone", "bring"].iter().all(empty) {
        return Ok(None);
    }
    let mut errors = FormErrors::new();
    let visit = Visit {
        host: errors.required(form, "host", LINE),
        address: errors.required(form, "address", LINE),
        contact: errors.optional(form, "contact", LINE),
        phone: errors.optional(form, "phone", LINE),
        bring: lines(&mut errors, form, "bring"),
    };
    errors.into_result(Some(visit))
}

/// What came of a visit, with its lines.
///
/// # Errors
/// `Invalid` when nothing is said, or too much.
pub fn report(form: &Form) -> Result<String, Problem> {
    let mut errors = FormErrors::new();
    errors.required(form, "report", REPORT);
    errors.into_result(with_lines(form.raw("report")))
}

/// A shift as it was typed.
///
/// # Errors
/// `Invalid` with the faults of all fields.
pub fn shift(form: &Form) -> Result<Shift, Problem> {
    let mut errors = FormErrors::new();
    let shift = Shift {
        first_on: errors.date(form, "first_on").unwrap_or_default(),
        last_on: errors.date(form, "last_on").unwrap_or_default(),
        place: errors.required(form, "place", LINE),
        lodging: lines(&mut errors, form, "lodging"),
        meals: lines(&mut errors, form, "meals"),
    };
    errors.into_result(shift)
}
