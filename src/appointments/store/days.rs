//! What people have at a time: consultations that they booked, and sessions of their editions.

use super::slots::{SLOT, SlotRow};
use crate::db::schema::{
    activities, appointment_bookings as bookings, appointment_slots, editions, enrolments, sessions,
};
use crate::db::{Json, Read};
use crate::kernel::{
    ActivityId, AppointmentBookingId, EditionId, EnrolmentId, Localised, Moment, PersonId, Problem, SessionId,
};
use chrono::{NaiveDate, NaiveTime};
use diesel::prelude::*;

/// From the first instant to the first one that is not meant.
pub type Span = (Moment, Moment);

/// The consultations that these people have booked and that share an instant with a span, in any edition, with its title.
pub fn booked(
    r: &mut Read,
    people: &[PersonId],
    (from, to): Span,
) -> Result<Vec<(PersonId, AppointmentBookingId, SlotRow, String)>, Problem> {
    Ok(bookings::table
        .inner_join(appointment_slots::table.inner_join(editions::table))
        .inner_join(enrolments::table)
        .filter(enrolments::person_id.eq_any(people.to_vec()))
        .filter(enrolments::withdrawn_at.is_null())
        .filter(bookings::ended_at.is_null())
        .filter(appointment_slots::starts_at.lt(to))
        .filter(appointment_slots::ends_at.gt(from))
        .order((appointment_slots::starts_at, bookings::id))
        .select((enrolments::person_id, bookings::id, SLOT, editions::title))
        .load(r.conn())?)
}

/// A session of a person's editions.
#[derive(Debug, Clone, Queryable)]
pub struct Met {
    /// The session.
    pub session: SessionId,
    /// Of which edition.
    pub edition: EditionId,
    /// What is taught.
    pub activity: ActivityId,
    /// Its title.
    pub title: Json<Localised>,
    /// The person's place in the edition.
    pub enrolment: EnrolmentId,
    /// On which day.
    pub held_on: NaiveDate,
    /// From when, by the wall.
    pub starts_local: NaiveTime,
    /// Until when, by the wall.
    pub ends_local: NaiveTime,
}

/// The sessions of these people's editions that share an instant with a span, not cancelled.
pub fn sessions_at(
    r: &mut Read,
    people: &[PersonId],
    (from, to): Span,
) -> Result<Vec<(PersonId, Met)>, Problem> {
    Ok(sessions::table
        .inner_join(activities::table)
        .inner_join(enrolments::table.on(enrolments::edition_id.eq(sessions::edition_id)))
        .filter(enrolments::person_id.eq_any(people.to_vec()))
        .filter(enrolments::withdrawn_at.is_null())
        .filter(sessions::cancelled_at.is_null())
        .filter(sessions::starts_at.lt(to))
        .filter(sessions::ends_at.gt(from))
        .order((sessions::starts_at, sessions::id))
        .select((
            enrolments::person_id,
            (
                sessions::id,
                sessions::edition_id,
                sessions::activity_id,
                activities::title,
                enrolments::id,
                sessions::held_on,
                sessions::starts_local,
                sessions::ends_local,
            ),
        ))
        .load(r.conn())?)
}
