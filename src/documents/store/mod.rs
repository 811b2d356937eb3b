//! Rows of documents, their papers in the file store and their revocations, and what an edition's documents are put together
//! from.

pub mod book;
pub mod grounds;
pub mod listing;
pub mod parts;
pub mod prints;
pub mod shortfalls;
pub mod terms;
pub mod unprinted;

use super::rules::snapshot::Snapshot;
use super::rules::{Relation, Standing};
use crate::db::schema::{document_revocations, documents, people};
use crate::db::{Read, Write, each, stored_text};
use crate::kernel::Word as _;
use crate::kernel::{
    DocumentId, EditionId, EnrolmentId, Moment, OrganisationId, PersonId, PersonName, Problem, PublicId,
    RegisterId,
};
use crate::programmes::rules::words::DocumentKind;
use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::result::{DatabaseErrorKind, Error};
use std::collections::HashMap;

stored_text!(Relation, as_str, parse);

/// A document with its register, its holder's account and its revocation.
#[derive(Debug, Clone, Queryable)]
pub struct DocumentRow {
    /// The document.
    pub id: DocumentId,
    /// Under which anybody verifies it.
    pub public_id: PublicId,
    /// For which enrolment.
    pub enrolment_id: Option<EnrolmentId>,
    /// Which paper.
    pub kind: DocumentKind,
    /// Its number as printed.
    pub number: String,
    /// The date on it.
    pub issued_on: NaiveDate,
    /// The snapshot as it was written, byte by byte.
    pub snapshot: String,
    /// Its SHA-256.
    pub snapshot_sha256: String,
    /// When it was issued.
    pub issued_at: Moment,
    /// By whom.
    pub issued_by: Option<PersonId>,
    /// The organisation whose register it stands in.
    pub organisation_id: OrganisationId,
    /// The holder's account.
    pub person_id: PersonId,
    /// The edition.
    pub edition_id: Option<EditionId>,
    /// As what it was issued in the place of another.
    pub relation: Option<Relation>,
    /// The document in whose place it was issued.
    pub replaces_id: Option<DocumentId>,
    /// SHA-256 of its paper, once it is printed: it never changes after.
    pub pdf_sha256: Option<String>,
    /// Its key while it is valid.
    pub live_key: Option<String>,
    /// Its revocation.
    pub revocation: Option<RevocationRow>,
}

impl DocumentRow {
    /// How it stands.
    pub fn standing(&self) -> Standing {
        Standing::of(self.live_key.is_some(), self.revocation.is_some())
    }
}

/// A revocation.
#[derive(Debug, Clone, Queryable)]
pub struct RevocationRow {
    /// Why.
    pub reason: String,
    /// When.
    pub revoked_at: Moment,
    /// By whom.
    pub revoked_by: Option<PersonId>,
}

/// Which documents.
#[derive(Debug, Clone)]
pub enum Which {
    /// One.
    One(DocumentId),
    /// One, by the id on its code.
    Public(PublicId),
    /// All of one enrolment: a document and those it replaced.
    Enrolment(EnrolmentId),
    /// All of one person.
    Person(PersonId),
    /// All of one edition.
    Edition(EditionId),
    /// These.
    These(Vec<DocumentId>),
}

/// Documents with all about them, the newest first.
pub fn documents(r: &mut Read, which: Which) -> Result<Vec<DocumentRow>, Problem> {
    let query = documents::table
        .left_join(document_revocations::table)
        .select((
            documents::id,
            documents::public_id,
            documents::enrolment_id,
            documents::kind,
            documents::number_text,
            documents::issued_on,
            documents::snapshot,
            documents::snapshot_sha256,
            documents::issued_at,
            documents::issued_by,
            documents::organisation_id,
            documents::person_id,
            documents::edition_id,
            documents::relation,
            documents::replaces_id,
            documents::pdf_sha256,
            documents::live_key,
            (
                document_revocations::reason,
                document_revocations::revoked_at,
                document_revocations::revoked_by,
            )
                .nullable(),
        ))
        .order(documents::id.desc())
        .into_boxed();
    let query = match which {
        Which::One(id) => query.filter(documents::id.eq(id)),
        Which::Public(id) => query.filter(documents::public_id.eq(id)),
        Which::Enrolment(id) => query.filter(documents::enrolment_id.eq(id)),
        Which::Person(id) => query.filter(documents::person_id.eq(id)),
        Which::Edition(id) => query.filter(documents::edition_id.eq(id)),
        Which::These(ids) => query.filter(documents::id.eq_any(ids)),
    };
    Ok(query.load(r.conn())?)
}

