//! Letters that go together. A person has one open digest at most: the schema sees to it.

use crate::db::schema::{mail_digests, mails};
use crate::db::{Read, Write};
use crate::kernel::{MailDigestId, MailId, Moment, PersonId, Problem};
use diesel::prelude::*;

/// Letters of a person that go together.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct DigestRow {
    /// The digest.
    pub id: MailDigestId,
    /// Whose letters they are.
    pub person: PersonId,
    /// When they go.
    pub due_at: Moment,
    /// When they were put together.
    pub closed_at: Option<Moment>,
    /// The letter they became; none where nothing in them was news.
    pub mail: Option<MailId>,
}

const DIGEST: (
    mail_digests::id,
    mail_digests::person_id,
    mail_digests::due_at,
    mail_digests::closed_at,
    mail_digests::mail_id,
) = (
    mail_digests::id,
    mail_digests::person_id,
    mail_digests::due_at,
    mail_digests::closed_at,
    mail_digests::mail_id,
);

/// The digest of a person that still gathers.
pub fn open(r: &mut Read, person: PersonId) -> Result<Option<MailDigestId>, Problem> {
    Ok(mail_digests::table
        .filter(mail_digests::person_id.eq(person))
        .filter(mail_digests::closed_at.is_null())
        .select(mail_digests::id)
        .first(r.conn())
        .optional()?)
}

/// Opens one that goes at a moment.
pub fn insert(w: &mut Write, person: PersonId, due_at: Moment, now: Moment) -> Result<MailDigestId, Problem> {
    Ok(diesel::insert_into(mail_digests::table)
        .values((
            mail_digests::person_id.eq(person),
            mail_digests::due_at.eq(due_at),
            mail_digests::opened_at.eq(now),
        ))
        .returning(mail_digests::id)
        .get_result(w.conn())?)
}

/// A digest.
pub fn find(r: &mut Read, id: MailDigestId) -> Result<Option<DigestRow>, Problem> {
    Ok(mail_digests::table.filter(mail_digests::id.eq(id)).select(DIGEST).first(r.conn()).optional()?)
}

/// These digests.
pub fn among(r: &mut Read, ids: &[MailDigestId]) -> Result<Vec<DigestRow>, Problem> {
    Ok(mail_digests::table.filter(mail_digests::id.eq_any(ids.to_vec())).select(DIGEST).load(r.conn())?)
}

/// Puts a letter in.
pub fn put_in(w: &mut Write, mail: MailId, digest: MailDigestId) -> Result<(), Problem> {
    diesel::update(mails::table.filter(mails::id.eq(mail)))
        .set(mails::digest_id.eq(digest))
        .execute(w.conn())?;
    Ok(())
}

/// A letter of a digest.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Gathered {
    /// The letter.
    pub id: MailId,
    /// Which letter it is.
    pub name: String,
    /// Its subject.
    pub subject: String,
    /// Its text.
    pub text: String,
    /// When its person opened it on the site.
    pub read_at: Option<Moment>,
}

/// The letters of a digest in the order they were written.
pub fn letters(r: &mut Read, digest: MailDigestId) -> Result<Vec<Gathered>, Problem> {
    Ok(mails::table
        .filter(mails::digest_id.eq(digest))
        .order(mails::id)
        .select((mails::id, mails::name, mails::subject, mails::body_text, mails::read_at))
        .load(r.conn())?)
}

/// Notes that a digest was put together, and the letter it became.
pub fn close(w: &mut Write, digest: MailDigestId, mail: Option<MailId>, now: Moment) -> Result<(), Problem> {
    diesel::update(mail_digests::table.filter(mail_digests::id.eq(digest)))
        .set((mail_digests::closed_at.eq(now), mail_digests::mail_id.eq(mail)))
        .execute(w.conn())?;
    Ok(())
}

/// Notes that the letter went which a digest became, and with it all that it tells of.
pub fn set_sent(w: &mut Write, mail: MailId, now: Moment) -> Result<(), Problem> {
    let digest: Option<MailDigestId> = mail_digests::table
        .filter(mail_digests::mail_id.eq(mail))
        .select(mail_digests::id)
        .first(w.conn())
        .optional()?;
    let Some(digest) = digest else { return Ok(()) };
    diesel::update(mails::table.filter(mails::digest_id.eq(digest)).filter(mails::kept_at.is_null()))
        .set(mails::sent_at.eq(now))
        .execute(w.conn())?;
    Ok(())
}
