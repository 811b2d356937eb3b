//! Rows of batches: what was asked for, whom for, what came of it, each run, and the archive.

mod outcomes;

use crate::db::schema::{
    document_batch_archives as archives, document_batch_people as members, document_batch_runs as runs,
    document_batches as batches, editions, people, stored_files,
};
use crate::db::{Read, Write};
use crate::files::StoredBlob;
use crate::files::store::NewRow;
use crate::kernel::{
    DocumentBatchId, EditionId, EnrolmentId, Moment, OrganisationId, PersonId, PersonName, Problem,
    StoredFileId,
};
use crate::programmes::rules::words::DocumentKind;
use chrono::NaiveDate;
use diesel::prelude::*;

pub use outcomes::{
    Member, Of, PaperRow, Tally, WaitingRow, decided_last, insert_documents, insert_refusals, members_of,
    papers, refused_last, tallies, unprinted, waiting,
};

/// A batch.
#[derive(Debug, Clone, Queryable)]
pub struct BatchRow {
    /// The batch.
    pub id: DocumentBatchId,
    /// Who issues.
    pub organisation_id: OrganisationId,
    /// Of which edition; nothing for letters.
    pub edition_id: Option<EditionId>,
    /// Which paper.
    pub kind: DocumentKind,
    /// The date on the documents.
    pub issued_on: NaiveDate,
    /// The qualification that a diploma gives.
    pub qualification: Option<String>,
    /// Why documents are issued although less was held than the programme has.
    pub despite: Option<String>,
    /// The text of letters, as JSON.
    pub letter: Option<String>,
    /// When it was started.
    pub started_at: Moment,
    /// By whom.
    pub started_by: PersonId,
}

/// A batch about to be started.
#[derive(Debug, Clone)]
pub struct NewBatch {
    /// Who issues.
    pub organisation: OrganisationId,
    /// Of which edition; nothing for letters.
    pub edition: Option<EditionId>,
    /// Which paper.
    pub kind: DocumentKind,
    /// The date on the documents.
    pub issued_on: NaiveDate,
    /// The qualification that a diploma gives.
    pub qualification: Option<String>,
    /// Why documents are issued although less was held than the programme has.
    pub despite: Option<String>,
    /// The text of letters, as JSON.
    pub letter: Option<String>,
    /// To whom, in the order they are issued in.
    pub people: Vec<(PersonId, Option<EnrolmentId>)>,
}

/// How many rows one statement inserts: within the number of variables that SQLite allows.
const ROWS: usize = 500;

/// Starts a batch with its first run.
pub fn insert(w: &mut Write, new: &NewBatch, by: PersonId, now: Moment) -> Result<DocumentBatchId, Problem> {
    let id: DocumentBatchId = diesel::insert_into(batches::table)
        .values((
            batches::organisation_id.eq(new.organisation),
            batches::edition_id.eq(new.edition),
            batches::kind.eq(new.kind),
            batches::issued_on.eq(new.issued_on),
            batches::qualification.eq(&new.qualification),
            batches::despite.eq(&new.despite),
            batches::letter.eq(&new.letter),
            batches::started_at.eq(now),
            batches::started_by.eq(by),
        ))
        .returning(batches::id)
        .get_result(w.conn())?;
    for some in new.people.chunks(ROWS) {
        let row = |(person, enrolment): &(PersonId, Option<EnrolmentId>)| {
            (members::batch_id.eq(id), members::person_id.eq(*person), members::enrolment_id.eq(*enrolment))
        };
        let rows: Vec<_> = some.iter().map(row).collect();
        crate::db::each!(w.conn(), c => {
            diesel::insert_into(members::table).values(rows).execute(c)?;
        });
    }
    insert_run(w, (id, 1), by, now)?;
    Ok(id)
}

/// Writes down that a batch was set going.
pub fn insert_run(
    w: &mut Write,
    (batch, number): (DocumentBatchId, i32),
    by: PersonId,
    now: Moment,
) -> Result<(), Problem> {
    diesel::insert_into(runs::table)
        .values((
            runs::batch_id.eq(batch),
            runs::number.eq(number),
            runs::begun_at.eq(now),
            runs::begun_by.eq(by),
        ))
        .execute(w.conn())?;
    Ok(())
}

/// Writes down that a run is over, and why it could not go on. A run that is over stays as it ended.
pub fn end_run(
    w: &mut Write,
    (batch, number): (DocumentBatchId, i32),
    trouble: Option<String>,
    now: Moment,
) -> Result<(), Problem> {
    let this = runs::table.filter(runs::batch_id.eq(batch)).filter(runs::number.eq(number));
    diesel::update(this.filter(runs::ended_at.is_null()))
        .set((runs::ended_at.eq(now), runs::trouble.eq(trouble)))
        .execute(w.conn())?;
    Ok(())
}

/// Who set a batch going last, and so answers for what it issues.
pub fn answers(r: &mut Read, batch: DocumentBatchId) -> Result<Option<PersonId>, Problem> {
    Ok(runs::table
        .filter(runs::batch_id.eq(batch))
        .order(runs::number.desc())
        .select(runs::begun_by)
        .first(r.conn())
        .optional()?)
}

