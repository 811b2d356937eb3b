//! Rows of names.

use crate::db::schema::person_names;
use crate::db::{Read, Write};
use crate::identities::rules::NameSpan;
use crate::identities::rules::names::Changed;
use crate::kernel::{Moment, PersonId, PersonName, PersonNameId, Problem};
use chrono::NaiveDate;
use diesel::prelude::*;

type Row = (
    (PersonId, PersonNameId),
    (String, String, Option<String>),
    (Option<NaiveDate>, Option<NaiveDate>, Option<String>),
);

/// The names of some people, the earliest first.
pub fn of(r: &mut Read, people: &[PersonId]) -> Result<Vec<(PersonId, NameSpan)>, Problem> {
    let rows: Vec<Row> = person_names::table
        .filter(person_names::person_id.eq_any(people.to_vec()))
        .order((person_names::person_id, person_names::id))
        .select((
            (person_names::person_id, person_names::id),
            (person_names::surname, person_names::given_name, person_names::patronymic),
            (person_names::from_day, person_names::until_day, person_names::basis),
        ))
        .load(r.conn())?;
    let span = |((person, id), (surname, given_name, patronymic), (from, until, basis)): Row| {
        let name = PersonName { surname, given_name, patronymic };
        (person, NameSpan { id, name, from, until, basis })
    };
    Ok(rows.into_iter().map(span).collect())
}

/// Ends the present name of a person on a day; where no name was recorded, the account's own is written down as the one
/// they came with.
pub fn end(
    w: &mut Write,
    (person, present): (PersonId, &PersonName),
    until: NaiveDate,
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    let open = person_names::table
        .filter(person_names::person_id.eq(person))
        .filter(person_names::until_day.is_null());
    let ended = diesel::update(open).set(person_names::until_day.eq(until)).execute(w.conn())?;
    if ended == 0 {
        diesel::insert_into(person_names::table)
            .values((
                person_names::person_id.eq(person),
                person_names::surname.eq(&present.surname),
                person_names::given_name.eq(&present.given_name),
                person_names::patronymic.eq(present.patronymic.as_deref()),
                person_names::until_day.eq(until),
                person_names::recorded_at.eq(now),
                person_names::recorded_by.eq(by),
            ))
            .execute(w.conn())?;
    }
    Ok(())
}

/// Writes down a person's new name.
pub fn insert(
    w: &mut Write,
    person: PersonId,
    new: &Changed,
    (by, now): (Option<PersonId>, Moment),
) -> Result<PersonNameId, Problem> {
    let inserted = diesel::insert_into(person_names::table)
        .values((
            person_names::person_id.eq(person),
            person_names::surname.eq(&new.name.surname),
            person_names::given_name.eq(&new.name.given_name),
            person_names::patronymic.eq(new.name.patronymic.as_deref()),
            person_names::from_day.eq(new.from),
            person_names::basis.eq(&new.basis),
            person_names::recorded_at.eq(now),
            person_names::recorded_by.eq(by),
        ))
        .returning(person_names::id)
        .get_result(w.conn());
    Ok(inserted.map_err(super::again)?)
}
