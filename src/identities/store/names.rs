//! Rows of names.

use crate::db::schema::{people, person_names};
use crate::db::{Read, Write};
use crate::identities::rules::NameSpan;
use crate::identities::rules::names::Changed;
use crate::kernel::{Moment, PersonId, PersonName, PersonNameId, Problem};
use chrono::NaiveDate;
use diesel::prelude::*;

type Parts = (String, String, Option<String>);

type Row = ((PersonId, PersonNameId), Parts, (Option<NaiveDate>, Option<NaiveDate>, Option<String>), Parts);

fn whole((surname, given_name, patronymic): Parts) -> PersonName {
    PersonName { surname, given_name, patronymic }
}

/// The names of some people, the earliest first. The present one is that of the account: where its spelling was put right
/// after it was recorded, the recorded one was never right.
pub fn of(r: &mut Read, these: &[PersonId]) -> Result<Vec<(PersonId, NameSpan)>, Problem> {
    let rows: Vec<Row> = person_names::table
        .inner_join(people::table.on(people::id.eq(person_names::person_id)))
        .filter(person_names::person_id.eq_any(these.to_vec()))
        .filter(person_names::corrected_at.is_null())
        .order((person_names::person_id, person_names::id))
        .select((
            (person_names::person_id, person_names::id),
            (person_names::surname, person_names::given_name, person_names::patronymic),
            (person_names::from_day, person_names::until_day, person_names::basis),
            (people::surname, people::given_name, people::patronymic),
        ))
        .load(r.conn())?;
    let span = |((person, id), recorded, (from, until, basis), present): Row| {
        let name = whole(if until.is_none() { present } else { recorded });
        (person, NameSpan { id, name, from, until, basis })
    };
    Ok(rows.into_iter().map(span).collect())
}

type Open = (PersonNameId, Parts, (Option<NaiveDate>, Option<String>));

/// Ends the present name of a person on a day; where no name was recorded, the account's own is written down as the one
/// they came with. A recorded one whose spelling was put right since is marked so, and the right one ends in its place.
pub fn end(
    w: &mut Write,
    (person, present): (PersonId, &PersonName),
    until: NaiveDate,
    by: (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    let open: Option<Open> = person_names::table
        .filter(person_names::person_id.eq(person))
        .filter(person_names::until_day.is_null())
        .filter(person_names::corrected_at.is_null())
        .select((
            person_names::id,
            (person_names::surname, person_names::given_name, person_names::patronymic),
            (person_names::from_day, person_names::basis),
        ))
        .first(w.conn())
        .optional()?;
    let Some((id, recorded, held)) = open else {
        return ended(w, (person, present), ((None, None), until), by);
    };
    let row = person_names::table.filter(person_names::id.eq(id));
    if whole(recorded) == *present {
        diesel::update(row).set(person_names::until_day.eq(until)).execute(w.conn())?;
        return Ok(());
    }
    diesel::update(row).set(person_names::corrected_at.eq(by.1)).execute(w.conn())?;
    ended(w, (person, present), (held, until), by)
}

/// Writes down a name that has ended.
fn ended(
    w: &mut Write,
    (person, name): (PersonId, &PersonName),
    ((from, basis), until): ((Option<NaiveDate>, Option<String>), NaiveDate),
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    diesel::insert_into(person_names::table)
        .values((
            person_names::person_id.eq(person),
            person_names::surname.eq(&name.surname),
            person_names::given_name.eq(&name.given_name),
            person_names::patronymic.eq(name.patronymic.as_deref()),
            person_names::from_day.eq(from),
            person_names::until_day.eq(until),
            person_names::basis.eq(basis),
            person_names::recorded_at.eq(now),
            person_names::recorded_by.eq(by),
        ))
        .execute(w.conn())?;
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
