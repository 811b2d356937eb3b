//! A list comes in, and a trainer says what its columns are and who its people are.

use super::{note, online_sheet, open_sheet, reading};
use crate::db::{Read, Write};
use crate::files::store::NewRow;
use crate::files::{FileKind, sniff};
use crate::kernel::{
    Actor, EnrolmentId, Fault, Moment, Problem, SessionId, WebinarListId, Word as _, ZoneName,
};
use crate::printing::tables::{self, TableError};
use crate::webinars::rules::headers::ChosenColumns;
use crate::webinars::rules::outcome::Decision;
use crate::webinars::rules::{Grid, GridRow, LineFault, LineWrong, Verdict};
use crate::webinars::store::{self, ListRow, clocks};
use serde_json::json;
use std::collections::HashSet;

/// The largest file.
pub const MAX_BYTES: usize = 5 * 1024 * 1024;

/// A list that is laid away and read.
#[derive(Debug, Clone)]
pub struct NewList {
    /// The file.
    pub file: NewRow,
    /// What was read out of it.
    pub grid: Grid,
}

/// Reads the rows out of a file. Takes time for large files: not for a thread that serves requests, never inside a
/// transaction.
///
/// # Errors
/// `Invalid` on the field `file`, saying what is wrong with the file and what to do.
pub fn read_file(bytes: &[u8]) -> Result<Grid, Problem> {
    let refused = |fault| Problem::invalid(vec![fault]);
    if bytes.len() > MAX_BYTES {
        return Err(refused(Fault::new("file", "file-too-large").with("limit", "5 MB")));
    }
    // Their first bytes are text, so that they would pass for a list in some old encoding.
    if matches!(sniff(bytes), Some((FileKind::Pdf | FileKind::Image, _))) {
        return Err(refused(table_fault(&TableError::UnknownKind)));
    }
    let lines = tables::read_lines(bytes).map_err(|error| refused(table_fault(&error)))?;
    let row = |row: tables::Row| GridRow { line: row.line, cells: row.cells };
    Ok(Grid {
        encoding: lines.encoding.map(str::to_owned),
        delimiter: lines.delimiter,
        rows: lines.rows.into_iter().map(row).collect(),
        unread: lines.faults.iter().filter_map(unread).collect(),
    })
}

fn table_fault(error: &TableError) -> Fault {
    let at = |code, line: &u32| Fault::new("file", code).with("line", line);
    match error {
        TableError::Empty => Fault::new("file", "table-empty"),
        TableError::UnknownKind => Fault::new("file", "file-kind").with("accepted", "CSV, TSV, XLSX"),
        TableError::Damaged(_) => Fault::new("file", "table-damaged"),
        TableError::TooLarge => Fault::new("file", "table-unpacks-too-large"),
        TableError::TooManyRows => Fault::new("file", "import-too-many").with("limit", tables::MAX_ROWS),
        TableError::TooManyColumns { line } => at("table-too-many-columns", line),
        TableError::CellTooLong { line, column } => at("table-cell-too-long", line).with("column", column),
        TableError::ExtraCells { line } => at("table-extra-cells", line),
        TableError::MalformedQuotes { line } => at("table-quotes", line),
        TableError::BrokenUtf8 { line } => at("table-broken-utf8", line),
    }
}

/// A row that could not be read, as a line that is left out.
fn unread(error: &TableError) -> Option<LineFault> {
    let (line, what) = match error {
        TableError::MalformedQuotes { line } => (*line, LineWrong::Quotes),
        TableError::TooManyColumns { line }
        | TableError::CellTooLong { line, .. }
        | TableError::ExtraCells { line } => (*line, LineWrong::TooLong),
        _ => return None,
    };
    Some(LineFault { line, what })
}

/// Keeps a list; nobody is marked. The same bytes again are the same list: `false` beside it.
///
/// # Errors
/// `NotFound`, `SessionAhead`, `SessionCancelled`.
pub fn upload(
    w: &mut Write,
    actor: &Actor,
    id: SessionId,
    new: &NewList,
    now: Moment,
) -> Result<(WebinarListId, bool), Problem> {
    open_sheet(w, actor, id, now)?;
    if let Some(known) = store::same(w, id, &new.file.blob.sha256)? {
        return Ok((known, false));
    }
    let list = store::insert(w, id, (&new.file, &new.grid), (actor.person_id()?, now))?;
    let after = json!({
        "session": id, "file": new.file.name, "sha256": new.file.blob.sha256, "rows": new.grid.rows.len(),
    });
    note(w, actor, ("webinar-list-loaded", list), after, now)?;
    Ok((list, true))
}

/// Where the file of a list lies. The look is noted: there are addresses in it of people who are no trainees.
///
/// # Errors
/// `NotFound`.
pub fn file(
    w: &mut Write,
    actor: &Actor,
    (session, list): (SessionId, WebinarListId),
    now: Moment,
) -> Result<ListRow, Problem> {
    online_sheet(w, actor, session, now)?;
    let (row, _) = store::find(w, session, list)?.ok_or_else(Problem::not_found)?;
    note(w, actor, ("webinar-list-downloaded", list), json!({ "file": row.file_name }), now)?;
    Ok(row)
}

