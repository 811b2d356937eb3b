//! What came of a batch for each of its people.

use crate::db::schema::{
    document_batch_outcomes as outcomes, document_batch_people as members, documents, people,
};
use crate::db::{Read, Write, each};
use crate::kernel::{
    BatchPersonId, DocumentBatchId, DocumentId, EnrolmentId, Moment, PersonId, PersonName, Problem,
};
use diesel::dsl::{Nullable, count_star, max};
use diesel::prelude::*;

/// Somebody on whom nothing is decided yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Queryable)]
pub struct WaitingRow {
    /// The place in the batch.
    pub id: BatchPersonId,
    /// Who.
    pub person_id: PersonId,
    /// The enrolment; nothing for letters.
    pub enrolment_id: Option<EnrolmentId>,
}

/// The next people on whom nothing is decided.
pub fn waiting(r: &mut Read, batch: DocumentBatchId, limit: i64) -> Result<Vec<WaitingRow>, Problem> {
    Ok(members::table
        .left_join(outcomes::table.on(outcomes::batch_person_id.eq(members::id)))
        .filter(members::batch_id.eq(batch))
        .filter(outcomes::batch_person_id.is_null())
        .order(members::id)
        .limit(limit)
        .select((members::id, members::person_id, members::enrolment_id))
        .load(r.conn())?)
}

/// Writes down the documents people have now: new ones, or ones they had already and keep.
pub fn insert_documents(
    w: &mut Write,
    new: &[(BatchPersonId, (DocumentId, bool))],
    now: Moment,
) -> Result<(), Problem> {
    let row = |(member, (document, kept)): &(BatchPersonId, (DocumentId, bool))| {
        (
            outcomes::batch_person_id.eq(*member),
            outcomes::document_id.eq(*document),
            outcomes::kept.eq(*kept),
            outcomes::decided_at.eq(now),
        )
    };
    let rows: Vec<_> = new.iter().map(row).collect();
    each!(w.conn(), c => {
        diesel::insert_into(outcomes::table).values(rows).execute(c)?;
    });
    Ok(())
}

/// Writes down why people are refused.
pub fn insert_refusals(w: &mut Write, new: &[(BatchPersonId, String)], now: Moment) -> Result<(), Problem> {
    if new.is_empty() {
        return Ok(());
    }
    let row = |(member, faults): &(BatchPersonId, String)| {
        (
            outcomes::batch_person_id.eq(*member),
            outcomes::kept.eq(false),
            outcomes::refusal.eq(faults.clone()),
            outcomes::decided_at.eq(now),
        )
    };
    let rows: Vec<_> = new.iter().map(row).collect();
    each!(w.conn(), c => {
        diesel::insert_into(outcomes::table).values(rows).execute(c)?;
    });
    Ok(())
}

/// Somebody of a batch with what came of it.
#[derive(Debug, Clone)]
pub struct Member {
    /// The place in the batch.
    pub place: BatchPersonId,
    /// Who.
    pub person: PersonId,
    /// Their name of today.
    pub name: PersonName,
    /// The enrolment; nothing for letters.
    pub enrolment: Option<EnrolmentId>,
    /// The document with its number, and whether it was there before.
    pub document: Option<(DocumentId, String, bool)>,
    /// Why they are refused, as JSON.
    pub refusal: Option<String>,
}

type MemberRow = (
    (BatchPersonId, PersonId),
    (String, String, Option<String>),
    (Option<EnrolmentId>, Option<DocumentId>, Option<String>, Option<bool>, Option<String>),
);

type MemberColumns = (
    (members::id, people::id),
    (people::surname, people::given_name, people::patronymic),
    (
        members::enrolment_id,
        Nullable<documents::id>,
        Nullable<documents::number_text>,
        Nullable<outcomes::kept>,
        Nullable<outcomes::refusal>,
    ),
);

fn member_columns() -> MemberColumns {
    (
        (members::id, people::id),
        (people::surname, people::given_name, people::patronymic),
        (
            members::enrolment_id,
            documents::id.nullable(),
            documents::number_text.nullable(),
            outcomes::kept.nullable(),
            outcomes::refusal.nullable(),
        ),
    )
}

/// Which people of a batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// Everybody.
    All,
    /// Those who are refused.
    Refused,
    /// Those who have a document.
    Documents,
}

/// People of a batch behind a place, in the order they are issued in.
pub fn members_of(
    r: &mut Read,
    batch: DocumentBatchId,
    of: Of,
    (after, limit): (BatchPersonId, i64),
) -> Result<Vec<Member>, Problem> {
    let mut query = members::table
        .inner_join(people::table)
        .left_join(outcomes::table.on(outcomes::batch_person_id.eq(members::id)))
        .left_join(documents::table.on(outcomes::document_id.eq(documents::id.nullable())))
        .filter(members::batch_id.eq(batch))
        .filter(members::id.gt(after))
        .order(members::id)
        .limit(limit)
        .select(member_columns())
        .into_boxed();
    match of {
        Of::All => {}
        Of::Refused => query = query.filter(outcomes::refusal.is_not_null()),
        Of::Documents => query = query.filter(outcomes::document_id.is_not_null()),
    }
    let rows: Vec<MemberRow> = query.load(r.conn())?;
    Ok(rows.into_iter().map(member).collect())
}

