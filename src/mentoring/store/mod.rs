//! Rows of mentors: candidacies and their states; the rest stands below.

pub mod pairs;
pub mod records;
pub mod reminders;
pub mod settings;
pub mod training;

use super::rules::{CheckKind, ClosureReason, ConsentBy, ContactWay, StepKind};
use crate::db::schema::{mentor_candidacies, mentor_steps, organisations, people};
use crate::db::{Read, Write, stored_text};
use crate::kernel::{
    MentorId, MentorPairId, Moment, OrganisationId, PersonId, PersonName, Problem, Word as _,
};
use diesel::prelude::*;
use diesel::result::{DatabaseErrorKind, Error};
use std::collections::HashMap;

stored_text!(CheckKind, as_str, parse);
stored_text!(ClosureReason, as_str, parse);
stored_text!(ConsentBy, as_str, parse);
stored_text!(ContactWay, as_str, parse);
stored_text!(StepKind, as_str, parse);

/// A candidacy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CandidacyRow {
    /// The candidacy.
    pub id: MentorId,
    /// In which organisation.
    pub organisation: OrganisationId,
    /// Whose.
    pub person: PersonId,
    /// Their name.
    pub name: PersonName,
    /// What they wrote.
    pub application: String,
    /// When.
    pub applied_at: Moment,
    /// Whether it was neither refused nor withdrawn.
    pub is_open: bool,
}

type Columns =
    ((MentorId, OrganisationId, PersonId), (String, String, Option<String>), (String, Moment, bool));

type CandidacyColumns = (
    (mentor_candidacies::id, mentor_candidacies::organisation_id, mentor_candidacies::person_id),
    (people::surname, people::given_name, people::patronymic),
    (mentor_candidacies::application, mentor_candidacies::applied_at, mentor_candidacies::is_open),
);

const CANDIDACY: CandidacyColumns = (
    (mentor_candidacies::id, mentor_candidacies::organisation_id, mentor_candidacies::person_id),
    (people::surname, people::given_name, people::patronymic),
    (mentor_candidacies::application, mentor_candidacies::applied_at, mentor_candidacies::is_open),
);

fn row((ids, name, rest): Columns) -> CandidacyRow {
    let (id, organisation, person) = ids;
    let (surname, given_name, patronymic) = name;
    let (application, applied_at, is_open) = rest;
    let name = PersonName { surname, given_name, patronymic };
    CandidacyRow { id, organisation, person, name, application, applied_at, is_open }
}

/// A candidacy.
pub fn find(r: &mut Read, id: MentorId) -> Result<Option<CandidacyRow>, Problem> {
    let found: Option<Columns> = mentor_candidacies::table
        .inner_join(people::table)
        .filter(mentor_candidacies::id.eq(id))
        .select(CANDIDACY)
        .first(r.conn())
        .optional()?;
    Ok(found.map(row))
}

/// The candidacies in an organisation: the open ones in the order of the alphabet, then the last of those that are over.
pub fn of_organisation(
    r: &mut Read,
    organisation: OrganisationId,
    ended: i64,
) -> Result<Vec<CandidacyRow>, Problem> {
    let mut rows: Vec<Columns> = mentor_candidacies::table
        .inner_join(people::table)
        .filter(mentor_candidacies::organisation_id.eq(organisation))
        .filter(mentor_candidacies::is_open.eq(true))
        .order((people::sort_ru, mentor_candidacies::id))
        .select(CANDIDACY)
        .load(r.conn())?;
    let over: Vec<Columns> = mentor_candidacies::table
        .inner_join(people::table)
        .filter(mentor_candidacies::organisation_id.eq(organisation))
        .filter(mentor_candidacies::is_open.eq(false))
        .order(mentor_candidacies::id.desc())
        .limit(ended)
        .select(CANDIDACY)
        .load(r.conn())?;
    rows.extend(over);
    Ok(rows.into_iter().map(row).collect())
}

/// The candidacies of a person, the newest first.
pub fn of_person(r: &mut Read, person: PersonId) -> Result<Vec<CandidacyRow>, Problem> {
    let rows: Vec<Columns> = mentor_candidacies::table
        .inner_join(people::table)
        .filter(mentor_candidacies::person_id.eq(person))
        .order(mentor_candidacies::id.desc())
        .select(CANDIDACY)
        .load(r.conn())?;
    Ok(rows.into_iter().map(row).collect())
}

/// The organisations in which somebody is a candidate, in the order of the alphabet.
pub fn organisations_with_mentors(r: &mut Read) -> Result<Vec<(OrganisationId, String)>, Problem> {
    let with = mentor_candidacies::table.select(mentor_candidacies::organisation_id);
    Ok(organisations::table
        .filter(organisations::id.eq_any(with))
        .order(organisations::name_fold)
        .select((organisations::id, organisations::name))
        .load(r.conn())?)
}

