//! Rows of people.

pub mod accommodations;
pub mod addressees;
pub mod invitations;
pub mod links;
pub mod lists;
pub mod roles;

use super::rules::NewPerson;
use crate::db::schema::people;
use crate::db::{Read, Write};
use crate::kernel::{Language, Moment, OrganisationId, PersonId, PersonName, Problem, ZoneName};
use diesel::prelude::*;

/// An account.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct PersonRow {
    /// The account.
    pub id: PersonId,
    /// The address they sign in with.
    pub email: String,
    /// Surname.
    pub surname: String,
    /// First name.
    pub given_name: String,
    /// Patronymic.
    pub patronymic: Option<String>,
    /// The language of their pages and letters.
    pub language: Language,
    /// The zone they live in.
    pub zone: ZoneName,
    /// The organisation they come from.
    pub organisation: Option<OrganisationId>,
    /// Since when they have a password; nothing while the invitation is open.
    pub password_set_at: Option<Moment>,
    /// When the account was made.
    pub created_at: Moment,
    /// When it was closed.
    pub deactivated_at: Option<Moment>,
    /// What they do in their organisation.
    pub position: Option<String>,
}

impl PersonRow {
    /// The name.
    pub fn name(&self) -> PersonName {
        PersonName {
            surname: self.surname.clone(),
            given_name: self.given_name.clone(),
            patronymic: self.patronymic.clone(),
        }
    }
}

/// The columns of a [`PersonRow`].
pub(super) const PERSON: (
    people::id,
    people::email,
    people::surname,
    people::given_name,
    people::patronymic,
    people::language,
    people::time_zone,
    people::organisation_id,
    people::password_set_at,
    people::created_at,
    people::deactivated_at,
    people::position,
) = (
    people::id,
    people::email,
    people::surname,
    people::given_name,
    people::patronymic,
    people::language,
    people::time_zone,
    people::organisation_id,
    people::password_set_at,
    people::created_at,
    people::deactivated_at,
    people::position,
);

/// What stands beside a person for finding and sorting, computed by the rules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keys {
    /// The address, folded; unique.
    pub email: String,
    /// What a search is looked for in.
    pub search: String,
    /// The order for readers of Russian and English.
    pub russian: Vec<u8>,
    /// The order for readers of Kazakh.
    pub kazakh: Vec<u8>,
}

/// Makes an account without a password.
pub fn insert(w: &mut Write, new: &NewPerson, keys: &Keys, now: Moment) -> Result<PersonId, Problem> {
    Ok(diesel::insert_into(people::table)
        .values((
            people::email.eq(&new.email),
            people::email_key.eq(&keys.email),
            people::surname.eq(&new.name.surname),
            people::given_name.eq(&new.name.given_name),
            people::patronymic.eq(new.name.patronymic.as_deref()),
            people::name_fold.eq(&keys.search),
            people::sort_ru.eq(&keys.russian),
            people::sort_kk.eq(&keys.kazakh),
            people::language.eq(new.language),
            people::time_zone.eq(new.zone),
            people::organisation_id.eq(new.organisation),
            people::position.eq(new.position.as_deref()),
            people::created_at.eq(now),
        ))
        .returning(people::id)
        .get_result(w.conn())?)
}

/// Writes what an account says of its person anew.
pub fn update(w: &mut Write, person: PersonId, new: &NewPerson, keys: &Keys) -> Result<(), Problem> {
    diesel::update(people::table.filter(people::id.eq(person)))
        .set((
            people::email.eq(&new.email),
            people::email_key.eq(&keys.email),
            people::surname.eq(&new.name.surname),
            people::given_name.eq(&new.name.given_name),
            people::patronymic.eq(new.name.patronymic.as_deref()),
            people::name_fold.eq(&keys.search),
            people::sort_ru.eq(&keys.russian),
            people::sort_kk.eq(&keys.kazakh),
            people::language.eq(new.language),
            people::time_zone.eq(new.zone),
            people::organisation_id.eq(new.organisation),
            people::position.eq(new.position.as_deref()),
        ))
        .execute(w.conn())?;
    Ok(())
}

/// An account by its id.
pub fn person(r: &mut Read, id: PersonId) -> Result<Option<PersonRow>, Problem> {
    Ok(people::table.filter(people::id.eq(id)).select(PERSON).first(r.conn()).optional()?)
}

/// An account by its folded address.
pub fn by_email(r: &mut Read, email_key: &str) -> Result<Option<PersonRow>, Problem> {
    Ok(people::table.filter(people::email_key.eq(email_key)).select(PERSON).first(r.conn()).optional()?)
}

/// The password hash of the active account with a folded address.
pub fn hash_by_email(r: &mut Read, email_key: &str) -> Result<Option<(PersonId, String)>, Problem> {
    let found: Option<(PersonId, Option<String>)> = people::table
        .filter(people::email_key.eq(email_key))
        .filter(people::deactivated_at.is_null())
        .select((people::id, people::password_hash))
        .first(r.conn())
        .optional()?;
    Ok(found.and_then(|(person, hash)| Some((person, hash?))))
}

/// The password hash of an account.
pub fn hash_of(r: &mut Read, person: PersonId) -> Result<Option<String>, Problem> {
    let found: Option<Option<String>> = people::table
        .filter(people::id.eq(person))
        .select(people::password_hash)
        .first(r.conn())
        .optional()?;
    Ok(found.flatten())
}

/// Sets a password.
pub fn set_hash(w: &mut Write, person: PersonId, hash: &str, now: Moment) -> Result<(), Problem> {
    diesel::update(people::table.filter(people::id.eq(person)))
        .set((people::password_hash.eq(hash), people::password_set_at.eq(now)))
        .execute(w.conn())?;
    Ok(())
}

/// Sets how a person reads.
pub fn set_reading(
    w: &mut Write,
    person: PersonId,
    language: Language,
    zone: ZoneName,
) -> Result<(), Problem> {
    diesel::update(people::table.filter(people::id.eq(person)))
        .set((people::language.eq(language), people::time_zone.eq(zone)))
        .execute(w.conn())?;
    Ok(())
}

/// Writes down what somebody does where that was not known.
pub fn fill_position(w: &mut Write, person: PersonId, position: &str) -> Result<bool, Problem> {
    let unknown = people::table.filter(people::id.eq(person)).filter(people::position.is_null());
    Ok(diesel::update(unknown).set(people::position.eq(position)).execute(w.conn())? > 0)
}

/// Closes an account, or opens it again.
pub fn set_deactivated(w: &mut Write, person: PersonId, at: Option<Moment>) -> Result<(), Problem> {
    diesel::update(people::table.filter(people::id.eq(person)))
        .set(people::deactivated_at.eq(at))
        .execute(w.conn())?;
    Ok(())
}
