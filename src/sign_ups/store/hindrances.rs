//! What people have at the time of a session that keeps them from it, and who was passed over because of that.

use crate::db::schema::{activities, enrolments, session_places, sessions, sign_up_passes, sign_ups};
use crate::db::{Json, Read, Write, each};
use crate::kernel::{
    ActivityId, EditionId, EnrolmentId, Localised, Moment, PersonId, Problem, SessionId, SignUpId,
};
use chrono::{NaiveDate, NaiveTime};
use diesel::prelude::*;

/// Another session for which somebody has signed up.
#[derive(Debug, Clone, Queryable)]
pub struct Other {
    /// Who.
    pub person: PersonId,
    /// Which session.
    pub session: SessionId,
    /// What is taught.
    pub title: Json<Localised>,
    /// On which day.
    pub held_on: NaiveDate,
    /// From when, by the wall.
    pub starts_local: NaiveTime,
    /// Until when, by the wall.
    pub ends_local: NaiveTime,
    /// The instant it starts.
    pub starts_at: Moment,
    /// The instant it ends.
    pub ends_at: Moment,
    /// Since when with a place; nothing for whoever waits for one.
    pub confirmed_at: Option<Moment>,
}

/// The other sessions for which people have signed up, that are held within a day around a moment: enough to find every
/// overlap, as no session is longer than a day. One query.
pub fn others(
    r: &mut Read,
    these: &[PersonId],
    (but, from, to): (SessionId, Moment, Moment),
) -> Result<Vec<Other>, Problem> {
    Ok(sign_ups::table
        .inner_join(enrolments::table)
        .inner_join(sessions::table.inner_join(activities::table))
        .inner_join(session_places::table.on(session_places::session_id.eq(sign_ups::session_id)))
        .filter(enrolments::person_id.eq_any(these.to_vec()))
        .filter(enrolments::withdrawn_at.is_null())
        .filter(sign_ups::ended_at.is_null())
        .filter(session_places::removed_at.is_null())
        .filter(sign_ups::session_id.ne(but))
        .filter(sessions::cancelled_at.is_null())
        .filter(sessions::starts_at.gt(from.plus_minutes(-24 * 60)))
        .filter(sessions::starts_at.lt(to))
        .order((sessions::starts_at, sessions::id))
        .select((
            enrolments::person_id,
            sessions::id,
            activities::title,
            sessions::held_on,
            sessions::starts_local,
            sessions::ends_local,
            sessions::starts_at,
            sessions::ends_at,
            sign_ups::confirmed_at,
        ))
        .load(r.conn())?)
}

/// Another session of an edition that somebody is enrolled in.
#[derive(Debug, Clone, Queryable)]
pub struct Nearby {
    /// Who.
    pub person: PersonId,
    /// Their enrolment.
    pub enrolment: EnrolmentId,
    /// Which session.
    pub session: SessionId,
    /// Of which edition.
    pub edition: EditionId,
    /// Of which activity.
    pub activity: ActivityId,
    /// What is taught.
    pub title: Json<Localised>,
    /// On which day.
    pub held_on: NaiveDate,
    /// From when, by the wall.
    pub starts_local: NaiveTime,
    /// Until when, by the wall.
    pub ends_local: NaiveTime,
    /// The instant it starts.
    pub starts_at: Moment,
    /// The instant it ends.
    pub ends_at: Moment,
}

/// The other sessions of the editions that people are enrolled in, within a day around a moment, asked of them or not. One
/// query.
pub fn nearby(
    r: &mut Read,
    these: &[PersonId],
    (but, from, to): (SessionId, Moment, Moment),
) -> Result<Vec<Nearby>, Problem> {
    Ok(sessions::table
        .inner_join(activities::table)
        .inner_join(enrolments::table.on(enrolments::edition_id.eq(sessions::edition_id)))
        .filter(enrolments::person_id.eq_any(these.to_vec()))
        .filter(enrolments::withdrawn_at.is_null())
        .filter(sessions::id.ne(but))
        .filter(sessions::cancelled_at.is_null())
        .filter(sessions::starts_at.gt(from.plus_minutes(-24 * 60)))
        .filter(sessions::starts_at.lt(to))
        .order((sessions::starts_at, sessions::id))
        .select((
            enrolments::person_id,
            enrolments::id,
            sessions::id,
            sessions::edition_id,
            sessions::activity_id,
            activities::title,
            sessions::held_on,
            sessions::starts_local,
            sessions::ends_local,
            sessions::starts_at,
            sessions::ends_at,
        ))
        .load(r.conn())?)
}

/// Somebody who waits for a place.
#[derive(Debug, Clone, Copy, Queryable)]
pub struct Waiting {
    /// The sign-up.
    pub id: SignUpId,
    /// Who.
    pub person: PersonId,
    /// Whether somebody else put them down, with a reason.
    pub admitted: bool,
}

/// Everybody who waits for a place in a session.
pub fn waiting(r: &mut Read, session: SessionId) -> Result<Vec<Waiting>, Problem> {
    Ok(sign_ups::table
        .inner_join(enrolments::table)
        .filter(sign_ups::session_id.eq(session))
        .filter(sign_ups::ended_at.is_null())
        .filter(sign_ups::confirmed_at.is_null())
        .order(sign_ups::id)
        .select((sign_ups::id, enrolments::person_id, sign_ups::reason.is_not_null()))
        .load(r.conn())?)
}

/// Writes down that somebody was passed over because of this; answers to whether that was never so before.
pub fn pass(w: &mut Write, id: SignUpId, hindrance: &str, now: Moment) -> Result<bool, Problem> {
    use sign_up_passes as rows;
    let said = (rows::sign_up_id.eq(id), rows::hindrance.eq(hindrance), rows::passed_at.eq(now));
    let insert = diesel::insert_into(rows::table).values(said);
    let fresh: usize = each!(w.conn(), c => {
        insert.on_conflict((rows::sign_up_id, rows::hindrance)).do_nothing().execute(c)?
    });
    Ok(fresh > 0)
}
