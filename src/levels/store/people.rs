//! The people of a registry, and where they take part.

use crate::db::Read;
use crate::db::schema::{editions, enrolments, organisations, people};
use crate::editions::store::{EDITION, EditionRow};
use crate::kernel::{EnrolmentId, Moment, OrganisationId, PersonId, PersonName, Problem};
use diesel::prelude::*;
use std::collections::{HashMap, HashSet};

/// How many people are asked for at a time: a query has room for so many values.
pub const AT_ONCE: usize = 5_000;

/// Somebody of a registry.
#[derive(Debug, Clone)]
pub struct PersonRow {
    /// The person.
    pub id: PersonId,
    /// The name.
    pub name: PersonName,
    /// The short name of the organisation the person belongs to.
    pub organisation: Option<String>,
}

/// These people.
pub fn rows(r: &mut Read, these: &[PersonId]) -> Result<HashMap<PersonId, PersonRow>, Problem> {
    type Row = (PersonId, (String, String, Option<String>), Option<String>);
    let mut found = HashMap::with_capacity(these.len());
    for some in these.chunks(AT_ONCE) {
        let rows: Vec<Row> = people::table
            .left_join(organisations::table)
            .filter(people::id.eq_any(some.to_vec()))
            .select((
                people::id,
                (people::surname, people::given_name, people::patronymic),
                organisations::short_name.nullable(),
            ))
            .load(r.conn())?;
        found.extend(rows.into_iter().map(|(id, name, organisation)| {
            let (surname, given_name, patronymic) = name;
            let name = PersonName { surname, given_name, patronymic };
            (id, PersonRow { id, name, organisation })
        }));
    }
    Ok(found)
}

/// Whom some organisations have sent to learn and who is still there, each with the organisation that teaches.
pub fn sent(r: &mut Read, by: &[OrganisationId]) -> Result<HashSet<(OrganisationId, PersonId)>, Problem> {
    let rows: Vec<(OrganisationId, PersonId)> = enrolments::table
        .inner_join(editions::table)
        .filter(enrolments::organisation_id.eq_any(by.to_vec()))
        .filter(enrolments::withdrawn_at.is_null())
        .select((editions::organisation_id, enrolments::person_id))
        .load(r.conn())?;
    Ok(rows.into_iter().collect())
}

/// A place of somebody in an edition.
#[derive(Debug, Clone)]
pub struct PlaceRow {
    /// The enrolment.
    pub enrolment: EnrolmentId,
    /// When the person left.
    pub withdrawn_at: Option<Moment>,
    /// The edition.
    pub edition: EditionRow,
}

/// Where somebody takes part or took part.
pub fn places(r: &mut Read, person: PersonId) -> Result<Vec<PlaceRow>, Problem> {
    let rows: Vec<(EnrolmentId, Option<Moment>, EditionRow)> = enrolments::table
        .inner_join(editions::table)
        .filter(enrolments::person_id.eq(person))
        .order(enrolments::id)
        .select((enrolments::id, enrolments::withdrawn_at, EDITION))
        .load(r.conn())?;
    let place = |(enrolment, withdrawn_at, edition)| PlaceRow { enrolment, withdrawn_at, edition };
    Ok(rows.into_iter().map(place).collect())
}
