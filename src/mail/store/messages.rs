//! Letters as their person reads them on the site. Every query names the person: nobody reads another's.

use crate::db::schema::mails;
use crate::db::{Read, Write};
use crate::kernel::{Language, MailId, Moment, PersonId, Problem};
use diesel::prelude::*;

/// A letter among the messages of its person.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct MessageRow {
    /// The letter.
    pub id: MailId,
    /// Which letter it is.
    pub name: String,
    /// The language it was written in.
    pub language: Language,
    /// The subject.
    pub subject: String,
    /// The text.
    pub text: String,
    /// Since when it stands there; always there.
    pub shown_at: Option<Moment>,
    /// When the person opened it.
    pub read_at: Option<Moment>,
}

const MESSAGE: (
    mails::id,
    mails::name,
    mails::language,
    mails::subject,
    mails::body_text,
    mails::shown_at,
    mails::read_at,
) = (
    mails::id,
    mails::name,
    mails::language,
    mails::subject,
    mails::body_text,
    mails::shown_at,
    mails::read_at,
);

/// The messages of a person before a given one, the newest first.
pub fn of(
    r: &mut Read,
    person: PersonId,
    before: Option<MailId>,
    limit: i64,
) -> Result<Vec<MessageRow>, Problem> {
    let before = before.unwrap_or(MailId(i64::MAX));
    Ok(mails::table
        .filter(mails::person_id.eq(person))
        .filter(mails::shown_at.is_not_null())
        .filter(mails::id.lt(before))
        .order(mails::id.desc())
        .limit(limit)
        .select(MESSAGE)
        .load(r.conn())?)
}

/// A message of a person.
pub fn one(r: &mut Read, person: PersonId, id: MailId) -> Result<Option<MessageRow>, Problem> {
    Ok(mails::table
        .filter(mails::id.eq(id))
        .filter(mails::person_id.eq(person))
        .filter(mails::shown_at.is_not_null())
        .select(MESSAGE)
        .first(r.conn())
        .optional()?)
}

/// How many messages a person has not opened: counted in an index of those alone.
pub fn unread(r: &mut Read, person: PersonId) -> Result<i64, Problem> {
    Ok(mails::table
        .filter(mails::person_id.eq(person))
        .filter(mails::shown_at.is_not_null())
        .filter(mails::read_at.is_null())
        .count()
        .get_result(r.conn())?)
}

/// Notes that a person opened a message; the first time counts.
pub fn set_read(w: &mut Write, person: PersonId, id: MailId, now: Moment) -> Result<(), Problem> {
    diesel::update(
        mails::table
            .filter(mails::id.eq(id))
            .filter(mails::person_id.eq(person))
            .filter(mails::shown_at.is_not_null())
            .filter(mails::read_at.is_null()),
    )
    .set(mails::read_at.eq(now))
    .execute(w.conn())?;
    Ok(())
}

/// Notes that a person has seen their messages up to one of them; answers of how many that is news.
pub fn set_read_until(w: &mut Write, person: PersonId, until: MailId, now: Moment) -> Result<usize, Problem> {
    Ok(diesel::update(
        mails::table
            .filter(mails::person_id.eq(person))
            .filter(mails::shown_at.is_not_null())
            .filter(mails::read_at.is_null())
            .filter(mails::id.le(until)),
    )
    .set(mails::read_at.eq(now))
    .execute(w.conn())?)
}
