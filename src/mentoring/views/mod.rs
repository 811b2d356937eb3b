//! What the pages of the room print.

mod board;
mod forms;
mod mentor;
mod own;
mod path;
mod samples;
mod setting;

pub use board::{BoardPage, PlacesPage};
pub use forms::Refused;
pub use mentor::MentorPage;
pub use own::OwnPage;
pub use setting::SettingPage;

use super::rules::{CheckKind, ClosureReason, ConsentBy, ContactWay, StepKind};
use crate::kernel::{Fault, Problem, Word as _};
use crate::web::{Field, Form};

/// The message that names a word of a list.
fn key(list: &str, word: &str) -> String {
    format!("mentoring-{list}-{}", word.replace('_', "-"))
}

fn step_key(step: StepKind) -> String {
    key("step", step.as_str())
}

fn check_key(kind: CheckKind) -> String {
    key("check", kind.as_str())
}

fn way_key(way: ContactWay) -> String {
    key("way", way.as_str())
}

fn consent_key(by: ConsentBy) -> String {
    key("consent", by.as_str())
}

fn reason_key(reason: ClosureReason) -> String {
    key("reason", reason.as_str())
}

/// A form that was refused: what was typed into it, and what is wrong.
type Typed<'a> = Option<(&'a Form, &'a Problem)>;

/// A field of a form; forms of one page whose fields have the same names are told apart by the id.
fn field(typed: Typed<'_>, prefix: &str, name: &str) -> Field {
    let field = match typed {
        Some((form, problem)) => Field::typed(name, form, problem),
        None => Field::empty(name),
    };
    Field { id: format!("field-{prefix}-{name}"), ..field }
}

/// Those of the fields that have faults, for the error summary.
fn faulty(fields: &[&Field]) -> Vec<Field> {
    fields.iter().filter(|field| !field.faults.is_empty()).map(|field| (*field).clone()).collect()
}

/// Faults of a field, for samples.
fn refusal(faults: Vec<Fault>) -> Problem {
    Problem::invalid(faults)
}
