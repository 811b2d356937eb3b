//! The pages of the trail: its steps, one paper, the form of a draft, the patterns of numbers.

mod compare;
mod draft;
mod history;
mod numbers;
mod order;
mod samples;
mod trail;

pub use draft::{DraftPage, MOST_MEMBERS};
pub use numbers::NumbersPage;
pub use order::OrderPage;
pub use trail::TrailPage;

use crate::kernel::{EditionId, Fault, Problem, Word as _, dates};
use crate::orders::actions::Shown;
use crate::orders::rules::words::OrderKind;
use crate::web::{Field, Form, Reader, Say, paths};
use chrono::NaiveDate;
use serde::Serialize;

/// How a page is told to its reader.
#[derive(Clone, Copy)]
pub struct Telling<'a> {
    /// Who reads.
    pub reader: &'a Reader,
    /// Says keys in their language.
    pub say: Say<'a>,
}

/// What was sent and refused.
type Refused<'a> = Option<(&'a Form, &'a Problem)>;

/// Who has changed a draft last, and when.
#[derive(Debug, Clone, Serialize)]
struct Editor {
    who: String,
    at: String,
}

fn editor(shown: &Shown, telling: Telling<'_>) -> Editor {
    let (row, reader) = (&shown.row, telling.reader);
    let name = row.edited_by.and_then(|id| shown.desk.names.get(&id));
    Editor {
        who: name.map_or_else(|| (telling.say)("orders-somebody"), |name| name.full()),
        at: dates::date_and_time(reader.language, row.edited_at, reader.zone),
    }
}

/// A link of the way down to a page.
#[derive(Debug, Clone, Serialize)]
struct Crumb {
    label: String,
    url: String,
}

fn to_edition(id: EditionId, title: &str) -> Crumb {
    Crumb { label: title.to_owned(), url: paths::edition(id) }
}

fn to_trail(id: EditionId, telling: Telling<'_>) -> Crumb {
    Crumb { label: (telling.say)("orders-title"), url: paths::edition_orders(id) }
}

/// The key of what a kind of paper is called.
fn kind_key(kind: OrderKind) -> String {
    format!("orders-kind-{}", kind.as_str())
}

fn short(date: NaiveDate) -> String {
    date.format("%d.%m.%Y").to_string()
}

/// A field with its value and its faults: as it was typed where it was.
fn field(name: &str, value: impl Into<String>, refused: Refused<'_>) -> Field {
    match refused {
        Some((form, problem)) if form.ticked(name) => Field::typed(name, form, problem),
        Some((_, problem)) => Field::with_faults(name, value, &problem.faults),
        None => Field::filled(name, value),
    }
}

/// Everything that is wrong, each field once, in the order in which it was found.
fn summary(refused: Refused<'_>) -> Vec<Field> {
    let Some((_, problem)) = refused else { return Vec::new() };
    let mut fields: Vec<Field> = Vec::new();
    for fault in &problem.faults {
        if !fields.iter().any(|known| known.name == fault.field) {
            fields.push(Field::with_faults(&fault.field, "", &problem.faults));
        }
    }
    fields
}

/// The faults that stand under no field of their own.
fn whole(refused: Refused<'_>, names: &[&str]) -> Vec<Fault> {
    let Some((_, problem)) = refused else { return Vec::new() };
    problem.faults.iter().filter(|fault| !names.contains(&fault.field.as_str())).cloned().collect()
}
