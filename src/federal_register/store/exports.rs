//! Files that were made, what stands in them, and what became of each document.

use crate::db::schema::{
    documents, federal_events as events, federal_export_rows as lines, federal_exports as rows,
    federal_states as states, stored_files,
};
use crate::db::{Read, Write, each};
use crate::federal_register::rules::State;
use crate::kernel::{
    DocumentId, FederalEventId, FederalExportId, FederalTemplateId, Moment, OrganisationId, PersonId,
    Problem, StoredFileId,
};
use diesel::prelude::*;
use diesel::result::{DatabaseErrorKind, Error};
use diesel::upsert::excluded;
use std::collections::HashMap;

/// A file.
#[derive(Debug, Clone, Queryable)]
pub struct ExportRow {
    /// The file.
    pub id: FederalExportId,
    /// Whose.
    pub organisation_id: OrganisationId,
    /// Its number among those of the organisation.
    pub number: i32,
    /// The template it was made with.
    pub template_id: FederalTemplateId,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// Its name.
    pub name: String,
    /// How many documents stand in it.
    pub row_count: i32,
    /// When it was made.
    pub exported_at: Moment,
    /// By whom.
    pub exported_by: Option<PersonId>,
}

const EXPORT: (
    rows::id,
    rows::organisation_id,
    rows::number,
    rows::template_id,
    rows::sha256,
    rows::name,
    rows::row_count,
    rows::exported_at,
    rows::exported_by,
) = (
    rows::id,
    rows::organisation_id,
    rows::number,
    rows::template_id,
    rows::sha256,
    rows::name,
    rows::row_count,
    rows::exported_at,
    rows::exported_by,
);

/// The files of an organisation, the newest first.
pub fn of_organisation(
    r: &mut Read,
    organisation: OrganisationId,
    limit: i64,
) -> Result<Vec<ExportRow>, Problem> {
    Ok(rows::table
        .filter(rows::organisation_id.eq(organisation))
        .order(rows::number.desc())
        .limit(limit)
        .select(EXPORT)
        .load(r.conn())?)
}

/// A file of an organisation with where its bytes lie.
pub fn find(
    r: &mut Read,
    organisation: OrganisationId,
    id: FederalExportId,
) -> Result<Option<(ExportRow, String)>, Problem> {
    Ok(rows::table
        .inner_join(stored_files::table)
        .filter(rows::id.eq(id))
        .filter(rows::organisation_id.eq(organisation))
        .select((EXPORT, stored_files::storage_key))
        .first(r.conn())
        .optional()?)
}

/// The number of the next file of an organisation.
pub fn next_number(r: &mut Read, organisation: OrganisationId) -> Result<i32, Problem> {
    let last: Option<i32> = rows::table
        .filter(rows::organisation_id.eq(organisation))
        .select(diesel::dsl::max(rows::number))
        .first(r.conn())?;
    Ok(last.unwrap_or(0) + 1)
}

/// A file about to be written down.
#[derive(Debug, Clone)]
pub struct NewExport {
    /// Whose.
    pub organisation: OrganisationId,
    /// Its number.
    pub number: i32,
    /// The template it was made with.
    pub template: FederalTemplateId,
    /// Where its bytes are written down.
    pub file: StoredFileId,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// Its name.
    pub name: String,
    /// What stands in it, in order.
    pub documents: Vec<DocumentId>,
}

/// How many rows one statement inserts: within the number of variables that SQLite allows.
const ROWS: usize = 500;

/// Writes a file down with what stands in it.
pub fn insert(
    w: &mut Write,
    new: &NewExport,
    (by, now): (Option<PersonId>, Moment),
) -> Result<FederalExportId, Problem> {
    let count = i32::try_from(new.documents.len()).map_err(Problem::internal)?;
    let insert = diesel::insert_into(rows::table)
        .values((
            rows::organisation_id.eq(new.organisation),
            rows::number.eq(new.number),
            rows::template_id.eq(new.template),
            rows::file_id.eq(new.file),
            rows::sha256.eq(&new.sha256),
            rows::name.eq(&new.name),
            rows::row_count.eq(count),
            rows::exported_at.eq(now),
            rows::exported_by.eq(by),
        ))
        .returning(rows::id)
        .get_result(w.conn());
    let id: FederalExportId = insert.map_err(taken)?;
    let numbered: Vec<(i32, DocumentId)> = (1_i32..).zip(new.documents.iter().copied()).collect();
    for some in numbered.chunks(ROWS) {
        let row = |(position, document): &(i32, DocumentId)| {
            (lines::export_id.eq(id), lines::position.eq(*position), lines::document_id.eq(*document))
        };
        let some: Vec<_> = some.iter().map(row).collect();
        each!(w.conn(), c => {
            diesel::insert_into(lines::table).values(some).execute(c)?;
        });
    }
    Ok(id)
}

