//! To whom letters go: everybody who is told something at once is found in one query.

use crate::db::Read;
use crate::db::schema::people;
use crate::kernel::{Language, PersonId, PersonName, Problem};
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
