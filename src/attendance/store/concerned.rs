//! Whom the letters of a session go to, with how each of them reads: a fixed number of queries, however many they are.

use crate::db::Read;
use crate::db::schema::{calendar_invitations, edition_trainers, enrolments, people};
use crate::kernel::{EditionId, EnrolmentId, Language, PersonId, PersonName, Problem, ZoneName};
use crate::mail::Recipient;
use diesel::prelude::*;

/// Somebody who is told what becomes of a session.
#[derive(Debug, Clone)]
pub struct Told {
    /// The person.
    pub person: PersonId,
    /// The place in the edition, of those who learn in it.
    pub enrolment: Option<EnrolmentId>,
    /// The address.
    pub email: String,
    /// The name.
    pub name: PersonName,
    /// The language of the letter.
    pub language: Language,
    /// Where the person lives.
    pub zone: ZoneName,
    /// Wants invitations that the calendar takes over by itself.
    pub invited: bool,
}

impl Told {
    /// The person as the mail knows them.
    pub fn recipient(&self) -> Recipient {
        Recipient {
            person: Some(self.person),
            address: self.email.clone(),
            name: self.name.full(),
            language: self.language,
        }
    }
}

type Row = (PersonId, (String, String, String, Option<String>), Language, ZoneName, Option<PersonId>);

type Columns = (
    people::id,
    (people::email, people::surname, people::given_name, people::patronymic),
    people::language,
    people::time_zone,
    diesel::dsl::Nullable<calendar_invitations::person_id>,
);

fn columns() -> Columns {
    (
        people::id,
        (people::email, people::surname, people::given_name, people::patronymic),
        people::language,
        people::time_zone,
        calendar_invitations::person_id.nullable(),
    )
}

fn told((person, (email, surname, given_name, patronymic), language, zone, invited): Row) -> Told {
    let name = PersonName { surname, given_name, patronymic };
    Told { person, enrolment: None, email, name, language, zone, invited: invited.is_some() }
}

/// Those who learn in an edition, in the order they were enrolled. Nobody writes to accounts that were switched off.
pub fn learners(r: &mut Read, edition: EditionId) -> Result<Vec<Told>, Problem> {
    let rows: Vec<(EnrolmentId, Row)> = enrolments::table
        .inner_join(people::table.on(people::id.eq(enrolments::person_id)))
        .left_join(calendar_invitations::table.on(calendar_invitations::person_id.eq(people::id)))
        .filter(enrolments::edition_id.eq(edition))
        .filter(enrolments::withdrawn_at.is_null())
        .filter(people::deactivated_at.is_null())
        .order(enrolments::id)
        .select((enrolments::id, columns()))
        .load(r.conn())?;
    Ok(rows.into_iter().map(|(id, row)| Told { enrolment: Some(id), ..told(row) }).collect())
}

/// Those of these learners who want invitations.
pub fn invited(r: &mut Read, among: &[EnrolmentId]) -> Result<Vec<Told>, Problem> {
    let rows: Vec<(EnrolmentId, Row)> = enrolments::table
        .inner_join(people::table.on(people::id.eq(enrolments::person_id)))
        .left_join(calendar_invitations::table.on(calendar_invitations::person_id.eq(people::id)))
        .filter(enrolments::id.eq_any(among.to_vec()))
        .filter(enrolments::withdrawn_at.is_null())
        .filter(people::deactivated_at.is_null())
        .filter(calendar_invitations::person_id.is_not_null())
        .order(enrolments::id)
        .select((enrolments::id, columns()))
        .load(r.conn())?;
    Ok(rows.into_iter().map(|(id, row)| Told { enrolment: Some(id), ..told(row) }).collect())
}

/// The trainers of an edition.
pub fn trainers(r: &mut Read, edition: EditionId) -> Result<Vec<Told>, Problem> {
    let rows: Vec<Row> = edition_trainers::table
        .inner_join(people::table.on(people::id.eq(edition_trainers::person_id)))
        .left_join(calendar_invitations::table.on(calendar_invitations::person_id.eq(people::id)))
        .filter(edition_trainers::edition_id.eq(edition))
        .filter(people::deactivated_at.is_null())
        .order(people::id)
        .select(columns())
        .load(r.conn())?;
    Ok(rows.into_iter().map(told).collect())
}

/// These people, without those whose accounts were switched off.
pub fn these(r: &mut Read, among: &[PersonId]) -> Result<Vec<Told>, Problem> {
    let rows: Vec<Row> = people::table
        .left_join(calendar_invitations::table.on(calendar_invitations::person_id.eq(people::id)))
        .filter(people::id.eq_any(among.to_vec()))
        .filter(people::deactivated_at.is_null())
        .order(people::id)
        .select(columns())
        .load(r.conn())?;
    Ok(rows.into_iter().map(told).collect())
}
