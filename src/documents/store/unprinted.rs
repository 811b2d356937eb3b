//! Papers that could not be printed: what the template said, whom the program has told, and with which other version of a
//! template they are printed instead.

use crate::db::schema::{
    document_print_choices as choices, document_print_faults as failures, document_print_notices as notices,
    documents,
};
use crate::db::{Read, Write, each};
use crate::kernel::{DocumentId, Fault, Moment, OrganisationId, PaperTemplateVersionId, PersonId, Problem};
use chrono::NaiveDate;
use diesel::prelude::*;
use std::collections::{HashMap, HashSet};

/// The most documents named beside one.
const MOST_NAMED: i64 = 20;
/// How many rows one statement inserts: within the number of variables that SQLite allows.
const ROWS: usize = 500;

/// That the paper of a document could not be printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FailureRow {
    /// With which version.
    pub version: PaperTemplateVersionId,
    /// What the template said, each with its place.
    pub faults: Vec<Fault>,
    /// When that was seen first.
    pub at: Moment,
}

/// What became of the paper of a document that failed, if it did.
pub fn failure(r: &mut Read, document: DocumentId) -> Result<Option<FailureRow>, Problem> {
    let row: Option<(PaperTemplateVersionId, String, Moment)> = failures::table
        .filter(failures::document_id.eq(document))
        .select((failures::version_id, failures::faults, failures::failed_at))
        .first(r.conn())
        .optional()?;
    let Some((version, faults, at)) = row else { return Ok(None) };
    Ok(Some(FailureRow { version, faults: serde_json::from_str(&faults).map_err(Problem::internal)?, at }))
}

/// A document whose paper has just failed.
#[derive(Debug, Clone)]
pub struct NewFailure {
    /// The document.
    pub document: DocumentId,
    /// Its number.
    pub number: String,
    /// Who issued it.
    pub organisation: OrganisationId,
    /// With which version.
    pub version: PaperTemplateVersionId,
    /// What the template said.
    pub faults: Vec<Fault>,
    /// The day it is where the document was issued.
    pub day: NaiveDate,
}

/// Writes failures down, each document once; answers which are new.
pub fn write_down(w: &mut Write, new: &[NewFailure], now: Moment) -> Result<HashSet<DocumentId>, Problem> {
    let ids: Vec<DocumentId> = new.iter().map(|one| one.document).collect();
    let known: Vec<DocumentId> = failures::table
        .filter(failures::document_id.eq_any(ids))
        .select(failures::document_id)
        .load(w.conn())?;
    let new: Vec<&NewFailure> = new.iter().filter(|one| !known.contains(&one.document)).collect();
    for some in new.chunks(ROWS) {
        let mut rows = Vec::with_capacity(some.len());
        for one in some {
            rows.push((
                failures::document_id.eq(one.document),
                failures::version_id.eq(one.version),
                failures::faults.eq(serde_json::to_string(&one.faults).map_err(Problem::internal)?),
                failures::failed_at.eq(now),
            ));
        }
        each!(w.conn(), c => {
            let insert = diesel::insert_into(failures::table).values(rows);
            insert.on_conflict(failures::document_id).do_nothing().execute(c)?;
        });
    }
    Ok(new.iter().map(|one| one.document).collect())
}

/// Writes down that the administrators of an organisation are told of a version on a day; `false` when they were already.
pub fn note(
    w: &mut Write,
    organisation: OrganisationId,
    version: PaperTemplateVersionId,
    (day, now): (NaiveDate, Moment),
) -> Result<bool, Problem> {
    let insert = diesel::insert_into(notices::table).values((
        notices::organisation_id.eq(organisation),
        notices::version_id.eq(version),
        notices::on_day.eq(day),
        notices::sent_at.eq(now),
    ));
    let noted = each!(w.conn(), c => {
        insert
            .on_conflict((notices::organisation_id, notices::version_id, notices::on_day))
            .do_nothing()
            .execute(c)?
    });
    Ok(noted > 0)
}

/// Other documents of an organisation that have no paper because of the same version, with their numbers; some of them, where
/// they are many.
pub fn others(
    r: &mut Read,
    organisation: OrganisationId,
    (document, version): (DocumentId, PaperTemplateVersionId),
) -> Result<Vec<(DocumentId, String)>, Problem> {
    Ok(failures::table
        .inner_join(documents::table)
        .filter(failures::version_id.eq(version))
        .filter(documents::organisation_id.eq(organisation))
        .filter(documents::pdf_sha256.is_null())
        .filter(documents::id.ne(document))
        .order(documents::id)
        .limit(MOST_NAMED)
        .select((documents::id, documents::number_text))
        .load(r.conn())?)
}

/// With which other version a document is printed.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct ChoiceRow {
    /// The version; none for the paper of the program.
    pub version: Option<PaperTemplateVersionId>,
    /// Why.
    pub reason: String,
    /// When it was chosen.
    pub at: Moment,
    /// By whom.
    pub by: Option<PersonId>,
}

/// The choice for a document; nothing for nearly all.
pub fn choice(r: &mut Read, document: DocumentId) -> Result<Option<ChoiceRow>, Problem> {
    Ok(choices::table
        .filter(choices::document_id.eq(document))
        .select((choices::version_id, choices::reason, choices::chosen_at, choices::chosen_by))
        .first(r.conn())
        .optional()?)
}

/// The versions chosen for documents, by document; those without a choice are absent.
pub fn chosen(
    r: &mut Read,
    these: &[DocumentId],
) -> Result<HashMap<DocumentId, Option<PaperTemplateVersionId>>, Problem> {
    let rows: Vec<(DocumentId, Option<PaperTemplateVersionId>)> = choices::table
        .filter(choices::document_id.eq_any(these.to_vec()))
        .select((choices::document_id, choices::version_id))
        .load(r.conn())?;
    Ok(rows.into_iter().collect())
}

/// Writes a choice down. Somebody else may have chosen in between, where the database lets two write at once: then the
/// transaction runs again and sees it.
pub fn choose(w: &mut Write, document: DocumentId, new: &ChoiceRow) -> Result<(), Problem> {
    diesel::insert_into(choices::table)
        .values((
            choices::document_id.eq(document),
            choices::version_id.eq(new.version),
            choices::reason.eq(&new.reason),
            choices::chosen_at.eq(new.at),
            choices::chosen_by.eq(new.by),
        ))
        .execute(w.conn())
        .map_err(super::again)?;
    Ok(())
}
