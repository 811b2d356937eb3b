//! Writing sessions down, moving and cancelling them.

use crate::attendance::rules::Booking;
use crate::db::Write;
use crate::db::schema::sessions;
use crate::editions::store::EditionRow;
use crate::kernel::{Moment, PersonId, Problem, SessionId, ZoneName};
use diesel::prelude::*;

/// Writes a session down.
pub fn insert(
    w: &mut Write,
    edition: &EditionRow,
    booking: &Booking,
    by: Option<PersonId>,
    now: Moment,
) -> Result<SessionId, Problem> {
    let (starts_at, ends_at) = booking.instants(edition.time_zone);
    Ok(diesel::insert_into(sessions::table)
        .values((
            sessions::edition_id.eq(edition.id),
            sessions::activity_id.eq(booking.activity),
            sessions::held_on.eq(booking.held_on),
            sessions::starts_local.eq(booking.starts),
            sessions::ends_local.eq(booking.ends),
            sessions::time_zone.eq(edition.time_zone),
            sessions::starts_at.eq(starts_at),
            sessions::ends_at.eq(ends_at),
            sessions::mode.eq(booking.mode),
            sessions::place.eq(&booking.place),
            sessions::link.eq(&booking.link),
            sessions::trainer_id.eq(booking.trainer),
            sessions::created_at.eq(now),
            sessions::created_by.eq(by),
        ))
        .returning(sessions::id)
        .get_result(w.conn())?)
}

/// Moves a session to another time, place or trainer.
pub fn update(w: &mut Write, id: SessionId, zone: ZoneName, booking: &Booking) -> Result<(), Problem> {
    let (starts_at, ends_at) = booking.instants(zone);
    diesel::update(sessions::table.filter(sessions::id.eq(id)))
        .set((
            sessions::activity_id.eq(booking.activity),
            sessions::held_on.eq(booking.held_on),
            sessions::starts_local.eq(booking.starts),
            sessions::ends_local.eq(booking.ends),
            sessions::time_zone.eq(zone),
            sessions::starts_at.eq(starts_at),
            sessions::ends_at.eq(ends_at),
            sessions::mode.eq(booking.mode),
            sessions::place.eq(&booking.place),
            sessions::link.eq(&booking.link),
            sessions::trainer_id.eq(booking.trainer),
        ))
        .execute(w.conn())?;
    Ok(())
}

/// Cancels a session.
pub fn cancel(w: &mut Write, id: SessionId, reason: &str, now: Moment) -> Result<(), Problem> {
    diesel::update(sessions::table.filter(sessions::id.eq(id)))
        .set((sessions::cancelled_at.eq(now), sessions::cancellation_reason.eq(reason)))
        .execute(w.conn())?;
    Ok(())
}
