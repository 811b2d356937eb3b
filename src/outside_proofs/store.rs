//! Conditions of entry, documents that meet them, and proofs of courses elsewhere.

use super::rules::{COMPLETING, Decision, Proof};
use crate::db::schema::{
    documents, editions, enrolments, entry_conditions, outside_proofs, people, programme_versions,
    stored_files,
};
use crate::db::{Json, Read, Write};
use crate::kernel::{
    EditionId, Localised, Moment, OrganisationId, OutsideProofId, PersonId, PersonName, Problem, ProgrammeId,
    StoredFileId, ZoneName,
};
use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::result::{DatabaseErrorKind, Error};
use std::collections::{HashMap, HashSet};

/// Somebody else has written meanwhile: the transaction is run again and finds it there.
fn again(error: Error) -> Error {
    match error {
        Error::DatabaseError(DatabaseErrorKind::UniqueViolation, said) => {
            Error::DatabaseError(DatabaseErrorKind::SerializationFailure, said)
        }
        other => other,
    }
}

/// An edition that somebody enters.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct EditionOf {
    /// The edition.
    pub id: EditionId,
    /// Its title.
    pub title: String,
    /// Who runs it.
    pub organisation: OrganisationId,
    /// Its first day.
    pub starts_on: NaiveDate,
    /// Its last day.
    pub ends_on: NaiveDate,
    /// The zone of its days.
    pub zone: ZoneName,
}

const EDITION: (
    editions::id,
    editions::title,
    editions::organisation_id,
    editions::starts_on,
    editions::ends_on,
    editions::time_zone,
) = (
    editions::id,
    editions::title,
    editions::organisation_id,
    editions::starts_on,
    editions::ends_on,
    editions::time_zone,
);

/// An edition.
pub fn edition(r: &mut Read, id: EditionId) -> Result<Option<EditionOf>, Problem> {
    Ok(editions::table.filter(editions::id.eq(id)).select(EDITION).first(r.conn()).optional()?)
}

/// The newest condition of an edition: its number, and the programme it asks for unless it was lifted.
pub fn condition(r: &mut Read, edition: EditionId) -> Result<Option<(i32, Option<ProgrammeId>)>, Problem> {
    Ok(entry_conditions::table
        .filter(entry_conditions::edition_id.eq(edition))
        .order(entry_conditions::number.desc())
        .select((entry_conditions::number, entry_conditions::programme_id))
        .first(r.conn())
        .optional()?)
}

/// The editions that are not over on a day and ask for a programme, the earliest first.
pub fn asking(r: &mut Read, today: NaiveDate) -> Result<Vec<(EditionOf, ProgrammeId)>, Problem> {
    let mut rows: Vec<(EditionOf, Option<ProgrammeId>)> = entry_conditions::table
        .inner_join(editions::table)
        .filter(editions::ends_on.ge(today))
        .order((editions::starts_on, editions::id, entry_conditions::number.desc()))
        .select((EDITION, entry_conditions::programme_id))
        .load(r.conn())?;
    // Of each edition the newest condition comes first.
    rows.dedup_by_key(|(edition, _)| edition.id);
    Ok(rows.into_iter().filter_map(|(edition, programme)| Some((edition, programme?))).collect())
}

/// The editions in which somebody is now.
pub fn inside(r: &mut Read, person: PersonId) -> Result<HashSet<EditionId>, Problem> {
    let rows: Vec<EditionId> = enrolments::table
        .filter(enrolments::person_id.eq(person))
        .filter(enrolments::withdrawn_at.is_null())
        .select(enrolments::edition_id)
        .load(r.conn())?;
    Ok(rows.into_iter().collect())
}

/// The newest titles of some programmes.
pub fn titles(r: &mut Read, these: &[ProgrammeId]) -> Result<HashMap<ProgrammeId, Localised>, Problem> {
    let rows: Vec<(ProgrammeId, Json<Localised>)> = programme_versions::table
        .filter(programme_versions::programme_id.eq_any(these.to_vec()))
        .order((programme_versions::programme_id, programme_versions::number))
        .select((programme_versions::programme_id, programme_versions::title))
        .load(r.conn())?;
    // In the order of their numbers: the newest stays.
    Ok(rows.into_iter().map(|(programme, title)| (programme, title.0)).collect())
}