/// The names of some organisations.
pub fn organisation_names(
    r: &mut Read,
    among: &[OrganisationId],
) -> Result<HashMap<OrganisationId, String>, Problem> {
    let rows: Vec<(OrganisationId, String)> = organisations::table
        .filter(organisations::id.eq_any(among.to_vec()))
        .select((organisations::id, organisations::name))
        .load(r.conn())?;
    Ok(rows.into_iter().collect())
}

/// The names of some people.
pub fn names(r: &mut Read, among: &[PersonId]) -> Result<HashMap<PersonId, PersonName>, Problem> {
    let rows: Vec<(PersonId, String, String, Option<String>)> = people::table
        .filter(people::id.eq_any(among.to_vec()))
        .select((people::id, people::surname, people::given_name, people::patronymic))
        .load(r.conn())?;
    let named = |(id, surname, given_name, patronymic)| (id, PersonName { surname, given_name, patronymic });
    Ok(rows.into_iter().map(named).collect())
}

/// Writes a candidacy down; nothing when the person has an open one there.
pub fn insert(
    w: &mut Write,
    (organisation, person): (OrganisationId, PersonId),
    application: &str,
    now: Moment,
) -> Result<Option<MentorId>, Problem> {
    let open: Option<MentorId> = mentor_candidacies::table
        .filter(mentor_candidacies::organisation_id.eq(organisation))
        .filter(mentor_candidacies::person_id.eq(person))
        .filter(mentor_candidacies::is_open.eq(true))
        .select(mentor_candidacies::id)
        .first(w.conn())
        .optional()?;
    if open.is_some() {
        return Ok(None);
    }
    let inserted = diesel::insert_into(mentor_candidacies::table)
        .values((
            mentor_candidacies::organisation_id.eq(organisation),
            mentor_candidacies::person_id.eq(person),
            mentor_candidacies::application.eq(application),
            mentor_candidacies::applied_at.eq(now),
            mentor_candidacies::is_open.eq(true),
        ))
        .returning(mentor_candidacies::id)
        .get_result(w.conn());
    Ok(Some(inserted.map_err(again)?))
}

/// Lets the person apply anew: the candidacy is over.
pub fn end(w: &mut Write, id: MentorId) -> Result<(), Problem> {
    diesel::update(mentor_candidacies::table.filter(mentor_candidacies::id.eq(id)))
        .set(mentor_candidacies::is_open.eq(false))
        .execute(w.conn())?;
    Ok(())
}

/// A state that a candidacy has come into.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct StepRow {
    /// Whose.
    pub candidacy: MentorId,
    /// The state.
    pub step: StepKind,
    /// With which pair.
    pub pair: Option<MentorPairId>,
    /// Why, where somebody was refused or gave it up.
    pub note: Option<String>,
    /// When.
    pub at: Moment,
    /// By whom; nothing for the program itself.
    pub by: Option<PersonId>,
}

/// The states of some candidacies, in their order.
pub fn steps(r: &mut Read, among: &[MentorId]) -> Result<Vec<StepRow>, Problem> {
    Ok(mentor_steps::table
        .filter(mentor_steps::candidacy_id.eq_any(among.to_vec()))
        .order((mentor_steps::candidacy_id, mentor_steps::id))
        .select((
            mentor_steps::candidacy_id,
            mentor_steps::step,
            mentor_steps::pair_id,
            mentor_steps::note,
            mentor_steps::taken_at,
            mentor_steps::taken_by,
        ))
        .load(r.conn())?)
}

/// Writes a state down. Two who take the same step at once are told apart by the schema: the second reads anew.
pub fn step(
    w: &mut Write,
    candidacy: MentorId,
    (step, pair, note): (StepKind, Option<MentorPairId>, Option<&str>),
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    let inserted = diesel::insert_into(mentor_steps::table)
        .values((
            mentor_steps::candidacy_id.eq(candidacy),
            mentor_steps::step.eq(step),
            mentor_steps::pair_id.eq(pair),
            mentor_steps::note.eq(note),
            mentor_steps::taken_at.eq(now),
            mentor_steps::taken_by.eq(by),
        ))
        .execute(w.conn());
    inserted.map(|_| ()).map_err(|error| again(error).into())
}

/// One open candidacy, one open pair, each state once. Where somebody else was quicker, the transaction is run again and
/// finds it there.
fn again(error: Error) -> Error {
    match error {
        Error::DatabaseError(DatabaseErrorKind::UniqueViolation, said) => {
            Error::DatabaseError(DatabaseErrorKind::SerializationFailure, said)
        }
        other => other,
    }
}