/// A run.
#[derive(Debug, Clone, Queryable)]
pub struct RunRow {
    /// Of which batch.
    pub batch_id: DocumentBatchId,
    /// Its number, from one.
    pub number: i32,
    /// When it was begun.
    pub begun_at: Moment,
    /// When it was over.
    pub ended_at: Option<Moment>,
    /// Why it could not go on, as JSON.
    pub trouble: Option<String>,
}

/// The runs of batches, in order.
pub fn runs(r: &mut Read, of: &[DocumentBatchId]) -> Result<Vec<RunRow>, Problem> {
    Ok(runs::table
        .filter(runs::batch_id.eq_any(of.to_vec()))
        .order((runs::batch_id, runs::number))
        .select((runs::batch_id, runs::number, runs::begun_at, runs::ended_at, runs::trouble))
        .load(r.conn())?)
}

type BatchColumns = (
    batches::id,
    batches::organisation_id,
    batches::edition_id,
    batches::kind,
    batches::issued_on,
    batches::qualification,
    batches::despite,
    batches::letter,
    batches::started_at,
    batches::started_by,
);

const BATCH: BatchColumns = (
    batches::id,
    batches::organisation_id,
    batches::edition_id,
    batches::kind,
    batches::issued_on,
    batches::qualification,
    batches::despite,
    batches::letter,
    batches::started_at,
    batches::started_by,
);

/// A batch.
pub fn batch(r: &mut Read, id: DocumentBatchId) -> Result<Option<BatchRow>, Problem> {
    Ok(batches::table.filter(batches::id.eq(id)).select(BATCH).first(r.conn()).optional()?)
}

/// Which batches.
#[derive(Debug, Clone, Default)]
pub struct Among {
    /// Of these organisations only; nothing for all.
    pub organisations: Option<Vec<OrganisationId>>,
    /// Of this edition only.
    pub edition: Option<EditionId>,
    /// Only those started before this one.
    pub before: Option<DocumentBatchId>,
}

/// Batches, the newest first.
pub fn listed(r: &mut Read, among: &Among, limit: i64) -> Result<Vec<BatchRow>, Problem> {
    let mut query = batches::table.select(BATCH).order(batches::id.desc()).limit(limit).into_boxed();
    if let Some(organisations) = among.organisations.clone() {
        query = query.filter(batches::organisation_id.eq_any(organisations));
    }
    if let Some(edition) = among.edition {
        query = query.filter(batches::edition_id.eq(edition));
    }
    if let Some(before) = among.before {
        query = query.filter(batches::id.lt(before));
    }
    Ok(query.load(r.conn())?)
}

/// The titles of editions.
pub fn titles(r: &mut Read, of: &[EditionId]) -> Result<Vec<(EditionId, String)>, Problem> {
    Ok(editions::table
        .filter(editions::id.eq_any(of.to_vec()))
        .select((editions::id, editions::title))
        .load(r.conn())?)
}

/// The names of people.
pub fn names(r: &mut Read, of: &[PersonId]) -> Result<Vec<(PersonId, PersonName)>, Problem> {
    let rows: Vec<(PersonId, String, String, Option<String>)> = people::table
        .filter(people::id.eq_any(of.to_vec()))
        .select((people::id, people::surname, people::given_name, people::patronymic))
        .load(r.conn())?;
    let named = |(id, surname, given_name, patronymic)| (id, PersonName { surname, given_name, patronymic });
    Ok(rows.into_iter().map(named).collect())
}

/// An archive.
#[derive(Debug, Clone, Queryable)]
pub struct ArchiveRow {
    /// Of which batch.
    pub batch_id: DocumentBatchId,
    /// How many files are in it.
    pub files: i32,
    /// When it was made.
    pub made_at: Moment,
    /// Where its bytes lie.
    pub storage_key: String,
    /// Their SHA-256.
    pub sha256: String,
    /// Their number.
    pub size: i64,
    /// What it is called.
    pub name: String,
}

/// The archives of batches.
pub fn archives(r: &mut Read, of: &[DocumentBatchId]) -> Result<Vec<ArchiveRow>, Problem> {
    Ok(archives::table
        .inner_join(stored_files::table)
        .filter(archives::batch_id.eq_any(of.to_vec()))
        .select((
            archives::batch_id,
            archives::files,
            archives::made_at,
            stored_files::storage_key,
            stored_files::sha256,
            stored_files::size,
            stored_files::name,
        ))
        .load(r.conn())?)
}

/// Keeps the archive of a batch; `false` when there is one.
pub fn keep_archive(
    w: &mut Write,
    (batch, owner): (DocumentBatchId, PersonId),
    (blob, name, files): (StoredBlob, String, i32),
    now: Moment,
) -> Result<bool, Problem> {
    let known: Option<DocumentBatchId> = archives::table
        .filter(archives::batch_id.eq(batch))
        .select(archives::batch_id)
        .first(w.conn())
        .optional()?;
    if known.is_some() {
        return Ok(false);
    }
    let row = NewRow { blob, media_type: "application/zip", name };
    let file: StoredFileId = crate::files::store::insert(w, &row, owner, now)?;
    diesel::insert_into(archives::table)
        .values((
            archives::batch_id.eq(batch),
            archives::file_id.eq(file),
            archives::files.eq(files),
            archives::made_at.eq(now),
        ))
        .execute(w.conn())?;
    Ok(true)
}
