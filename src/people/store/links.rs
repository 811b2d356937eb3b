//! Rows of one-time links.

use super::super::Purpose;
use crate::db::schema::one_time_links;
use crate::db::{Read, Write};
use crate::kernel::{Moment, OneTimeLinkId, PersonId, Problem};
use diesel::prelude::*;

/// A link that can still be used.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct LinkRow {
    /// The link.
    pub id: OneTimeLinkId,
    /// Whose account it opens.
    pub person: PersonId,
    /// What for.
    pub purpose: Purpose,
}

/// Writes a link down.
pub fn insert(
    w: &mut Write,
    person: PersonId,
    purpose: Purpose,
    nonce: &str,
    now: Moment,
) -> Result<OneTimeLinkId, Problem> {
    Ok(diesel::insert_into(one_time_links::table)
        .values((
            one_time_links::person_id.eq(person),
            one_time_links::purpose.eq(purpose),
            one_time_links::nonce.eq(nonce),
            one_time_links::created_at.eq(now),
            one_time_links::expires_at.eq(purpose.ends_at(now)),
        ))
        .returning(one_time_links::id)
        .get_result(w.conn())?)
}

/// The link of a nonce, while it can be used.
pub fn open(r: &mut Read, nonce: &str, now: Moment) -> Result<Option<LinkRow>, Problem> {
    Ok(one_time_links::table
        .filter(one_time_links::nonce.eq(nonce))
        .filter(one_time_links::used_at.is_null())
        .filter(one_time_links::expires_at.gt(now))
        .select((one_time_links::id, one_time_links::person_id, one_time_links::purpose))
        .first(r.conn())
        .optional()?)
}

/// Uses a link up; `false` when somebody was faster.
pub fn use_up(w: &mut Write, link: OneTimeLinkId, now: Moment) -> Result<bool, Problem> {
    let used = diesel::update(
        one_time_links::table.filter(one_time_links::id.eq(link)).filter(one_time_links::used_at.is_null()),
    )
    .set(one_time_links::used_at.eq(now))
    .execute(w.conn())?;
    Ok(used > 0)
}

/// Ends every link of a person that could still be used.
pub fn end_all(w: &mut Write, person: PersonId, now: Moment) -> Result<(), Problem> {
    diesel::update(
        one_time_links::table
            .filter(one_time_links::person_id.eq(person))
            .filter(one_time_links::used_at.is_null())
            .filter(one_time_links::expires_at.gt(now)),
    )
    .set(one_time_links::expires_at.eq(now))
    .execute(w.conn())?;
    Ok(())
}

/// Ends the links of a person for one purpose that could still be used.
pub fn end_those_for(w: &mut Write, person: PersonId, purpose: Purpose, now: Moment) -> Result<(), Problem> {
    diesel::update(
        one_time_links::table
            .filter(one_time_links::person_id.eq(person))
            .filter(one_time_links::purpose.eq(purpose))
            .filter(one_time_links::used_at.is_null())
            .filter(one_time_links::expires_at.gt(now)),
    )
    .set(one_time_links::expires_at.eq(now))
    .execute(w.conn())?;
    Ok(())
}