/// Who was refused last, the newest first.
pub fn refused_last(r: &mut Read, batch: DocumentBatchId, limit: i64) -> Result<Vec<Member>, Problem> {
    let rows: Vec<MemberRow> = members::table
        .inner_join(people::table)
        .left_join(outcomes::table.on(outcomes::batch_person_id.eq(members::id)))
        .left_join(documents::table.on(outcomes::document_id.eq(documents::id.nullable())))
        .filter(members::batch_id.eq(batch))
        .filter(outcomes::refusal.is_not_null())
        .order(members::id.desc())
        .limit(limit)
        .select(member_columns())
        .load(r.conn())?;
    Ok(rows.into_iter().map(member).collect())
}

fn member(((place, person), name, (enrolment, id, number, kept, refusal)): MemberRow) -> Member {
    let document = id.zip(number).map(|(id, number)| (id, number, kept.unwrap_or(false)));
    let (surname, given_name, patronymic) = name;
    let name = PersonName { surname, given_name, patronymic };
    Member { place, person, name, enrolment, document, refusal }
}

/// How many of a batch are decided on, and how.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Everybody.
    pub people: i64,
    /// New documents.
    pub issued: i64,
    /// Documents that were there before.
    pub kept: i64,
    /// People who were refused.
    pub refused: i64,
}

impl Tally {
    /// People on whom nothing is decided.
    pub fn waiting(&self) -> i64 {
        self.people - self.issued - self.kept - self.refused
    }
}

/// The tallies of batches, counted by the database in a fixed number of queries.
pub fn tallies(r: &mut Read, of: &[DocumentBatchId]) -> Result<Vec<(DocumentBatchId, Tally)>, Problem> {
    type Counts = Vec<(DocumentBatchId, i64)>;
    let people: Counts = members::table
        .filter(members::batch_id.eq_any(of.to_vec()))
        .group_by(members::batch_id)
        .select((members::batch_id, count_star()))
        .load(r.conn())?;
    let mut documents = |kept: bool| -> Result<Counts, Problem> {
        Ok(outcomes::table
            .inner_join(members::table.on(members::id.eq(outcomes::batch_person_id)))
            .filter(members::batch_id.eq_any(of.to_vec()))
            .filter(outcomes::document_id.is_not_null())
            .filter(outcomes::kept.eq(kept))
            .group_by(members::batch_id)
            .select((members::batch_id, count_star()))
            .load(r.conn())?)
    };
    let (issued, kept) = (documents(false)?, documents(true)?);
    let refused: Counts = outcomes::table
        .inner_join(members::table.on(members::id.eq(outcomes::batch_person_id)))
        .filter(members::batch_id.eq_any(of.to_vec()))
        .filter(outcomes::document_id.is_null())
        .group_by(members::batch_id)
        .select((members::batch_id, count_star()))
        .load(r.conn())?;
    let tally = |id: &DocumentBatchId| {
        let of = |counts: &Counts| counts.iter().find(|(one, _)| one == id).map_or(0, |(_, count)| *count);
        let (issued, kept, refused) = (of(&issued), of(&kept), of(&refused));
        (*id, Tally { people: of(&people), issued, kept, refused })
    };
    Ok(of.iter().map(tally).collect())
}

/// When somebody of a batch was last decided on.
pub fn decided_last(r: &mut Read, batch: DocumentBatchId) -> Result<Option<Moment>, Problem> {
    Ok(outcomes::table
        .inner_join(members::table.on(members::id.eq(outcomes::batch_person_id)))
        .filter(members::batch_id.eq(batch))
        .select(max(outcomes::decided_at))
        .first(r.conn())?)
}

/// A paper that goes into the archive.
#[derive(Debug, Clone, Queryable)]
pub struct PaperRow {
    /// The document.
    pub id: DocumentId,
    /// Whose, as printed.
    pub holder: String,
    /// Its number.
    pub number: String,
    /// The SHA-256 of the printed paper, once it is.
    pub pdf_sha256: Option<String>,
}

/// The documents of a batch, those too that were there before, in order.
pub fn papers(r: &mut Read, batch: DocumentBatchId) -> Result<Vec<PaperRow>, Problem> {
    Ok(outcomes::table
        .inner_join(members::table.on(members::id.eq(outcomes::batch_person_id)))
        .inner_join(documents::table.on(outcomes::document_id.eq(documents::id.nullable())))
        .filter(members::batch_id.eq(batch))
        .order(members::id)
        .select((documents::id, documents::holder, documents::number_text, documents::pdf_sha256))
        .load(r.conn())?)
}

/// How many documents of a batch are not printed yet.
pub fn unprinted(r: &mut Read, batch: DocumentBatchId) -> Result<i64, Problem> {
    Ok(outcomes::table
        .inner_join(members::table.on(members::id.eq(outcomes::batch_person_id)))
        .inner_join(documents::table.on(outcomes::document_id.eq(documents::id.nullable())))
        .filter(members::batch_id.eq(batch))
        .filter(documents::pdf_sha256.is_null())
        .count()
        .get_result(r.conn())?)
}