/// Says what the columns of a list are.
///
/// # Errors
/// `NotFound`, `SessionAhead`, `SessionCancelled`; `Invalid` when nobody can be told by the columns, or a column is named
/// twice.
pub fn choose(
    w: &mut Write,
    actor: &Actor,
    (session, list): (SessionId, WebinarListId),
    chosen: ChosenColumns,
    now: Moment,
) -> Result<(), Problem> {
    open_sheet(w, actor, session, now)?;
    let (_, grid) = store::find(w, session, list)?.ok_or_else(Problem::not_found)?;
    let faults = column_faults(&chosen, grid.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0));
    if !faults.is_empty() {
        return Err(Problem::invalid(faults));
    }
    store::choose(w, list, chosen, (actor.person, now))?;
    note(w, actor, ("webinar-columns-chosen", list), json!(chosen), now)
}

/// Says by whose clock a list is read: tools write the time of whoever downloads it, or that of their account. Moments that
/// name their own distance from UTC are read by that.
///
/// # Errors
/// `NotFound`, `SessionAhead`, `SessionCancelled`.
pub fn set_clock(
    w: &mut Write,
    actor: &Actor,
    (session, list): (SessionId, WebinarListId),
    zone: ZoneName,
    now: Moment,
) -> Result<(), Problem> {
    let sheet = open_sheet(w, actor, session, now)?;
    found(w, session, list)?;
    let before = clocks::zone(w, list)?.unwrap_or(sheet.session.time_zone);
    if before == zone {
        return Ok(());
    }
    clocks::set(w, list, zone, (actor.person, now))?;
    note(w, actor, ("webinar-clock-chosen", list), json!({ "was": before.name(), "zone": zone.name() }), now)
}

fn column_faults(chosen: &ChosenColumns, width: usize) -> Vec<Fault> {
    let columns = &chosen.columns;
    let named = [
        ("name", columns.name),
        ("email", columns.email),
        ("join", columns.join),
        ("leave", columns.leave),
        ("duration", columns.duration),
    ];
    let mut faults = Vec::new();
    if !columns.names_somebody() {
        faults.push(Fault::new("name", "webinar-column-needed"));
    }
    let mut seen = HashSet::new();
    for (field, place) in named {
        let Some(place) = place else { continue };
        if place >= width {
            faults.push(Fault::new(field, "unknown"));
        } else if !seen.insert(place) {
            faults.push(Fault::new(field, "webinar-column-twice"));
        }
    }
    faults
}

/// Says who some people of a list are; nothing takes back what was said of them.
///
/// # Errors
/// `NotFound`, `SessionAhead`, `SessionCancelled`; `Invalid` on `who-<line>` for a line that is nobody's first, and for
/// somebody who is not on the sheet.
pub fn decide(
    w: &mut Write,
    actor: &Actor,
    (session, list): (SessionId, WebinarListId),
    decided: &[(u32, Option<Decision>)],
    now: Moment,
) -> Result<(), Problem> {
    let sheet = open_sheet(w, actor, session, now)?;
    let (_, grid) = store::find(w, session, list)?.ok_or_else(Problem::not_found)?;
    let chosen = store::columns(w, list)?;
    let zone = clocks::zone(w, list)?.unwrap_or(sheet.session.time_zone);
    let lines: HashSet<u32> = reading::attendee_lines(&grid, chosen.as_ref(), (&sheet, zone));
    let people: HashSet<EnrolmentId> = sheet.people.iter().map(|one| one.person.enrolment).collect();
    let mut seen = HashSet::new();
    let wrong = decided.iter().filter_map(|(line, decision)| {
        let who = decision.filter(|one| one.verdict == Verdict::Person).map(|one| one.enrolment);
        let known = who.is_none_or(|who| who.is_some_and(|who| people.contains(&who)));
        let fine = lines.contains(line) && known && seen.insert(*line);
        (!fine).then(|| Fault::new(format!("who-{line}"), "webinar-who"))
    });
    let faults: Vec<Fault> = wrong.collect();
    if !faults.is_empty() {
        return Err(Problem::invalid(faults));
    }
    store::decide(w, list, decided, (actor.person, now))?;
    let said = decided.iter().map(|(line, decision)| {
        let verdict = decision.map(|one| one.verdict.as_str());
        json!({ "line": line, "verdict": verdict, "enrolment": decision.and_then(|one| one.enrolment) })
    });
    let after = said.collect::<serde_json::Value>();
    note(w, actor, ("webinar-people-decided", list), after, now)
}

/// Whether a list of a session is there, for a reader who may see it.
pub(super) fn found(
    r: &mut Read,
    session: SessionId,
    list: WebinarListId,
) -> Result<(ListRow, Grid), Problem> {
    let (row, grid) = store::find(r, session, list)?.ok_or_else(Problem::not_found)?;
    Ok((row, grid))
}
