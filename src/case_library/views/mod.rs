//! The pages of talks and examples. No page of this room says whose an answer is.

mod board;
mod consent;
mod prepared;
mod samples;
mod talk;

pub use board::BoardPage;
pub use consent::ConsentPage;
pub use prepared::PreparedPage;
pub use talk::{ExamplesPage, TalkPage};

use crate::kernel::{Fault, Problem};
use crate::web::{Field, Form};

/// What was typed into a form that was refused.
#[derive(Debug, Clone, Copy)]
pub struct Typed<'a> {
    /// The form.
    pub form: &'a Form,
    /// What is wrong with it.
    pub problem: &'a Problem,
}

/// A field as it was typed, or as it stands.
pub fn field(typed: Option<Typed<'_>>, name: &str, known: &str) -> Field {
    typed.map_or_else(|| Field::filled(name, known), |typed| Field::typed(name, typed.form, typed.problem))
}

/// The faults of a field that has no box of its own on the page.
fn faults_of(typed: Option<Typed<'_>>, name: &str) -> Vec<Fault> {
    let all = typed.map_or(&[][..], |typed| typed.problem.faults.as_slice());
    all.iter().filter(|fault| fault.field == name).cloned().collect()
}

/// Fields with faults.
pub fn wrong<'f>(fields: impl IntoIterator<Item = &'f Field>) -> Vec<Field> {
    fields.into_iter().filter(|field| !field.faults.is_empty()).cloned().collect()
}
