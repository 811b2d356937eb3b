//! The lists of days off: what there is, reading one, importing and removing it.

use crate::audit;
use crate::db::{Read, Write};
use crate::holidays::rules::list::{self, Columns, shipped, shipped_source, shipped_years};
use crate::holidays::rules::{Gap, Off, Place, unknown};
use crate::holidays::store::{self, ListRow, NewList};
use crate::kernel::{Actor, Fault, HolidayListId, Moment, Problem};
use crate::printing::tables::{self, TableError};
use serde_json::json;

/// A list of days off that holds.
#[derive(Debug, Clone)]
pub struct List {
    /// The list, where it was imported; otherwise it comes with the program.
    pub id: Option<HolidayListId>,
    /// Whose days.
    pub place: Place,
    /// Of which year.
    pub year: i32,
    /// Where it is from.
    pub source: String,
    /// Its days.
    pub days: Vec<Off>,
    /// What it lacks, where it comes with the program: whoever imported a list has seen to that.
    pub gap: Option<Gap>,
}

/// Every list that holds, by place and year: those that were imported, and those that come with the program where none
/// was.
///
/// # Errors
/// `Forbidden` for whoever administers nothing.
pub fn lists(r: &mut Read, actor: &Actor) -> Result<Vec<List>, Problem> {
    if !actor.is_administrator() {
        return Err(Problem::forbidden());
    }
    let (rows, days) = (store::lists(r)?, store::all_days(r)?);
    let of = |row: ListRow| List {
        days: days.iter().filter(|(list, _)| *list == row.id).map(|(_, off)| off.clone()).collect(),
        id: Some(row.id),
        place: row.place,
        year: row.year,
        source: row.source,
        gap: None,
    };
    let mut lists: Vec<List> = rows.into_iter().map(of).collect();
    for (place, year) in shipped_years() {
        if lists.iter().all(|list| (&list.place, list.year) != (&place, year)) {
            let source = shipped_source(&place, year).unwrap_or_default();
            let gap = unknown::of_shipped(&place, year);
            lists.push(List { id: None, days: shipped(&place, year), place, year, source, gap });
        }
    }
    lists.sort_by(|one, other| (&one.place, one.year).cmp(&(&other.place, other.year)));
    Ok(lists)
}

/// Reads the days out of a table with a header; lines that begin with `#` are comments.
///
/// # Errors
/// `Invalid` on the field `file` with a fault for every line that cannot be read.
pub fn read(bytes: &[u8]) -> Result<Vec<Off>, Problem> {
    let bytes = without_comments(bytes);
    let table = tables::read(&bytes).map_err(|error| Problem::invalid(vec![table_fault(&error)]))?;
    let columns = Columns::find(&table.header).map_err(|fault| Problem::invalid(vec![fault]))?;
    let (days, faults) = list::check(&columns, table.rows.into_iter().map(|row| (row.line, row.cells)));
    if faults.is_empty() { Ok(days) } else { Err(Problem::invalid(faults)) }
}

/// The same with comments emptied, so that every line keeps its number. A file in another encoding, or a workbook, has
/// none.
fn without_comments(bytes: &[u8]) -> Vec<u8> {
    let Ok(text) = std::str::from_utf8(bytes) else { return bytes.to_vec() };
    let text = text.trim_start_matches('\u{feff}');
    let lines = text.lines().map(|line| if line.starts_with('#') { "" } else { line });
    lines.collect::<Vec<_>>().join("\n").into_bytes()
}

fn table_fault(error: &TableError) -> Fault {
    let at = |code, line: &u32| Fault::new("file", code).with("line", line);
    match error {
        TableError::Empty => Fault::new("file", "table-empty"),
        TableError::UnknownKind => Fault::new("file", "file-kind").with("accepted", "CSV, XLSX"),
        TableError::Damaged(_) => Fault::new("file", "table-damaged"),
        TableError::TooLarge | TableError::TooManyRows => Fault::new("file", "table-unpacks-too-large"),
        TableError::TooManyColumns { line } => at("table-too-many-columns", line),
        TableError::CellTooLong { line, column } => at("table-cell-too-long", line).with("column", column),
        TableError::ExtraCells { line } => at("table-extra-cells", line),
        TableError::MalformedQuotes { line } => at("table-quotes", line),
        TableError::BrokenUtf8 { line } => at("table-broken-utf8", line),
    }
}

/// Imports a list: all of it or nothing. One of the same place and year is replaced.
///
/// # Errors
/// `Forbidden` for whoever does not administer the site; `Invalid` when a day is of another year.
pub fn import(w: &mut Write, actor: &Actor, new: &NewList, now: Moment) -> Result<HolidayListId, Problem> {
    actor.require_site_administrator()?;
    if let Some(fault) = list::of_another_year(&new.days, new.year) {
        return Err(Problem::invalid(vec![fault]));
    }
    let former = store::lists(w)?.into_iter().find(|row| row.place == new.place && row.year == new.year);
    if let Some(former) = &former {
        store::remove(w, former.id, actor.person, now)?;
    }
    let id = store::insert(w, new, actor.person, now)?;
    let said =
        json!({ "place": new.place.code(), "year": new.year, "days": new.days.len(), "source": new.source });
    let before = former.map(|former| json!({ "list": former.id, "source": former.source }));
    let entry = audit::Entry {
        action: "holidays-imported",
        subject: ("holiday-list", id.0),
        before,
        after: Some(said),
    };
    audit::record(w, actor, now, entry)?;
    Ok(id)
}

/// Removes an imported list; the one that comes with the program, if any, holds again. Twice is as once.
///
/// # Errors
/// `Forbidden` for whoever does not administer the site; `NotFound`.
pub fn remove(w: &mut Write, actor: &Actor, id: HolidayListId, now: Moment) -> Result<(), Problem> {
    actor.require_site_administrator()?;
    if !store::exists(w, id)? {
        return Err(Problem::not_found());
    }
    if store::remove(w, id, actor.person, now)? {
        let entry = audit::Entry {
            action: "holidays-removed",
            subject: ("holiday-list", id.0),
            before: None,
            after: None,
        };
        audit::record(w, actor, now, entry)?;
    }
    Ok(())
}
