//! Rows of documents of education, with their scans.

use crate::db::schema::{education_proofs, stored_files};
use crate::db::{Read, Write, stored_text};
use crate::identities::rules::{EducationLevel, EducationProof};
use crate::kernel::{EducationProofId, Moment, PersonId, Problem, StoredFileId, Word as _};
use diesel::prelude::*;

stored_text!(EducationLevel, as_str, parse);

/// A document of education that counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EducationRow {
    /// The row.
    pub id: EducationProofId,
    /// What it says.
    pub proof: EducationProof,
    /// The year it was issued in.
    pub graduated_in: Option<i32>,
    /// Its scan.
    pub file: Option<StoredFileId>,
    /// Whether somebody else than the person has recorded it.
    pub seen: bool,
}

type Columns = (
    (PersonId, EducationProofId, EducationLevel),
    (Option<String>, Option<String>, String),
    (Option<i32>, Option<StoredFileId>, Option<PersonId>),
);

/// The documents of education of some people that count.
pub fn of(r: &mut Read, people: &[PersonId]) -> Result<Vec<(PersonId, EducationRow)>, Problem> {
    let rows: Vec<Columns> = education_proofs::table
        .filter(education_proofs::person_id.eq_any(people.to_vec()))
        .filter(education_proofs::ended_at.is_null())
        .select((
            (education_proofs::person_id, education_proofs::id, education_proofs::level),
            (education_proofs::surname, education_proofs::series, education_proofs::number),
            (education_proofs::graduated_in, education_proofs::file_id, education_proofs::recorded_by),
        ))
        .load(r.conn())?;
    let row = |((person, id, level), (surname, series, number), (graduated_in, file, by)): Columns| {
        let proof = EducationProof { level, surname, series, number };
        let seen = by != Some(person);
        (person, EducationRow { id, proof, graduated_in, file, seen })
    };
    Ok(rows.into_iter().map(row).collect())
}

/// A scan: where its bytes lie, what they are, and the name they were sent under.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Scan {
    /// Where.
    pub storage_key: String,
    /// What, by content.
    pub media_type: String,
    /// The name.
    pub name: String,
}

/// The scan of the document that counts.
pub fn scan(r: &mut Read, person: PersonId) -> Result<Option<Scan>, Problem> {
    Ok(education_proofs::table
        .inner_join(stored_files::table)
        .filter(education_proofs::person_id.eq(person))
        .filter(education_proofs::ended_at.is_null())
        .select((stored_files::storage_key, stored_files::media_type, stored_files::name))
        .first(r.conn())
        .optional()?)
}

/// Ends the document that counts, if there is one.
pub fn end(w: &mut Write, person: PersonId, (by, now): (Option<PersonId>, Moment)) -> Result<(), Problem> {
    let open = education_proofs::table
        .filter(education_proofs::person_id.eq(person))
        .filter(education_proofs::ended_at.is_null());
    diesel::update(open)
        .set((education_proofs::ended_at.eq(now), education_proofs::ended_by.eq(by)))
        .execute(w.conn())?;
    Ok(())
}

/// Writes down a document that counts from now on.
pub fn insert(
    w: &mut Write,
    person: PersonId,
    (proof, graduated_in, file): (&EducationProof, Option<i32>, Option<StoredFileId>),
    (by, now): (Option<PersonId>, Moment),
) -> Result<EducationProofId, Problem> {
    let inserted = diesel::insert_into(education_proofs::table)
        .values((
            education_proofs::person_id.eq(person),
            education_proofs::level.eq(proof.level),
            education_proofs::surname.eq(proof.surname.as_deref()),
            education_proofs::series.eq(proof.series.as_deref()),
            education_proofs::number.eq(&proof.number),
            education_proofs::graduated_in.eq(graduated_in),
            education_proofs::file_id.eq(file),
            education_proofs::recorded_at.eq(now),
            education_proofs::recorded_by.eq(by),
        ))
        .returning(education_proofs::id)
        .get_result(w.conn());
    Ok(inserted.map_err(super::again)?)
}
