//! What stands in the register book beside a document: handing over, losses, and how often it was looked up.

use super::Standing;
use crate::db::schema::{
    document_checks, document_handovers, document_losses, document_revocations, document_words, documents,
};
use crate::db::{Read, Write, each, stored_text};
use crate::documents::rules::book::{CheckWay, Handing, HandingWay};
use crate::kernel::name::fold;
use crate::kernel::{DocumentId, EditionId, Moment, OrganisationId, PersonId, Problem, PublicId, Word as _};
use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::upsert::excluded;

stored_text!(HandingWay, as_str, parse);
stored_text!(CheckWay, as_str, parse);
stored_text!(Standing, as_str, parse);

/// That a document was handed over.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct HandoverRow {
    /// The document.
    pub document: DocumentId,
    /// When.
    pub on: NaiveDate,
    /// How.
    pub way: HandingWay,
    /// Who received it, where it was not the holder.
    pub received_by: Option<String>,
    /// The document of authority.
    pub authority: Option<String>,
    /// The number of the post.
    pub tracking: Option<String>,
    /// A note.
    pub note: Option<String>,
    /// When that was written down.
    pub at: Moment,
    /// By whom.
    pub by: Option<PersonId>,
}

/// How these documents were handed over, the earliest row first: the last one of a document holds.
pub fn handovers(r: &mut Read, documents: &[DocumentId]) -> Result<Vec<HandoverRow>, Problem> {
    Ok(document_handovers::table
        .filter(document_handovers::document_id.eq_any(documents.to_vec()))
        .order(document_handovers::id)
        .select((
            document_handovers::document_id,
            document_handovers::handed_on,
            document_handovers::way,
            document_handovers::received_by,
            document_handovers::authority,
            document_handovers::tracking,
            document_handovers::note,
            document_handovers::recorded_at,
            document_handovers::recorded_by,
        ))
        .load(r.conn())?)
}

/// Writes down that a document was handed over.
pub fn hand_over(
    w: &mut Write,
    document: DocumentId,
    (on, handing): (NaiveDate, &Handing),
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    diesel::insert_into(document_handovers::table)
        .values((
            document_handovers::document_id.eq(document),
            document_handovers::handed_on.eq(on),
            document_handovers::way.eq(handing.way),
            document_handovers::received_by.eq(&handing.received_by),
            document_handovers::authority.eq(&handing.authority),
            document_handovers::tracking.eq(&handing.tracking),
            document_handovers::note.eq(&handing.note),
            document_handovers::recorded_at.eq(now),
            document_handovers::recorded_by.eq(by),
        ))
        .execute(w.conn())?;
    Ok(())
}

/// A document that waits to be handed over.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct WaitingRow {
    /// The document.
    pub id: DocumentId,
    /// Its number.
    pub number: String,
    /// Whose.
    pub holder: String,
    /// The date on it.
    pub issued_on: NaiveDate,
    /// Who issued it.
    pub organisation: OrganisationId,
}

/// The valid documents of an edition in the order of their holders, handed over or not.
pub fn valid_of_edition(r: &mut Read, edition: EditionId) -> Result<Vec<WaitingRow>, Problem> {
    Ok(documents::table
        .filter(documents::edition_id.eq(edition))
        .filter(documents::live_key.is_not_null())
        .order((documents::holder, documents::id))
        .select((
            documents::id,
            documents::number_text,
            documents::holder,
            documents::issued_on,
            documents::organisation_id,
        ))
        .load(r.conn())?)
}

/// That a paper was lost.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct LossRow {
    /// The document.
    pub document: DocumentId,
    /// When it was told.
    pub on: NaiveDate,
    /// What was told.
    pub note: String,
    /// When that was written down.
    pub at: Moment,
    /// By whom.
    pub by: Option<PersonId>,
}

/// The notes of loss of these documents, the earliest first.
pub fn losses(r: &mut Read, documents: &[DocumentId]) -> Result<Vec<LossRow>, Problem> {
    Ok(document_losses::table
        .filter(document_losses::document_id.eq_any(documents.to_vec()))
        .order(document_losses::id)
        .select((
            document_losses::document_id,
            document_losses::lost_on,
            document_losses::note,
            document_losses::recorded_at,
            document_losses::recorded_by,
        ))
        .load(r.conn())?)
}