/// A document about to be written down.
#[derive(Debug, Clone)]
pub struct NewDocument {
    /// Under which anybody verifies it.
    pub public_id: PublicId,
    /// Whose.
    pub person: PersonId,
    /// Who issued it.
    pub organisation: OrganisationId,
    /// For which edition and enrolment, where it attests a course.
    pub course: Option<(EditionId, EnrolmentId)>,
    /// The register and the number in it.
    pub place: (RegisterId, i32),
    /// Everything printed.
    pub snapshot: Snapshot,
    /// The snapshot as it is kept.
    pub snapshot_text: String,
    /// Its SHA-256.
    pub snapshot_sha256: String,
    /// The holder and the number, folded.
    pub search_text: String,
    /// Unique while the document is valid.
    pub live_key: String,
}

/// How many documents one statement inserts: within the number of variables that SQLite allows.
const ROWS: usize = 200;

/// Writes documents down, hundreds in one statement; answers their ids in the same order. Another transaction may have taken
/// a number or issued the same document in between, where the database lets two write at once: then this one runs again
/// and sees it.
pub fn insert_all(
    w: &mut Write,
    new: &[NewDocument],
    by: Option<PersonId>,
    now: Moment,
) -> Result<Vec<DocumentId>, Problem> {
    for some in new.chunks(ROWS) {
        insert_some(w, some, by, now)?;
    }
    let public_ids: Vec<PublicId> = new.iter().map(|one| one.public_id.clone()).collect();
    let written: Vec<(PublicId, DocumentId)> = documents::table
        .filter(documents::public_id.eq_any(public_ids))
        .select((documents::public_id, documents::id))
        .load(w.conn())?;
    let ids: HashMap<PublicId, DocumentId> = written.into_iter().collect();
    let missing = || Problem::internal(anyhow::anyhow!("a document was not written down"));
    new.iter().map(|one| ids.get(&one.public_id).copied().ok_or_else(missing)).collect()
}

fn insert_some(w: &mut Write, new: &[NewDocument], by: Option<PersonId>, now: Moment) -> Result<(), Problem> {
    let row = |new: &NewDocument| {
        let (register, number) = new.place;
        let replaces = new.snapshot.replaces.as_ref();
        (
            documents::public_id.eq(new.public_id.clone()),
            documents::person_id.eq(new.person),
            documents::organisation_id.eq(new.organisation),
            documents::edition_id.eq(new.course.map(|(edition, _)| edition)),
            documents::enrolment_id.eq(new.course.map(|(_, enrolment)| enrolment)),
            documents::kind.eq(new.snapshot.kind),
            documents::register_id.eq(register),
            documents::number.eq(number),
            documents::number_text.eq(new.snapshot.number.clone()),
            documents::issued_on.eq(new.snapshot.issued_on),
            documents::language.eq(new.snapshot.language),
            documents::holder.eq(new.snapshot.holder.full()),
            documents::search_text.eq(new.search_text.clone()),
            documents::snapshot.eq(new.snapshot_text.clone()),
            documents::snapshot_sha256.eq(new.snapshot_sha256.clone()),
            documents::live_key.eq(new.live_key.clone()),
            documents::replaces_id.eq(replaces.map(|replaced| replaced.document)),
            documents::relation.eq(replaces.map(|replaced| replaced.relation)),
            documents::issued_at.eq(now),
            documents::issued_by.eq(by),
        )
    };
    let rows: Vec<_> = new.iter().map(row).collect();
    each!(w.conn(), c => {
        diesel::insert_into(documents::table).values(rows).execute(c).map_err(again)?;
    });
    Ok(())
}

/// Somebody else was first: the transaction runs again.
fn again(error: Error) -> Error {
    match error {
        Error::DatabaseError(DatabaseErrorKind::UniqueViolation, said) => {
            Error::DatabaseError(DatabaseErrorKind::SerializationFailure, said)
        }
        other => other,
    }
}

