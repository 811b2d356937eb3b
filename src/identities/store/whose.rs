//! Who has to do with a person: the organisation that sends them, and those that teach them; and the people of an edition.

use crate::db::Read;
use crate::db::schema::{editions, enrolments, people};
use crate::kernel::{EditionId, OrganisationId, PersonId, PersonName, Problem};
use diesel::prelude::*;

/// A person, and the organisations that have to do with them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whose {
    /// The person.
    pub person: PersonId,
    /// The name of the account.
    pub name: PersonName,
    /// The organisations: the one that sends them, and those that run their editions.
    pub organisations: Vec<OrganisationId>,
}

/// A person with the organisations that have to do with them.
pub fn whose(r: &mut Read, person: PersonId) -> Result<Option<Whose>, Problem> {
    type Row = (String, String, Option<String>, Option<OrganisationId>);
    let found: Option<Row> = people::table
        .filter(people::id.eq(person))
        .select((people::surname, people::given_name, people::patronymic, people::organisation_id))
        .first(r.conn())
        .optional()?;
    let Some((surname, given_name, patronymic, sends)) = found else { return Ok(None) };
    let learns: Vec<(OrganisationId, Option<OrganisationId>)> = enrolments::table
        .inner_join(editions::table)
        .filter(enrolments::person_id.eq(person))
        .select((editions::organisation_id, enrolments::organisation_id))
        .load(r.conn())?;
    let mut organisations: Vec<OrganisationId> = sends.into_iter().collect();
    organisations.extend(learns.into_iter().flat_map(|(teaches, sent)| [Some(teaches), sent]).flatten());
    organisations.sort_unstable();
    organisations.dedup();
    Ok(Some(Whose { person, name: PersonName { surname, given_name, patronymic }, organisations }))
}

/// An edition whose people are looked at.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct EditionOf {
    /// The edition.
    pub id: EditionId,
    /// Its title.
    pub title: String,
    /// Who runs it.
    pub organisation: OrganisationId,
}

/// An edition.
pub fn edition(r: &mut Read, id: EditionId) -> Result<Option<EditionOf>, Problem> {
    Ok(editions::table
        .filter(editions::id.eq(id))
        .select((editions::id, editions::title, editions::organisation_id))
        .first(r.conn())
        .optional()?)
}

/// The people who take part in an edition, in the order of the alphabet.
pub fn group(r: &mut Read, id: EditionId) -> Result<Vec<(PersonId, PersonName)>, Problem> {
    let rows: Vec<(PersonId, String, String, Option<String>)> = enrolments::table
        .inner_join(people::table.on(people::id.eq(enrolments::person_id)))
        .filter(enrolments::edition_id.eq(id))
        .filter(enrolments::withdrawn_at.is_null())
        .order((people::sort_ru, people::id))
        .select((people::id, people::surname, people::given_name, people::patronymic))
        .load(r.conn())?;
    let named =
        |(person, surname, given_name, patronymic)| (person, PersonName { surname, given_name, patronymic });
    Ok(rows.into_iter().map(named).collect())
}