/// Writes down that a paper was lost.
pub fn lose(
    w: &mut Write,
    document: DocumentId,
    (on, note): (NaiveDate, &str),
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    diesel::insert_into(document_losses::table)
        .values((
            document_losses::document_id.eq(document),
            document_losses::lost_on.eq(on),
            document_losses::note.eq(note),
            document_losses::recorded_at.eq(now),
            document_losses::recorded_by.eq(by),
        ))
        .execute(w.conn())?;
    Ok(())
}

/// That a document was looked up in a minute.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct CheckRow {
    /// The minute.
    pub at: Moment,
    /// How.
    pub way: CheckWay,
    /// What the answer was.
    pub outcome: Standing,
    /// How often.
    pub times: i32,
}

/// How often a document was looked up, the latest first.
pub fn checks(r: &mut Read, document: DocumentId, limit: i64) -> Result<Vec<CheckRow>, Problem> {
    Ok(document_checks::table
        .filter(document_checks::document_id.eq(document))
        .order((document_checks::checked_at.desc(), document_checks::way))
        .select((
            document_checks::checked_at,
            document_checks::way,
            document_checks::outcome,
            document_checks::times,
        ))
        .limit(limit)
        .load(r.conn())?)
}

/// How often a document was looked up in each way.
pub fn check_counts(r: &mut Read, document: DocumentId) -> Result<Vec<(CheckWay, Option<i64>)>, Problem> {
    Ok(document_checks::table
        .filter(document_checks::document_id.eq(document))
        .group_by(document_checks::way)
        .order(document_checks::way)
        .select((document_checks::way, diesel::dsl::sum(document_checks::times)))
        .load(r.conn())?)
}

/// So many rows one statement writes: within the number of variables that SQLite allows.
const ROWS: usize = 500;

/// Adds looks, each key of document, minute, way and answer at most once; hundreds in a statement.
pub fn count_checks(w: &mut Write, counted: &[(DocumentId, CheckRow)]) -> Result<(), Problem> {
    for some in counted.chunks(ROWS) {
        let row = |(document, check): &(DocumentId, CheckRow)| {
            (
                document_checks::document_id.eq(*document),
                document_checks::checked_at.eq(check.at),
                document_checks::way.eq(check.way),
                document_checks::outcome.eq(check.outcome),
                document_checks::times.eq(check.times),
            )
        };
        let rows: Vec<_> = some.iter().map(row).collect();
        let key = (
            document_checks::document_id,
            document_checks::checked_at,
            document_checks::way,
            document_checks::outcome,
        );
        let more = document_checks::times.eq(document_checks::times + excluded(document_checks::times));
        each!(w.conn(), c => {
            let insert = diesel::insert_into(document_checks::table).values(rows);
            insert.on_conflict(key).do_update().set(more).execute(c)?;
        });
    }
    Ok(())
}

/// What a check by number needs of a document.
#[derive(Debug, Clone, Queryable)]
pub struct NumberedRow {
    /// The document.
    pub id: DocumentId,
    /// Its key while it is valid.
    pub live_key: Option<String>,
    /// When it was revoked.
    pub revoked_at: Option<Moment>,
}

impl NumberedRow {
    /// How it stands.
    pub fn standing(&self) -> Standing {
        Standing::of(self.live_key.is_some(), self.revoked_at.is_some())
    }
}

/// Every document with a number, as it is written or folded: organisations count apart. Valid ones come first.
pub fn numbered(r: &mut Read, number: &str, folded: &str) -> Result<Vec<NumberedRow>, Problem> {
    let mut ids: Vec<DocumentId> = document_words::table
        .filter(document_words::word.eq(folded))
        .select(document_words::document_id)
        .limit(50)
        .load(r.conn())?;
    let written: Vec<DocumentId> = documents::table
        .filter(documents::number_text.eq(number))
        .select(documents::id)
        .limit(50)
        .load(r.conn())?;
    ids.extend(written);
    let mut rows: Vec<(NumberedRow, String)> = documents::table
        .left_join(document_revocations::table)
        .filter(documents::id.eq_any(ids))
        .order(documents::id)
        .select((
            (documents::id, documents::live_key, document_revocations::revoked_at.nullable()),
            documents::number_text,
        ))
        .load(r.conn())?;
    // A word of a name is no number.
    rows.retain(|(_, text)| fold(text) == folded);
    rows.sort_by_key(|(row, _)| row.live_key.is_none());
    Ok(rows.into_iter().map(|(row, _)| row).collect())
}

/// The public id of a document.
pub fn public_id(r: &mut Read, document: DocumentId) -> Result<Option<PublicId>, Problem> {
    Ok(documents::table
        .filter(documents::id.eq(document))
        .select(documents::public_id)
        .first(r.conn())
        .optional()?)
}