/// A number that was chosen by reading and is taken meanwhile is no fault: the transaction is done again.
pub(super) fn taken(error: Error) -> Error {
    match error {
        Error::DatabaseError(DatabaseErrorKind::UniqueViolation, information) => {
            Error::DatabaseError(DatabaseErrorKind::SerializationFailure, information)
        }
        other => other,
    }
}

/// What happened to a document.
#[derive(Debug, Clone)]
pub struct NewEvent<'e> {
    /// To which.
    pub document: DocumentId,
    /// In which file it stands.
    pub export: FederalExportId,
    /// What.
    pub state: State,
    /// Why the register refused it.
    pub reason: Option<&'e str>,
}

/// Writes down what happened to documents, to each of them once; from now on that is their state. A few statements, however
/// many documents there are.
pub fn note(
    w: &mut Write,
    new: &[NewEvent<'_>],
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    for some in new.chunks(ROWS) {
        let row = |event: &NewEvent<'_>| {
            (
                events::document_id.eq(event.document),
                events::export_id.eq(event.export),
                events::state.eq(event.state),
                events::reason.eq(event.reason.map(str::to_owned)),
                events::happened_at.eq(now),
                events::entered_by.eq(by),
            )
        };
        let rows: Vec<_> = some.iter().map(row).collect();
        let written: Vec<(DocumentId, FederalEventId)> = each!(w.conn(), c => {
            let insert = diesel::insert_into(events::table).values(rows);
            insert.returning((events::document_id, events::id)).get_results(c)?
        });
        let ids: HashMap<DocumentId, FederalEventId> = written.into_iter().collect();
        point(w, some, &ids, now)?;
    }
    Ok(())
}

/// Lets the states of documents point at what happened to them last.
fn point(
    w: &mut Write,
    new: &[NewEvent<'_>],
    ids: &HashMap<DocumentId, FederalEventId>,
    now: Moment,
) -> Result<(), Problem> {
    let row = |event: &NewEvent<'_>| {
        let id = ids.get(&event.document)?;
        Some((
            states::document_id.eq(event.document),
            states::event_id.eq(*id),
            states::export_id.eq(event.export),
            states::state.eq(event.state),
            states::reason.eq(event.reason.map(str::to_owned)),
            states::changed_at.eq(now),
        ))
    };
    let rows: Vec<_> = new.iter().filter_map(row).collect();
    let newest = (
        states::event_id.eq(excluded(states::event_id)),
        states::export_id.eq(excluded(states::export_id)),
        states::state.eq(excluded(states::state)),
        states::reason.eq(excluded(states::reason)),
        states::changed_at.eq(excluded(states::changed_at)),
    );
    each!(w.conn(), c => {
        let insert = diesel::insert_into(states::table).values(rows);
        insert.on_conflict(states::document_id).do_update().set(newest).execute(c)?;
    });
    Ok(())
}

/// Where documents stand; those in no file are absent.
pub fn states_of(
    r: &mut Read,
    these: &[DocumentId],
) -> Result<HashMap<DocumentId, (State, FederalExportId)>, Problem> {
    let found: Vec<(DocumentId, State, FederalExportId)> = states::table
        .filter(states::document_id.eq_any(these.to_vec()))
        .select((states::document_id, states::state, states::export_id))
        .load(r.conn())?;
    Ok(found.into_iter().map(|(document, state, export)| (document, (state, export))).collect())
}

/// A document in a file.
#[derive(Debug, Clone, Queryable)]
pub struct LineRow {
    /// Where in the file, from 1.
    pub position: i32,
    /// The document.
    pub document_id: DocumentId,
    /// Its number.
    pub number: String,
    /// Whose, as printed.
    pub holder: String,
    /// What became of it since, and in which file it stands now.
    pub state: Option<(State, FederalExportId, Option<String>)>,
}

/// What stands in a file, in order.
pub fn lines(r: &mut Read, export: FederalExportId) -> Result<Vec<LineRow>, Problem> {
    Ok(lines::table
        .inner_join(documents::table.left_join(states::table))
        .filter(lines::export_id.eq(export))
        .order(lines::position)
        .select((
            lines::position,
            documents::id,
            documents::number_text,
            documents::holder,
            (states::state, states::export_id, states::reason).nullable(),
        ))
        .load(r.conn())?)
}

/// What happened to a document.
#[derive(Debug, Clone, Queryable)]
pub struct EventRow {
    /// What.
    pub state: State,
    /// In which file it stood.
    pub export_id: FederalExportId,
    /// Why the register refused it.
    pub reason: Option<String>,
    /// When.
    pub happened_at: Moment,
    /// Who wrote it down.
    pub entered_by: Option<PersonId>,
}

/// Everything that happened to a document, the oldest first.
pub fn history(r: &mut Read, document: DocumentId) -> Result<Vec<EventRow>, Problem> {
    Ok(events::table
        .filter(events::document_id.eq(document))
        .order(events::id)
        .select((events::state, events::export_id, events::reason, events::happened_at, events::entered_by))
        .load(r.conn())?)
}