/// Makes room for the document that comes in the place of this one: it is no longer the valid one of its key.
pub fn retire(w: &mut Write, document: DocumentId) -> Result<(), Problem> {
    diesel::update(documents::table.filter(documents::id.eq(document)))
        .set(documents::live_key.eq(None::<String>))
        .execute(w.conn())?;
    Ok(())
}

/// Revokes a document: the row says who, when and why, and another may be issued in its place.
pub fn revoke(
    w: &mut Write,
    document: DocumentId,
    reason: &str,
    by: Option<PersonId>,
    now: Moment,
) -> Result<(), Problem> {
    diesel::insert_into(document_revocations::table)
        .values((
            document_revocations::document_id.eq(document),
            document_revocations::reason.eq(reason),
            document_revocations::revoked_at.eq(now),
            document_revocations::revoked_by.eq(by),
        ))
        .execute(w.conn())?;
    retire(w, document)
}

/// A document of an edition, as the issuing page lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssuedRow {
    /// The document.
    pub id: DocumentId,
    /// Which paper.
    pub kind: DocumentKind,
    /// Its number.
    pub number: String,
    /// The date on it.
    pub issued_on: NaiveDate,
    /// When it was issued.
    pub issued_at: Moment,
    /// By whom.
    pub issued_by: Option<PersonId>,
    /// Whether it is valid.
    pub valid: bool,
}

type Issued = (
    Option<EnrolmentId>,
    DocumentId,
    DocumentKind,
    String,
    NaiveDate,
    (Moment, Option<PersonId>),
    Option<String>,
);

/// The documents of enrolments, by enrolment, the oldest first.
pub fn of_enrolments(
    r: &mut Read,
    these: &[EnrolmentId],
) -> Result<HashMap<EnrolmentId, Vec<IssuedRow>>, Problem> {
    let rows: Vec<Issued> = documents::table
        .filter(documents::enrolment_id.eq_any(these.to_vec()))
        .order(documents::id)
        .select((
            documents::enrolment_id,
            documents::id,
            documents::kind,
            documents::number_text,
            documents::issued_on,
            (documents::issued_at, documents::issued_by),
            documents::live_key,
        ))
        .load(r.conn())?;
    let mut by_enrolment: HashMap<EnrolmentId, Vec<IssuedRow>> = HashMap::new();
    for (enrolment, id, kind, number, issued_on, (issued_at, issued_by), live_key) in rows {
        let Some(enrolment) = enrolment else { continue };
        let valid = live_key.is_some();
        let row = IssuedRow { id, kind, number, issued_on, issued_at, issued_by, valid };
        by_enrolment.entry(enrolment).or_default().push(row);
    }
    Ok(by_enrolment)
}

/// A document that came in the place of another.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct SuccessorRow {
    /// The one replaced.
    pub replaces_id: Option<DocumentId>,
    /// The document.
    pub id: DocumentId,
    /// Its number.
    pub number: String,
    /// The date on it.
    pub issued_on: NaiveDate,
    /// As what it was issued.
    pub relation: Option<Relation>,
}

/// What came in the place of these documents, by the document replaced.
pub fn successors(r: &mut Read, of: &[DocumentId]) -> Result<HashMap<DocumentId, SuccessorRow>, Problem> {
    let rows: Vec<SuccessorRow> = documents::table
        .filter(documents::replaces_id.eq_any(of.to_vec()))
        .order(documents::id)
        .select((
            documents::replaces_id,
            documents::id,
            documents::number_text,
            documents::issued_on,
            documents::relation,
        ))
        .load(r.conn())?;
    Ok(rows.into_iter().filter_map(|row| Some((row.replaces_id?, row))).collect())
}

/// The names of people, for who issued and who revoked.
pub fn names(r: &mut Read, ids: &[PersonId]) -> Result<HashMap<PersonId, PersonName>, Problem> {
    let rows: Vec<(PersonId, String, String, Option<String>)> = people::table
        .filter(people::id.eq_any(ids.to_vec()))
        .select((people::id, people::surname, people::given_name, people::patronymic))
        .load(r.conn())?;
    let named = |(id, surname, given_name, patronymic)| (id, PersonName { surname, given_name, patronymic });
    Ok(rows.into_iter().map(named).collect())
}