/// Writes the next condition of an edition; without a programme the edition is open again.
pub fn insert_condition(
    w: &mut Write,
    (edition, number): (EditionId, i32),
    programme: Option<ProgrammeId>,
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    diesel::insert_into(entry_conditions::table)
        .values((
            entry_conditions::edition_id.eq(edition),
            entry_conditions::number.eq(number),
            entry_conditions::programme_id.eq(programme),
            entry_conditions::set_at.eq(now),
            entry_conditions::set_by.eq(by),
        ))
        .execute(w.conn())
        .map_err(again)?;
    Ok(())
}

/// Who of some people has completed a programme here, with the number of the document that says so.
pub fn recognised(
    r: &mut Read,
    programme: ProgrammeId,
    among: &[PersonId],
) -> Result<HashMap<PersonId, String>, Problem> {
    let rows: Vec<(PersonId, String)> = documents::table
        .inner_join(editions::table.on(editions::id.nullable().eq(documents::edition_id)))
        .inner_join(programme_versions::table.on(programme_versions::id.eq(editions::version_id)))
        .filter(documents::person_id.eq_any(among.to_vec()))
        .filter(documents::live_key.is_not_null())
        .filter(documents::kind.eq_any(COMPLETING.to_vec()))
        .filter(programme_versions::programme_id.eq(programme))
        .order(documents::id)
        .select((documents::person_id, documents::number_text))
        .load(r.conn())?;
    Ok(rows.into_iter().collect())
}

/// Whose proofs for a programme were approved by an organisation, among some people.
pub fn approved(
    r: &mut Read,
    (organisation, programme): (OrganisationId, ProgrammeId),
    among: &[PersonId],
) -> Result<HashSet<PersonId>, Problem> {
    let rows: Vec<PersonId> = outside_proofs::table
        .inner_join(editions::table)
        .filter(outside_proofs::person_id.eq_any(among.to_vec()))
        .filter(outside_proofs::programme_id.eq(programme))
        .filter(outside_proofs::approved.eq(true))
        .filter(editions::organisation_id.eq(organisation))
        .select(outside_proofs::person_id)
        .load(r.conn())?;
    Ok(rows.into_iter().collect())
}

/// A proof that somebody has shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProofRow {
    /// The proof.
    pub id: OutsideProofId,
    /// Whose.
    pub person: PersonId,
    /// The name.
    pub name: PersonName,
    /// For which edition.
    pub edition: EditionId,
    /// The edition's title.
    pub title: String,
    /// Who runs the edition.
    pub organisation: OrganisationId,
    /// Of which programme.
    pub programme: ProgrammeId,
    /// What it says.
    pub proof: Proof,
    /// The name of its file.
    pub file: Option<String>,
    /// When it was sent.
    pub sent_at: Moment,
    /// What was decided, and when.
    pub decision: Option<(Decision, Moment)>,
}

type Columns = (
    (OutsideProofId, PersonId, ProgrammeId, Moment),
    (Option<String>, Option<String>, Option<NaiveDate>),
    (Option<bool>, Option<String>, Option<Moment>),
    (String, String, Option<String>),
    (EditionId, String, OrganisationId),
    Option<String>,
);

fn row(columns: Columns) -> ProofRow {
    let ((id, person, programme, sent_at), said, decided, name, edition, file) = columns;
    let (issuer, number, issued_on) = said;
    let (approved, reason, decided_at) = decided;
    let (surname, given_name, patronymic) = name;
    let (edition, title, organisation) = edition;
    let decision = match (approved, decided_at) {
        (Some(true), Some(at)) => Some((Decision::Approved, at)),
        (Some(false), Some(at)) => Some((Decision::Refused(reason.unwrap_or_default()), at)),
        _ => None,
    };
    ProofRow {
        id,
        person,
        name: PersonName { surname, given_name, patronymic },
        edition,
        title,
        organisation,
        programme,
        proof: Proof { issuer, number, issued_on },
        file,
        sent_at,
        decision,
    }
}

