//! What people want to get by mail, and by which clock.

use crate::db::schema::{letter_topic_wishes, letter_wishes, people};
use crate::db::{Read, Write};
use crate::kernel::{Language, Moment, PersonId, PersonName, Problem, ZoneName};
use crate::mail::rules::hours::{self, Quiet};
use crate::mail::rules::wishes::Wishes;
use crate::mail::{Delivery, Topic};
use diesel::prelude::*;
use std::collections::HashMap;

/// The wishes of a person; those of everybody where there are none.
pub fn of(r: &mut Read, person: PersonId) -> Result<Wishes, Problem> {
    type Hours = (i32, Option<i32>, Option<i32>);
    let found: Option<Hours> = letter_wishes::table
        .filter(letter_wishes::person_id.eq(person))
        .select((letter_wishes::digest_minute, letter_wishes::quiet_from, letter_wishes::quiet_to))
        .first(r.conn())
        .optional()?;
    let Some((digest, from, to)) = found else { return Ok(Wishes::default()) };
    let topics: Vec<(Topic, Delivery)> = letter_topic_wishes::table
        .filter(letter_topic_wishes::person_id.eq(person))
        .select((letter_topic_wishes::topic, letter_topic_wishes::delivery))
        .load(r.conn())?;
    let quiet =
        from.zip(to).map(|(from, to)| Quiet { from: hours::at_minute(from), to: hours::at_minute(to) });
    Ok(Wishes { deliveries: topics.into_iter().collect(), digest_at: hours::at_minute(digest), quiet })
}

/// Keeps the wishes of a person in the place of those before.
pub fn set(w: &mut Write, person: PersonId, wishes: &Wishes, now: Moment) -> Result<(), Problem> {
    diesel::delete(letter_topic_wishes::table.filter(letter_topic_wishes::person_id.eq(person)))
        .execute(w.conn())?;
    diesel::delete(letter_wishes::table.filter(letter_wishes::person_id.eq(person))).execute(w.conn())?;
    diesel::insert_into(letter_wishes::table)
        .values((
            letter_wishes::person_id.eq(person),
            letter_wishes::digest_minute.eq(hours::minute_of(wishes.digest_at)),
            letter_wishes::quiet_from.eq(wishes.quiet.map(|quiet| hours::minute_of(quiet.from))),
            letter_wishes::quiet_to.eq(wishes.quiet.map(|quiet| hours::minute_of(quiet.to))),
            letter_wishes::set_at.eq(now),
        ))
        .execute(w.conn())?;
    for (topic, delivery) in &wishes.deliveries {
        diesel::insert_into(letter_topic_wishes::table)
            .values((
                letter_topic_wishes::person_id.eq(person),
                letter_topic_wishes::topic.eq(*topic),
                letter_topic_wishes::delivery.eq(*delivery),
            ))
            .execute(w.conn())?;
    }
    Ok(())
}

/// The zone a person lives in.
pub fn zone(r: &mut Read, person: PersonId) -> Result<Option<ZoneName>, Problem> {
    Ok(people::table.filter(people::id.eq(person)).select(people::time_zone).first(r.conn()).optional()?)
}

/// The quiet hours of those of these people who have any.
pub fn quiet_hours(r: &mut Read, these: &[PersonId]) -> Result<HashMap<PersonId, Quiet>, Problem> {
    let rows: Vec<(PersonId, Option<i32>, Option<i32>)> = letter_wishes::table
        .filter(letter_wishes::person_id.eq_any(these.to_vec()))
        .filter(letter_wishes::quiet_from.is_not_null())
        .select((letter_wishes::person_id, letter_wishes::quiet_from, letter_wishes::quiet_to))
        .load(r.conn())?;
    let rests = |(person, from, to): (PersonId, Option<i32>, Option<i32>)| {
        Some((person, Quiet { from: hours::at_minute(from?), to: hours::at_minute(to?) }))
    };
    Ok(rows.into_iter().filter_map(rests).collect())
}

/// How letters of a topic are to reach those of these people who chose another way than at once.
pub fn deliveries(
    r: &mut Read,
    these: &[PersonId],
    topic: Topic,
) -> Result<HashMap<PersonId, Delivery>, Problem> {
    let rows: Vec<(PersonId, Delivery)> = letter_topic_wishes::table
        .filter(letter_topic_wishes::person_id.eq_any(these.to_vec()))
        .filter(letter_topic_wishes::topic.eq(topic))
        .select((letter_topic_wishes::person_id, letter_topic_wishes::delivery))
        .load(r.conn())?;
    Ok(rows.into_iter().collect())
}

/// The zones these people live in.
pub fn zones(r: &mut Read, these: &[PersonId]) -> Result<HashMap<PersonId, ZoneName>, Problem> {
    let rows: Vec<(PersonId, ZoneName)> = people::table
        .filter(people::id.eq_any(these.to_vec()))
        .select((people::id, people::time_zone))
        .load(r.conn())?;
    Ok(rows.into_iter().collect())
}

/// Somebody who gets the letter of the day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reader {
    /// The address of now.
    pub address: String,
    /// The name.
    pub name: PersonName,
    /// The language of now.
    pub language: Language,
}

/// A person whose account is in use, as letters need them now.
pub fn reader(r: &mut Read, person: PersonId) -> Result<Option<Reader>, Problem> {
    type Row = (String, String, String, Option<String>, Language);
    let found: Option<Row> = people::table
        .filter(people::id.eq(person))
        .filter(people::deactivated_at.is_null())
        .select((people::email, people::surname, people::given_name, people::patronymic, people::language))
        .first(r.conn())
        .optional()?;
    Ok(found.map(|(address, surname, given_name, patronymic, language)| {
        let name = PersonName { surname, given_name, patronymic };
        Reader { address, name, language }
    }))
}
