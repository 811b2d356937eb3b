//! A plain register of a year: for countries without a register that takes files, and for anybody's own use.

use super::rows::year_span;
use super::{administered, note};
use crate::db::{Read, Write};
use crate::documents::rules::Snapshot;
use crate::federal_register::store::queue as store;
use crate::kernel::{Actor, Language, Moment, OrganisationId, Problem, Word as _};
use crate::printing::sheets::{Cell, Sheet};
use crate::render::Words;
use serde_json::json;

/// The columns, in order; each is named by a message.
const COLUMNS: [&str; 10] = [
    "number",
    "kind",
    "issued",
    "surname",
    "given-name",
    "patronymic",
    "programme",
    "hours",
    "period",
    "state",
];

/// The register of an organisation for a year as a table in the reader's language. Before it is given out, that is
/// written down by [`taken`]: nobody who writes waits for thousands of rows to be read.
///
/// # Errors
/// `NotFound` for everybody who does not administer the organisation, and for a year that is none.
pub fn register(
    r: &mut Read,
    actor: &Actor,
    words: &Words,
    (id, year): (OrganisationId, i32),
) -> Result<Sheet, Problem> {
    administered(r, actor, id)?;
    let span = year_span(year).ok_or_else(Problem::not_found)?;
    let say = |key: &str| words.text(actor.language, key);
    let header = COLUMNS.iter().map(|name| say(&format!("federal-plain-{name}"))).collect();
    let mut rows = Vec::new();
    for (_, kind, holds, text) in store::issued(r, id, span)? {
        let snapshot: Snapshot = serde_json::from_str(&text).map_err(Problem::internal)?;
        let state = if holds { "federal-plain-valid" } else { "federal-plain-gone" };
        let kind = say(&format!("documents-kind-{}", kind.as_str()));
        rows.push(row(&snapshot, (kind, say(state)), actor.language));
    }
    Ok(Sheet { header, rows })
}

/// Writes down that the names of people are taken away with a register.
///
/// # Errors
/// `NotFound` for everybody who does not administer the organisation.
pub fn taken(
    w: &mut Write,
    actor: &Actor,
    (id, year, documents): (OrganisationId, i32, usize),
    now: Moment,
) -> Result<(), Problem> {
    administered(w, actor, id)?;
    let after = json!({ "year": year, "documents": documents });
    note(w, actor, now, ("plain-register-taken", ("organisation", id.0), after))
}

fn row(snapshot: &Snapshot, (kind, state): (String, String), language: Language) -> Vec<Cell> {
    let text = |text: &str| if text.is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) };
    let holder = &snapshot.holder;
    let period = snapshot
        .period()
        .map(|(first, last)| format!("{} – {}", first.format("%d.%m.%Y"), last.format("%d.%m.%Y")));
    let programme = snapshot.programme().map(|title| title.for_reader(language).to_owned());
    vec![
        text(&snapshot.number),
        Cell::Text(kind),
        text(&snapshot.issued_on.format("%d.%m.%Y").to_string()),
        text(&holder.surname),
        text(&holder.given_name),
        text(holder.patronymic.as_deref().unwrap_or_default()),
        text(&programme.unwrap_or_default()),
        snapshot.hours().map_or(Cell::Empty, |hours| Cell::Number(hours.0.to_string())),
        text(&period.unwrap_or_default()),
        Cell::Text(state),
    ]
}
