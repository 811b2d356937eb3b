//! Enrolling from a file: a dry run that is kept, and a confirmation that enrols everybody or nobody.

use super::super::rules::Stage;
use super::super::rules::import::{self, Checked, CheckedRow, Fate, Known, ReadAs, Sheet};
use super::super::store::EditionRow;
use super::super::store::enrolments::{self as enrolments, NewEnrolment};
use super::super::store::imports::{self as store, ImportRow, NewImport};
use super::enrolments::{enrol, enrol_newcomer, registrar};
use super::{administered, note, version_of};
use crate::db::{Read, Write};
use crate::files::{FileKind, sniff};
use crate::kernel::name::{email_key, fold};
use crate::kernel::{
    Actor, EditionId, EnrolmentImportId, Fault, Language, Moment, OrganisationId, PersonId, Problem,
    ProblemCode,
};
use crate::organisations;
use crate::outside_proofs::actions as outside_proofs;
use crate::people::actions::{self as people, NewLink};
use crate::printing::tables::{self, TableError};
use serde_json::json;
use std::collections::HashMap;

/// The largest file.
pub const MAX_BYTES: usize = 5 * 1024 * 1024;

/// Reads the people out of a CSV or XLSX file. Takes time for large files: not for a thread that serves
/// requests, never inside a transaction.
///
/// # Errors
/// `Invalid` on the field `file`, saying what is wrong with the file and what to do.
pub fn read(bytes: &[u8]) -> Result<Sheet, Problem> {
    if bytes.len() > MAX_BYTES {
        let fault = Fault::new("file", "file-too-large").with("limit", "5 MB");
        return Err(Problem::invalid(vec![fault]));
    }
    let refused = |error: &TableError| Problem::invalid(vec![table_fault(error)]);
    // Their first bytes are text, so that they would pass for a list in some old encoding.
    if matches!(sniff(bytes), Some((FileKind::Pdf | FileKind::Image, _))) {
        return Err(refused(&TableError::UnknownKind));
    }
    let table = tables::read(bytes).map_err(|error| refused(&error))?;
    let read_as = ReadAs::of(table.encoding, table.delimiter);
    let rows = table.rows.into_iter().map(|row| (row.line, row.cells)).collect();
    Ok(Sheet { read_as, ..import::recognise(&table.header, rows)? })
}

fn table_fault(error: &TableError) -> Fault {
    let at = |code, line: &u32| Fault::new("file", code).with("line", line);
    match error {
        TableError::Empty => Fault::new("file", "table-empty"),
        TableError::UnknownKind => Fault::new("file", "file-kind").with("accepted", "CSV, XLSX"),
        TableError::Damaged(_) => Fault::new("file", "table-damaged"),
        TableError::TooLarge => Fault::new("file", "table-unpacks-too-large"),
        TableError::TooManyRows => Fault::new("file", "import-too-many")
            .with("limit", import::MAX_PEOPLE)
            .with("count", tables::MAX_ROWS),
        TableError::TooManyColumns { line } => at("table-too-many-columns", line),
        TableError::CellTooLong { line, column } => at("table-cell-too-long", line).with("column", column),
        TableError::ExtraCells { line } => at("table-extra-cells", line),
        TableError::MalformedQuotes { line } => at("table-quotes", line),
        TableError::BrokenUtf8 { line } => at("table-broken-utf8", line),
    }
}

/// Keeps a file with its dry run; nobody is enrolled.
///
/// # Errors
/// `NotFound` for administrators of other organisations; `Invalid` when the edition is over.
pub fn upload(
    w: &mut Write,
    actor: &Actor,
    edition: EditionId,
    (file_name, sheet): (&str, &Sheet),
    now: Moment,
) -> Result<EnrolmentImportId, Problem> {
    let row = administered(w, actor, edition)?;
    if row.term().stage(now) == Stage::Over {
        return Err(Problem::invalid(vec![Fault::new("file", "edition-over")]));
    }
    let fault_count = import::check(sheet, &known(w, (&row, sheet), actor.language)?).fault_count();
    let new = NewImport { edition, file_name: file_name.to_owned(), sheet: sheet.clone(), fault_count };
    let id = store::insert(w, &new, actor.person, now)?;
    let after = json!({ "import": id, "file": file_name, "rows": sheet.rows.len(), "faults": fault_count });
    note(w, actor, now, ("enrolment-import-uploaded", edition), (None, Some(after)))?;
    Ok(id)
}

/// A file with its dry run against the state of this moment.
#[derive(Debug, Clone)]
pub struct DryRun {
    /// The edition.
    pub edition: EditionRow,
    /// The file.
    pub import: ImportRow,
    /// Its rows.
    pub checked: Checked,
    /// How many places are free.
    pub free_places: i64,
}

