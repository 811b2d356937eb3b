//! The template of an organisation comes in, byte for byte, after everything about it was compared.

use super::{federal, note};
use crate::db::{Read, Write};
use crate::documents::store::names;
use crate::federal_register::rules::Lists;
use crate::federal_register::rules::columns::{self, COLUMNS, FIRST_ROW, SHEET};
use crate::federal_register::rules::template::ColumnList;
use crate::federal_register::store::templates::{self as store, TemplateRow};
use crate::files::store::{self as files, NewRow};
use crate::kernel::{Actor, Fault, FederalTemplateId, Moment, OrganisationId, PersonId, PersonName, Problem};
use crate::organisations::store::OrganisationRow;
use crate::printing::filling::{BookError, Cells, MOST_VALUES, Obstacle, Workbook};
use chrono::NaiveDate;
use serde_json::json;
use std::collections::{BTreeMap, HashMap};

/// The largest template.
pub const MAX_BYTES: usize = 5 * 1024 * 1024;

/// The most that a list may say, in bytes: lists are kept with the template and read with every page of it.
const LONGEST_LIST: usize = 512 * 1024;

/// Reads what decides about cells out of a template. Takes time: not for a thread that serves requests, never inside a
/// transaction.
///
/// # Errors
/// `Invalid` on the field `file`: no workbook, macros, no sheet «Шаблон», every difference of its header by column, and
/// every list that its columns name and that is not there, by its name.
pub fn read_template(bytes: &[u8]) -> Result<Lists, Problem> {
    let refused = |fault| Problem::invalid(vec![fault]);
    if bytes.len() > MAX_BYTES {
        return Err(refused(Fault::new("file", "file-too-large").with("limit", "5 MB")));
    }
    let mut book = Workbook::open(bytes).map_err(|error| refused(book_fault(&error)))?;
    if book.sheet(SHEET).is_none() {
        return Err(refused(Fault::new("file", "federal-sheet-missing").with("sheet", SHEET)));
    }
    let faulty = |error: BookError| refused(book_fault(&error));
    let cells = book.cells(SHEET).map_err(faulty)?;
    let drift = columns::drift(&header(&cells));
    if !drift.is_empty() {
        return Err(Problem::invalid(drift));
    }
    let in_the_way = book.obstacles(SHEET, FIRST_ROW).map_err(faulty)?;
    if !in_the_way.is_empty() {
        return Err(Problem::invalid(in_the_way.iter().map(obstacle_fault).collect()));
    }
    let formatted = book.conditional_formats(SHEET, FIRST_ROW).map_err(faulty)?;
    Ok(Lists { formatted, ..lists(&mut book)? })
}

/// What cannot be written over: a file made with it would show less than it holds, or not open without repair.
fn obstacle_fault(obstacle: &Obstacle) -> Fault {
    match obstacle {
        Obstacle::Merged(area) => Fault::new("file", "federal-merged").with("cells", area),
        Obstacle::Formula(cell) => Fault::new("file", "federal-formula").with("cells", cell),
    }
}

fn book_fault(error: &BookError) -> Fault {
    match error {
        BookError::UnknownKind => Fault::new("file", "federal-not-xlsx"),
        BookError::Macros => Fault::new("file", "federal-macros"),
        BookError::TooLarge => Fault::new("file", "table-unpacks-too-large"),
        BookError::Damaged(_) => Fault::new("file", "table-damaged"),
    }
}

fn header(cells: &Cells) -> Vec<String> {
    let last = cells.keys().filter(|(row, _)| *row == 1).map(|(_, column)| *column).max().unwrap_or(0);
    // A workbook may have thousands of columns; what stands far behind the fortieth is one difference.
    let last = last.min(u32::try_from(COLUMNS * 2).unwrap_or(u32::MAX));
    (1..=last).map(|column| cells.get(&(1, column)).cloned().unwrap_or_default()).collect()
}

