//! Addresses to which other programs' calendars subscribe. Of their secrets only the SHA-256 is kept.

use crate::db::schema::{calendar_feeds, editions};
use crate::db::{Read, Write};
use crate::kernel::{CalendarFeedId, EditionId, Moment, PersonId, Problem};
use diesel::prelude::*;

/// An address in force.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct FeedRow {
    /// The address.
    pub id: CalendarFeedId,
    /// Whose.
    pub person: PersonId,
    /// Of which edition; a person's own sessions where none is named.
    pub edition: Option<EditionId>,
    /// Since when it works.
    pub created_at: Moment,
}

const FEED: (
    calendar_feeds::id,
    calendar_feeds::person_id,
    calendar_feeds::edition_id,
    calendar_feeds::created_at,
) = (calendar_feeds::id, calendar_feeds::person_id, calendar_feeds::edition_id, calendar_feeds::created_at);

/// The address of a secret, while it is in force.
pub fn by_hash(r: &mut Read, token_hash: &str) -> Result<Option<FeedRow>, Problem> {
    Ok(calendar_feeds::table
        .filter(calendar_feeds::token_hash.eq(token_hash))
        .filter(calendar_feeds::revoked_at.is_null())
        .select(FEED)
        .first(r.conn())
        .optional()?)
}

/// The addresses of a person that are in force, with the titles of their editions.
pub fn of_person(r: &mut Read, person: PersonId) -> Result<Vec<(FeedRow, Option<String>)>, Problem> {
    Ok(calendar_feeds::table
        .left_join(editions::table)
        .filter(calendar_feeds::person_id.eq(person))
        .filter(calendar_feeds::revoked_at.is_null())
        .order(calendar_feeds::id)
        .select((FEED, editions::title.nullable()))
        .load(r.conn())?)
}

/// Writes an address down.
pub fn insert(
    w: &mut Write,
    (person, edition): (PersonId, Option<EditionId>),
    token_hash: &str,
    now: Moment,
) -> Result<CalendarFeedId, Problem> {
    Ok(diesel::insert_into(calendar_feeds::table)
        .values((
            calendar_feeds::person_id.eq(person),
            calendar_feeds::edition_id.eq(edition),
            calendar_feeds::token_hash.eq(token_hash),
            calendar_feeds::created_at.eq(now),
        ))
        .returning(calendar_feeds::id)
        .get_result(w.conn())?)
}

/// Takes an address of a person back; `false` when it is none of theirs, or was taken back before.
pub fn revoke(w: &mut Write, person: PersonId, feed: CalendarFeedId, now: Moment) -> Result<bool, Problem> {
    let ended = diesel::update(
        calendar_feeds::table
            .filter(calendar_feeds::id.eq(feed))
            .filter(calendar_feeds::person_id.eq(person))
            .filter(calendar_feeds::revoked_at.is_null()),
    )
    .set(calendar_feeds::revoked_at.eq(now))
    .execute(w.conn())?;
    Ok(ended > 0)
}

/// The titles of editions, the newest first.
pub fn titles(r: &mut Read, these: &[EditionId]) -> Result<Vec<(EditionId, String)>, Problem> {
    Ok(editions::table
        .filter(editions::id.eq_any(these.to_vec()))
        .order((editions::starts_on.desc(), editions::id.desc()))
        .select((editions::id, editions::title))
        .load(r.conn())?)
}
