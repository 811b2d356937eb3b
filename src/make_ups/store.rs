//! Rows of make-ups, and the sessions that can make up for another.

use super::rules::NewMakeUp;
use crate::attendance::rules::SessionMode;
pub use crate::attendance::store::made_up::{MAKE_UP, MakeUpRow};
use crate::db::schema::{editions, make_ups, sessions};
use crate::db::{Read, Write};
use crate::kernel::{
    ActivityId, EditionId, EnrolmentId, MakeUpId, Moment, OrganisationId, PersonId, Problem, SessionId,
};
use crate::programmes::rules::words::DeliveryMode;
use chrono::{NaiveDate, NaiveTime};
use diesel::prelude::*;

/// A session of the same activity, with the title of its edition.
#[derive(Debug, Clone, Queryable)]
pub struct HeldRow {
    /// The session.
    pub id: SessionId,
    /// The edition.
    pub edition_id: EditionId,
    /// Its title.
    pub edition: String,
    /// On which day, by its wall.
    pub held_on: NaiveDate,
    /// From when.
    pub starts_local: NaiveTime,
    /// The instant it starts.
    pub starts_at: Moment,
    /// The instant it ends.
    pub ends_at: Moment,
    /// In a room, by a link, or both.
    pub mode: SessionMode,
}

/// Every session of an activity in an organisation's editions that was not cancelled, edition by edition as they follow
/// one another. An activity belongs to one version of a programme.
pub fn held(
    r: &mut Read,
    activity: ActivityId,
    organisation: OrganisationId,
) -> Result<Vec<HeldRow>, Problem> {
    Ok(sessions::table
        .inner_join(editions::table)
        .filter(sessions::activity_id.eq(activity))
        .filter(editions::organisation_id.eq(organisation))
        .filter(sessions::cancelled_at.is_null())
        .order((sessions::edition_id, sessions::starts_at, sessions::id))
        .select((
            sessions::id,
            sessions::edition_id,
            editions::title,
            sessions::held_on,
            sessions::starts_local,
            sessions::starts_at,
            sessions::ends_at,
            sessions::mode,
        ))
        .load(r.conn())?)
}

/// Sessions that make-ups name, whatever became of them.
pub fn named(r: &mut Read, ids: &[SessionId]) -> Result<Vec<HeldRow>, Problem> {
    Ok(sessions::table
        .inner_join(editions::table)
        .filter(sessions::id.eq_any(ids.to_vec()))
        .select((
            sessions::id,
            sessions::edition_id,
            editions::title,
            sessions::held_on,
            sessions::starts_local,
            sessions::starts_at,
            sessions::ends_at,
            sessions::mode,
        ))
        .load(r.conn())?)
}

/// The make-ups of somebody that hold, of whatever session.
pub fn standing(r: &mut Read, who: EnrolmentId) -> Result<Vec<MakeUpRow>, Problem> {
    Ok(make_ups::table
        .filter(make_ups::enrolment_id.eq(who))
        .filter(make_ups::withdrawn_at.is_null())
        .order(make_ups::id)
        .select(MAKE_UP)
        .load(r.conn())?)
}

/// One make-up of a session.
pub fn one(r: &mut Read, session: SessionId, id: MakeUpId) -> Result<Option<MakeUpRow>, Problem> {
    Ok(make_ups::table
        .filter(make_ups::id.eq(id))
        .filter(make_ups::session_id.eq(session))
        .select(MAKE_UP)
        .first(r.conn())
        .optional()?)
}

/// Writes a make-up down, worth nothing until it is settled.
pub fn insert(
    w: &mut Write,
    session: SessionId,
    new: &NewMakeUp,
    (made_on, mode): (NaiveDate, DeliveryMode),
    (by, now): (Option<PersonId>, Moment),
) -> Result<MakeUpId, Problem> {
    Ok(diesel::insert_into(make_ups::table)
        .values((
            make_ups::enrolment_id.eq(new.enrolment),
            make_ups::session_id.eq(session),
            make_ups::form.eq(new.form),
            make_ups::held_session_id.eq(new.held_session),
            make_ups::made_on.eq(made_on),
            make_ups::mode.eq(mode),
            make_ups::minutes.eq(new.minutes),
            make_ups::credited.eq(0),
            make_ups::note.eq(new.note.clone()),
            make_ups::entered_at.eq(now),
            make_ups::entered_by.eq(by),
        ))
        .returning(make_ups::id)
        .get_result(w.conn())?)
}

/// Takes a make-up back.
pub fn withdraw(
    w: &mut Write,
    id: MakeUpId,
    reason: &str,
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    diesel::update(make_ups::table.filter(make_ups::id.eq(id)))
        .set((
            make_ups::withdrawn_at.eq(now),
            make_ups::withdrawn_by.eq(by),
            make_ups::withdrawal_reason.eq(reason),
        ))
        .execute(w.conn())?;
    Ok(())
}