/// Which proofs are read.
#[derive(Debug, Clone)]
pub enum Which {
    /// This one.
    One(OutsideProofId),
    /// A person's, the newest first.
    Of(PersonId),
    /// Those shown to these organisations: what waits, the oldest first.
    Waiting(Vec<OrganisationId>),
    /// Those that these organisations have decided about, the newest first; so many.
    Decided(Vec<OrganisationId>, i64),
}

/// Proofs.
pub fn proofs(r: &mut Read, which: Which) -> Result<Vec<ProofRow>, Problem> {
    use outside_proofs as proof;
    let query = proof::table
        .inner_join(people::table)
        .inner_join(editions::table)
        .left_join(stored_files::table)
        .select((
            (proof::id, proof::person_id, proof::programme_id, proof::sent_at),
            (proof::issuer, proof::number, proof::issued_on),
            (proof::approved, proof::reason, proof::decided_at),
            (people::surname, people::given_name, people::patronymic),
            (editions::id, editions::title, editions::organisation_id),
            stored_files::name.nullable(),
        ))
        .into_boxed();
    let query = match which {
        Which::One(id) => query.filter(proof::id.eq(id)),
        Which::Of(person) => query.filter(proof::person_id.eq(person)).order(proof::id.desc()),
        Which::Waiting(mine) => query
            .filter(proof::decided_at.is_null())
            .filter(editions::organisation_id.eq_any(mine))
            .order(proof::id.asc()),
        Which::Decided(mine, limit) => query
            .filter(proof::decided_at.is_not_null())
            .filter(editions::organisation_id.eq_any(mine))
            .order((proof::decided_at.desc(), proof::id.desc()))
            .limit(limit),
    };
    let rows: Vec<Columns> = query.load(r.conn())?;
    Ok(rows.into_iter().map(row).collect())
}

/// Writes down what somebody shows.
pub fn insert(
    w: &mut Write,
    (person, edition, programme): (PersonId, EditionId, ProgrammeId),
    (proof, file): (&Proof, Option<StoredFileId>),
    now: Moment,
) -> Result<OutsideProofId, Problem> {
    Ok(diesel::insert_into(outside_proofs::table)
        .values((
            outside_proofs::person_id.eq(person),
            outside_proofs::edition_id.eq(edition),
            outside_proofs::programme_id.eq(programme),
            outside_proofs::issuer.eq(proof.issuer.as_deref()),
            outside_proofs::number.eq(proof.number.as_deref()),
            outside_proofs::issued_on.eq(proof.issued_on),
            outside_proofs::file_id.eq(file),
            outside_proofs::sent_at.eq(now),
        ))
        .returning(outside_proofs::id)
        .get_result(w.conn())
        .map_err(again)?)
}

/// Writes a decision down; `false` when there was one before.
pub fn decide(
    w: &mut Write,
    id: OutsideProofId,
    decision: &Decision,
    (by, now): (Option<PersonId>, Moment),
) -> Result<bool, Problem> {
    let reason = match decision {
        Decision::Approved => None,
        Decision::Refused(reason) => Some(reason.as_str()),
    };
    let waiting =
        outside_proofs::table.filter(outside_proofs::id.eq(id)).filter(outside_proofs::decided_at.is_null());
    let changed = diesel::update(waiting)
        .set((
            outside_proofs::approved.eq(*decision == Decision::Approved),
            outside_proofs::reason.eq(reason),
            outside_proofs::decided_at.eq(now),
            outside_proofs::decided_by.eq(by),
        ))
        .execute(w.conn())?;
    Ok(changed > 0)
}

/// The file of a proof: where its bytes lie, what they are, and the name it was sent under.
pub fn scan(r: &mut Read, id: OutsideProofId) -> Result<Option<(String, String, String)>, Problem> {
    Ok(outside_proofs::table
        .inner_join(stored_files::table)
        .filter(outside_proofs::id.eq(id))
        .select((stored_files::storage_key, stored_files::media_type, stored_files::name))
        .first(r.conn())
        .optional()?)
}