/// The lists of the columns, by the validations of the sheet.
fn lists(book: &mut Workbook<'_>) -> Result<Lists, Problem> {
    let faulty = |error: BookError| Problem::invalid(vec![book_fault(&error)]);
    let validations = book.validations(SHEET).map_err(faulty)?;
    let (mut faults, mut found, mut sheets) = (Vec::new(), BTreeMap::new(), BTreeMap::<String, Cells>::new());
    for column in 1..=COLUMNS {
        let number = u32::try_from(column).unwrap_or(u32::MAX);
        let Some(validation) = validations.iter().find(|validation| validation.covers(number)) else {
            continue;
        };
        let missing = |name: &str| list_fault("federal-list-missing", column, name);
        let source = match book.list_source(&validation.formula) {
            Ok(source) => source,
            Err(name) => {
                faults.push(missing(&name));
                continue;
            }
        };
        let cells = match source.sheet() {
            Some(sheet) if !sheets.contains_key(sheet) => {
                let cells = book.cells(sheet).map_err(faulty)?;
                sheets.entry(sheet.to_owned()).or_insert(cells)
            }
            Some(sheet) => sheets.entry(sheet.to_owned()).or_default(),
            None => sheets.entry(String::new()).or_default(),
        };
        let values = source.values(cells);
        if values.is_empty() {
            faults.push(missing(&validation.formula));
        }
        if values.len() > MOST_VALUES || values.iter().map(String::len).sum::<usize>() > LONGEST_LIST {
            return Err(Problem::invalid(vec![list_fault("federal-list-long", column, &validation.formula)]));
        }
        found.insert(column, ColumnList { column, name: validation.formula.clone(), values });
    }
    if !faults.is_empty() {
        return Err(Problem::invalid(faults));
    }
    Ok(Lists::gathered(|column| found.get(&column).cloned()))
}

fn list_fault(code: &'static str, column: usize, name: &str) -> Fault {
    let fault = Fault::new("file", code).with("column", columns::letter(column));
    fault.with("header", columns::header(column)).with("list", name)
}

/// A template that is laid away and read.
#[derive(Debug, Clone)]
pub struct NewTemplate {
    /// The file.
    pub file: NewRow,
    /// Its lists.
    pub lists: Lists,
    /// From which day on it holds; from today on when nothing is said.
    pub effective_from: Option<NaiveDate>,
}

/// Keeps a template as the next version of the organisation.
///
/// # Errors
/// `NotFound` for everybody who does not administer the organisation.
pub fn upload(
    w: &mut Write,
    actor: &Actor,
    id: OrganisationId,
    new: &NewTemplate,
    now: Moment,
) -> Result<FederalTemplateId, Problem> {
    federal(w, actor, id)?;
    let file = files::insert(w, &new.file, actor.person_id()?, now)?;
    let effective_from = new.effective_from.unwrap_or_else(|| now.date_in(actor.zone));
    let row = store::NewTemplate {
        organisation: id,
        file,
        sha256: new.file.blob.sha256.clone(),
        name: new.file.name.clone(),
        effective_from,
        lists: new.lists.clone(),
    };
    let template = store::insert(w, &row, (actor.person, now))?;
    let after = json!({ "sha256": row.sha256, "name": row.name, "from": effective_from });
    note(w, actor, now, ("federal-template-uploaded", ("federal-template", template.0), after))?;
    Ok(template)
}

/// The templates of an organisation.
#[derive(Debug, Clone)]
pub struct Shelf {
    /// Whose.
    pub organisation: OrganisationRow,
    /// All of them, the newest first.
    pub templates: Vec<TemplateRow>,
    /// The one that holds today.
    pub in_force: Option<FederalTemplateId>,
    /// The names of those who uploaded them.
    pub names: HashMap<PersonId, PersonName>,
}

/// The templates of an organisation.
///
/// # Errors
/// `NotFound` for everybody who does not administer it.
pub fn shelf(r: &mut Read, actor: &Actor, id: OrganisationId, now: Moment) -> Result<Shelf, Problem> {
    let (organisation, _) = federal(r, actor, id)?;
    let templates = store::of_organisation(r, id)?;
    let in_force = store::in_force(r, id, now.date_in(actor.zone))?.map(|row| row.id);
    let who: Vec<PersonId> = templates.iter().filter_map(|row| row.uploaded_by).collect();
    let names = names(r, &who)?;
    Ok(Shelf { organisation, templates, in_force, names })
}

/// One template with where its bytes lie.
///
/// # Errors
/// `NotFound` for everybody who does not administer the organisation, and for a template of another one.
pub fn template(
    r: &mut Read,
    actor: &Actor,
    (organisation, id): (OrganisationId, FederalTemplateId),
) -> Result<(OrganisationRow, TemplateRow, String), Problem> {
    let (organisation, _) = federal(r, actor, organisation)?;
    let (row, key) = store::find(r, organisation.id, id)?.ok_or_else(Problem::not_found)?;
    Ok((organisation, row, key))
}
