//! Rows of what papers need of a person.

pub mod consents;
pub mod education;
pub mod names;
pub mod whose;

use super::rules::lacking::Recorded;
use super::rules::{Basics, Sex};
use crate::db::schema::identities;
use crate::db::{Read, Write, each, stored_text};
use crate::kernel::{Moment, PersonId, PersonName, Problem, Word as _};
use diesel::prelude::*;
use diesel::result::{DatabaseErrorKind, Error};
use std::collections::HashMap;

stored_text!(Sex, as_str, parse);

/// A person has one present name, one document that counts and one consent that holds. Where somebody else has written
/// one down meanwhile, the transaction is run again and finds it there.
fn again(error: Error) -> Error {
    match error {
        Error::DatabaseError(DatabaseErrorKind::UniqueViolation, said) => {
            Error::DatabaseError(DatabaseErrorKind::SerializationFailure, said)
        }
        other => other,
    }
}

/// What lies encrypted of a person.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Locked {
    /// The date of birth.
    pub born_on: Option<String>,
    /// The insurance number.
    pub snils: Option<String>,
    /// The identification number.
    pub iin: Option<String>,
    /// Series and number of the passport.
    pub passport: Option<String>,
}

impl Locked {
    /// What of it is there.
    pub fn recorded(&self) -> Recorded {
        Recorded {
            born_on: self.born_on.is_some(),
            snils: self.snils.is_some(),
            iin: self.iin.is_some(),
            passport: self.passport.is_some(),
        }
    }
}

/// What papers need of some people, without any secret: in four queries, however many they are. People of whom nothing is
/// recorded are absent.
pub fn basics_of(r: &mut Read, people: &[PersonId]) -> Result<HashMap<PersonId, Basics>, Problem> {
    let mut all: HashMap<PersonId, Basics> = HashMap::new();
    for (person, spelling, sex, citizenship) in plain(r, people)? {
        let known = all.entry(person).or_insert_with(|| Basics::unknown(person));
        (known.spelling, known.sex, known.citizenship) = (spelling, sex, citizenship);
    }
    for (person, span) in names::of(r, people)? {
        all.entry(person).or_insert_with(|| Basics::unknown(person)).names.push(span);
    }
    for (person, row) in education::of(r, people)? {
        let known = all.entry(person).or_insert_with(|| Basics::unknown(person));
        (known.education, known.education_seen) = (Some(row.proof), row.seen);
    }
    for person in consents::given_by(r, people)? {
        all.entry(person).or_insert_with(|| Basics::unknown(person)).public_name = true;
    }
    Ok(all)
}

type Plain = (PersonId, Option<PersonName>, Option<Sex>, Option<String>);

fn plain(r: &mut Read, people: &[PersonId]) -> Result<Vec<Plain>, Problem> {
    type Row = (PersonId, (Option<String>, Option<String>, Option<String>), Option<Sex>, Option<String>);
    let rows: Vec<Row> = identities::table
        .filter(identities::person_id.eq_any(people.to_vec()))
        .select((
            identities::person_id,
            (identities::spelling_surname, identities::spelling_given_name, identities::spelling_patronymic),
            identities::sex,
            identities::citizenship,
        ))
        .load(r.conn())?;
    let row = |(person, (surname, given_name, patronymic), sex, citizenship): Row| {
        let spelling = surname.zip(given_name);
        let spelling = spelling.map(|(surname, given_name)| PersonName { surname, given_name, patronymic });
        (person, spelling, sex, citizenship)
    };
    Ok(rows.into_iter().map(row).collect())
}

/// What lies encrypted of some people; those without a row are absent.
pub fn locked_of(r: &mut Read, people: &[PersonId]) -> Result<HashMap<PersonId, Locked>, Problem> {
    type Columns = (PersonId, Option<String>, Option<String>, Option<String>, Option<String>);
    let rows: Vec<Columns> = identities::table
        .filter(identities::person_id.eq_any(people.to_vec()))
        .select((
            identities::person_id,
            identities::born_on_locked,
            identities::snils_locked,
            identities::iin_locked,
            identities::passport_locked,
        ))
        .load(r.conn())?;
    let row = |(person, born_on, snils, iin, passport)| (person, Locked { born_on, snils, iin, passport });
    Ok(rows.into_iter().map(row).collect())
}

/// What the register book says of a holder, as it is kept: date of birth and passport lie encrypted.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct HolderRow {
    /// The person.
    pub person: PersonId,
    /// The sex.
    pub sex: Option<Sex>,
    /// The citizenship.
    pub citizenship: Option<String>,
    /// The date of birth.
    pub born_on_locked: Option<String>,
    /// Series and number of the passport.
    pub passport_locked: Option<String>,
}

/// How many people one query names: SQLite has variables for no more than some tens of thousands.
const SET: usize = 1_000;

/// What the register book says of some people, in a query for each thousand; those without a row are absent.
pub fn holders_of(r: &mut Read, people: &[PersonId]) -> Result<Vec<HolderRow>, Problem> {
    let mut all = Vec::new();
    for set in people.chunks(SET) {
        let rows: Vec<HolderRow> = identities::table
            .filter(identities::person_id.eq_any(set.to_vec()))
            .select((
                identities::person_id,
                identities::sex,
                identities::citizenship,
                identities::born_on_locked,
                identities::passport_locked,
            ))
            .load(r.conn())?;
        all.extend(rows);
    }
    Ok(all)
}

/// What is written down of a person.
#[derive(Debug, Clone)]
pub struct NewRow {
    /// The Russian spelling.
    pub spelling: Option<PersonName>,
    /// The sex.
    pub sex: Option<Sex>,
    /// The citizenship.
    pub citizenship: Option<String>,
    /// What lies encrypted.
    pub locked: Locked,
}

/// Writes down what papers need of a person, in the place of what was there.
pub fn save(
    w: &mut Write,
    person: PersonId,
    new: &NewRow,
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    let spelling = new.spelling.as_ref();
    let values = (
        identities::spelling_surname.eq(spelling.map(|name| name.surname.as_str())),
        identities::spelling_given_name.eq(spelling.map(|name| name.given_name.as_str())),
        identities::spelling_patronymic.eq(spelling.and_then(|name| name.patronymic.as_deref())),
        identities::sex.eq(new.sex),
        identities::citizenship.eq(new.citizenship.as_deref()),
        identities::born_on_locked.eq(new.locked.born_on.as_deref()),
        identities::snils_locked.eq(new.locked.snils.as_deref()),
        identities::iin_locked.eq(new.locked.iin.as_deref()),
        identities::passport_locked.eq(new.locked.passport.as_deref()),
        identities::changed_at.eq(now),
        identities::changed_by.eq(by),
    );
    let insert = diesel::insert_into(identities::table).values((identities::person_id.eq(person), values));
    each!(w.conn(), c => {
        insert.on_conflict(identities::person_id).do_update().set(values).execute(c)?
    });
    Ok(())
}