/// A dry run.
///
/// # Errors
/// `NotFound` for administrators of other organisations and for a file of another edition.
pub fn dry_run(
    r: &mut Read,
    actor: &Actor,
    edition: EditionId,
    id: EnrolmentImportId,
) -> Result<DryRun, Problem> {
    let edition = administered(r, actor, edition)?;
    let import = store::find(r, edition.id, id)?.ok_or_else(Problem::not_found)?;
    let known = known(r, (&edition, &import.content.0), actor.language)?;
    let checked = import::check(&import.content.0, &known);
    Ok(DryRun { edition, import, checked, free_places: known.free_places })
}

/// What a confirmation has done.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Done {
    /// People enrolled.
    pub enrolled: usize,
    /// Of these, with a new account.
    pub created: usize,
    /// People who were in the edition before.
    pub kept: usize,
}

/// Enrols everybody in a file, or nobody. `links` has one for each row at least; without any, nobody is
/// written to.
///
/// # Errors
/// As [`dry_run`]; `ImportHasFaults` when any cell is at fault at this moment; `Conflict` when the file was
/// confirmed before.
pub fn confirm(
    w: &mut Write,
    actor: &Actor,
    (edition, id): (EditionId, EnrolmentImportId),
    links: &[NewLink],
    now: Moment,
) -> Result<Done, Problem> {
    let run = dry_run(w, actor, edition, id)?;
    if run.import.confirmed_at.is_some() {
        return Err(Problem::new(ProblemCode::Conflict));
    }
    if run.checked.fault_count() > 0 {
        return Err(Problem::new(ProblemCode::ImportHasFaults));
    }
    let mut done = Done::default();
    let mut organisations = organisations_by_name(w)?;
    for (index, row) in run.checked.rows.iter().enumerate() {
        let organisation = organisation(w, actor, row, (&mut organisations, now))?;
        enrol_row(w, actor, (edition, organisation), (row, links.get(index)), now)?;
        match row.fate {
            Fate::Create => done.created += 1,
            Fate::Keep => done.kept += 1,
            Fate::Enrol(_) | Fate::Refuse => {}
        }
    }
    done.enrolled = run.checked.rows.len() - done.kept;
    store::confirm(w, id, now)?;
    let after =
        json!({ "import": id, "enrolled": done.enrolled, "created": done.created, "kept": done.kept });
    note(w, actor, now, ("enrolment-import-confirmed", edition), (None, Some(after)))?;
    Ok(done)
}

fn enrol_row(
    w: &mut Write,
    actor: &Actor,
    (edition, organisation): (EditionId, Option<OrganisationId>),
    (row, link): (&CheckedRow, Option<&NewLink>),
    now: Moment,
) -> Result<(), Problem> {
    match row.fate {
        Fate::Create => {
            let newcomer = row.entry.newcomer(row.language).map_err(Problem::invalid)?;
            enrol_newcomer(w, actor, (edition, organisation), (&newcomer, link), now)?;
        }
        Fate::Enrol(person) => {
            people::fill_position(w, actor, person, &row.entry.position, now)?;
            enrol(w, actor, &NewEnrolment { edition, person, organisation }, link, now)?;
        }
        Fate::Keep | Fate::Refuse => {}
    }
    Ok(())
}

fn organisation(
    w: &mut Write,
    actor: &Actor,
    row: &CheckedRow,
    (known, now): (&mut HashMap<String, OrganisationId>, Moment),
) -> Result<Option<OrganisationId>, Problem> {
    let key = fold(&row.entry.organisation);
    if key.is_empty() || row.fate == Fate::Keep {
        return Ok(None);
    }
    if let Some(id) = known.get(&key) {
        return Ok(Some(*id));
    }
    let id = organisations::actions::named(w, &registrar(actor), &row.entry.organisation, now)?;
    known.insert(key, id);
    Ok(Some(id))
}

/// Everything the rows are checked against, in few queries whatever their number; in the language of its reader.
fn known(r: &mut Read, (edition, sheet): (&EditionRow, &Sheet), reader: Language) -> Result<Known, Problem> {
    let keys =
        sheet.rows.iter().map(|row| email_key(&row.entry.email)).filter(|key| !key.is_empty()).collect();
    let languages = version_of(r, edition.version_id)?.languages.0;
    let people = enrolments::known(r, edition.id, keys)?;
    let usual_language = languages.first().copied().unwrap_or(Language::Ru);
    let ids: Vec<PersonId> = people.values().map(|person| person.id).collect();
    let asked = outside_proofs::kept_out(r, (edition.id, edition.organisation_id), &ids)?;
    Ok(Known {
        people,
        organisations: organisations_by_name(r)?,
        free_places: i64::from(edition.capacity) - enrolments::count(r, edition.id)?,
        usual_language,
        kept_out: asked.map(|(out, title)| (out, title.for_reader(reader).to_owned())),
    })
}

/// Organisations by folded name; a short name counts where it is no other organisation's name.
fn organisations_by_name(r: &mut Read) -> Result<HashMap<String, OrganisationId>, Problem> {
    let rows = organisations::store::all(r)?;
    let mut names: HashMap<String, OrganisationId> =
        rows.iter().rev().map(|row| (fold(&row.short_name), row.id)).collect();
    names.extend(rows.iter().map(|row| (fold(&row.name), row.id)));
    Ok(names)
}
