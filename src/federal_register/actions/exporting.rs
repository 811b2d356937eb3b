//! Files are made, all of them or none, and given out.

use super::{Checked, federal, note};
use crate::db::{Read, Write};
use crate::documents::store::names;
use crate::federal_register::rules::State;
use crate::federal_register::rules::columns::{FIRST_ROW, SHEET};
use crate::federal_register::store::exports::{self as store, ExportRow, LineRow, NewEvent, NewExport};
use crate::federal_register::store::queue::{self, Filter, Wanted};
use crate::files::store::{self as files, NewRow};
use crate::kernel::{
    Actor, DocumentId, FederalExportId, FederalTemplateId, Moment, OrganisationId, PersonId, PersonName,
    Problem, ProblemCode,
};
use crate::organisations::store::OrganisationRow;
use crate::printing::filling::{Value, fill};
use serde_json::json;
use std::collections::HashMap;

/// The most files that are listed.
const LISTED: i64 = 500;

/// A file that is made, before anything of it is written down.
#[derive(Debug, Clone)]
pub struct Export {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What stands in it, in order.
    pub documents: Vec<DocumentId>,
}

/// Fills the template with the rows that are fine, in as many files as are needed. Takes time: not for a thread that
/// serves requests, never inside a transaction.
///
/// # Errors
/// The template cannot be read any more.
pub fn export(checked: &Checked, template: &[u8]) -> Result<Vec<Export>, Problem> {
    let lines: Vec<_> = checked.fine().collect();
    let most = checked.federal.rows.max(1);
    let file = |part: &[&super::Line]| -> Result<Export, Problem> {
        let rows: Vec<Vec<Value>> = part.iter().map(|line| line.row.cells.clone()).collect();
        let bytes = fill(template, SHEET, FIRST_ROW, &rows).map_err(Problem::internal)?;
        Ok(Export { bytes, documents: part.iter().map(|line| line.queued.id).collect() })
    };
    lines.chunks(most).map(file).collect()
}

/// A file that is laid away.
#[derive(Debug, Clone)]
pub struct NewFile {
    /// Where its bytes lie.
    pub file: NewRow,
    /// What stands in it, in order.
    pub documents: Vec<DocumentId>,
}

/// Writes files down with what stands in them; from now on their documents are exported. All of them, or none: where
/// somebody else has exported or revoked one of the documents meanwhile, nothing is.
///
/// # Errors
/// `NotFound` for everybody who does not administer the organisation; `Conflict` as said.
pub fn record(
    w: &mut Write,
    actor: &Actor,
    (organisation, template): (OrganisationId, FederalTemplateId),
    new: &[NewFile],
    now: Moment,
) -> Result<Vec<FederalExportId>, Problem> {
    federal(w, actor, organisation)?;
    let mut made = Vec::new();
    for one in new {
        let filter = Filter { wanted: Wanted::Open, these: Some(one.documents.clone()), ..Filter::default() };
        let most = i64::try_from(one.documents.len()).map_err(Problem::internal)?;
        if queue::queued(w, organisation, &filter, most)?.0.len() < one.documents.len() {
            return Err(Problem::new(ProblemCode::Conflict));
        }
        let number = store::next_number(w, organisation)?;
        let name = file_name(organisation, number, now);
        let file = NewRow { name: name.clone(), ..one.file.clone() };
        let file = files::insert(w, &file, actor.person_id()?, now)?;
        let sha256 = one.file.blob.sha256.clone();
        let row = NewExport {
            organisation,
            number,
            template,
            file,
            sha256,
            name,
            documents: one.documents.clone(),
        };
        let export = store::insert(w, &row, (actor.person, now))?;
        let event = |document: &DocumentId| NewEvent {
            document: *document,
            export,
            state: State::Exported,
            reason: None,
        };
        let events: Vec<NewEvent<'_>> = one.documents.iter().map(event).collect();
        store::note(w, &events, (actor.person, now))?;
        let after = json!({ "sha256": row.sha256, "documents": row.documents, "template": template });
        note(w, actor, now, ("federal-file-made", ("federal-export", export.0), after))?;
        made.push(export);
    }
    Ok(made)
}

fn file_name(organisation: OrganisationId, number: i32, now: Moment) -> String {
    let day = now.date_in(crate::kernel::ZoneName::MOSCOW);
    format!("frdo-{organisation}-{number:04}-{day}.xlsx")
}

/// Files of an organisation.
#[derive(Debug, Clone)]
pub struct Exports {
    /// Whose.
    pub organisation: OrganisationRow,
    /// The files, the newest first.
    pub files: Vec<ExportRow>,
    /// The names of those who made them.
    pub names: HashMap<PersonId, PersonName>,
}

/// The files of an organisation.
///
/// # Errors
/// `NotFound` for everybody who does not administer it.
pub fn exports(r: &mut Read, actor: &Actor, id: OrganisationId) -> Result<Exports, Problem> {
    let (organisation, _) = federal(r, actor, id)?;
    let files = store::of_organisation(r, id, LISTED)?;
    let who: Vec<PersonId> = files.iter().filter_map(|row| row.exported_by).collect();
    let names = names(r, &who)?;
    Ok(Exports { organisation, files, names })
}

/// One file with what stands in it.
#[derive(Debug, Clone)]
pub struct Shown {
    /// Whose.
    pub organisation: OrganisationRow,
    /// The file.
    pub export: ExportRow,
    /// What stands in it.
    pub lines: Vec<LineRow>,
    /// The names of those who made it.
    pub names: HashMap<PersonId, PersonName>,
}

impl Shown {
    /// One file with what stands in it.
    ///
    /// # Errors
    /// `NotFound` for everybody who does not administer the organisation, and for a file of another one.
    pub fn load(
        r: &mut Read,
        actor: &Actor,
        (organisation, id): (OrganisationId, FederalExportId),
    ) -> Result<Shown, Problem> {
        let (organisation, _) = federal(r, actor, organisation)?;
        let (export, _) = store::find(r, organisation.id, id)?.ok_or_else(Problem::not_found)?;
        let lines = store::lines(r, id)?;
        let who: Vec<PersonId> = export.exported_by.into_iter().collect();
        let names = names(r, &who)?;
        Ok(Shown { organisation, export, lines, names })
    }
}

/// Where the bytes of a file lie. Somebody takes personal data away with it, so that is written down.
///
/// # Errors
/// `NotFound` for everybody who does not administer the organisation, and for a file of another one.
pub fn file(
    w: &mut Write,
    actor: &Actor,
    (organisation, id): (OrganisationId, FederalExportId),
    now: Moment,
) -> Result<(ExportRow, String), Problem> {
    federal(w, actor, organisation)?;
    let (row, key) = store::find(w, organisation, id)?.ok_or_else(Problem::not_found)?;
    note(w, actor, now, ("federal-file-taken", ("federal-export", id.0), json!({ "sha256": row.sha256 })))?;
    Ok((row, key))
}
