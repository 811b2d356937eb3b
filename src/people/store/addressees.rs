//! To whom letters go: everybody who is told something at once is found in one query.

use crate::db::Read;
use crate::db::schema::{people, role_grants};
use crate::kernel::{Language, OrganisationId, PersonId, PersonName, Problem};
use crate::mail::Recipient;
use diesel::prelude::*;

/// Somebody who is written to.
#[derive(Debug, Clone)]
pub struct Addressee {
    /// The person.
    pub person: PersonId,
    /// The address.
    pub email: String,
    /// The name.
    pub name: PersonName,
    /// The language of the letter.
    pub language: Language,
}

impl Addressee {
    /// The person as the mail knows them.
    pub fn recipient(self) -> Recipient {
        let name = self.name.full();
        Recipient { person: Some(self.person), address: self.email, name, language: self.language }
    }
}

/// These people, without those whose accounts were switched off: nobody writes to them.
pub fn of(r: &mut Read, among: &[PersonId]) -> Result<Vec<Addressee>, Problem> {
    type Row = (PersonId, String, String, String, Option<String>, Language);
    let rows: Vec<Row> = people::table
        .filter(people::id.eq_any(among.to_vec()))
        .filter(people::deactivated_at.is_null())
        .order(people::id)
        .select((
            people::id,
            people::email,
            people::surname,
            people::given_name,
            people::patronymic,
            people::language,
        ))
        .load(r.conn())?;
    let addressee = |(person, email, surname, given_name, patronymic, language): Row| {
        let name = PersonName { surname, given_name, patronymic };
        Addressee { person, email, name, language }
    };
    Ok(rows.into_iter().map(addressee).collect())
}

/// Who administers an organisation; where nobody does, who administers the site.
pub fn administrators_of(r: &mut Read, organisation: OrganisationId) -> Result<Vec<PersonId>, Problem> {
    let found: Vec<(PersonId, Option<OrganisationId>)> = role_grants::table
        .filter(role_grants::role.eq("administrator"))
        .filter(role_grants::organisation_id.is_null().or(role_grants::organisation_id.eq(organisation)))
        .filter(role_grants::revoked_at.is_null())
        .order(role_grants::person_id)
        .select((role_grants::person_id, role_grants::organisation_id))
        .load(r.conn())?;
    let own = found.iter().any(|(_, whose)| whose.is_some());
    let mut people: Vec<PersonId> =
        found.into_iter().filter(|(_, whose)| whose.is_some() == own).map(|(person, _)| person).collect();
    people.dedup();
    Ok(people)
}
