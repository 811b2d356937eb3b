//! Who has which place of a consultation.

use super::slots::{SLOT, SlotRow};
use crate::db::schema::{appointment_bookings as rows, appointment_slots, editions, enrolments, people};
use crate::db::{Read, Write};
use crate::kernel::{
    AppointmentBookingId, AppointmentSlotId, EnrolmentId, Moment, PersonId, PersonName, Problem,
};
use diesel::dsl::count_star;
use diesel::prelude::*;
use diesel::result::{DatabaseErrorKind, Error};
use std::collections::HashMap;

/// A booking.
#[derive(Debug, Clone, Queryable)]
pub struct BookingRow {
    /// The booking.
    pub id: AppointmentBookingId,
    /// Of which slot.
    pub slot: AppointmentSlotId,
    /// Whose.
    pub enrolment: EnrolmentId,
    /// Which place of the slot, from 1.
    pub seat: i32,
    /// What is asked.
    pub question: Option<String>,
    /// Since when.
    pub booked_at: Moment,
    /// Since when it is over.
    pub ended_at: Option<Moment>,
    /// Who ended it; nobody when the person left the edition.
    pub ended_by: Option<PersonId>,
    /// Why it was ended by somebody else.
    pub end_reason: Option<String>,
}

type Columns = (
    rows::id,
    rows::slot_id,
    rows::enrolment_id,
    rows::seat,
    rows::question,
    rows::booked_at,
    rows::ended_at,
    rows::ended_by,
    rows::end_reason,
);

const BOOKING: Columns = (
    rows::id,
    rows::slot_id,
    rows::enrolment_id,
    rows::seat,
    rows::question,
    rows::booked_at,
    rows::ended_at,
    rows::ended_by,
    rows::end_reason,
);

/// How many people have a place in each of these slots, where anybody has.
pub fn taken(r: &mut Read, these: &[AppointmentSlotId]) -> Result<HashMap<AppointmentSlotId, i64>, Problem> {
    let counted: Vec<(AppointmentSlotId, i64)> = rows::table
        .inner_join(enrolments::table)
        .filter(rows::slot_id.eq_any(these.to_vec()))
        .filter(rows::ended_at.is_null())
        .filter(enrolments::withdrawn_at.is_null())
        .group_by(rows::slot_id)
        .select((rows::slot_id, count_star()))
        .load(r.conn())?;
    Ok(counted.into_iter().collect())
}

/// The places of a slot that are taken.
pub fn seats(r: &mut Read, slot: AppointmentSlotId) -> Result<Vec<i32>, Problem> {
    Ok(rows::table
        .filter(rows::slot_id.eq(slot))
        .filter(rows::ended_at.is_null())
        .select(rows::seat)
        .load(r.conn())?)
}

/// A booking with who made it.
#[derive(Debug, Clone)]
pub struct Booked {
    /// The booking.
    pub row: BookingRow,
    /// The person.
    pub person: PersonId,
    /// The name.
    pub name: PersonName,
    /// Whether the person has left the edition.
    pub withdrawn: bool,
}

/// Every booking of these slots, in the order they were made.
pub fn of_slots(r: &mut Read, these: &[AppointmentSlotId]) -> Result<Vec<Booked>, Problem> {
    type Who = (PersonId, Option<Moment>, String, String, Option<String>);
    let found: Vec<(BookingRow, Who)> = rows::table
        .inner_join(enrolments::table.inner_join(people::table.on(people::id.eq(enrolments::person_id))))
        .filter(rows::slot_id.eq_any(these.to_vec()))
        .order(rows::id)
        .select((
            BOOKING,
            (people::id, enrolments::withdrawn_at, people::surname, people::given_name, people::patronymic),
        ))
        .load(r.conn())?;
    let booked = |(row, (person, withdrawn_at, surname, given_name, patronymic)): (BookingRow, Who)| {
        let name = PersonName { surname, given_name, patronymic };
        Booked { row, person, name, withdrawn: withdrawn_at.is_some() }
    };
    Ok(found.into_iter().map(booked).collect())
}

/// A booking with its slot.
pub fn booking(
    r: &mut Read,
    id: AppointmentBookingId,
) -> Result<Option<(BookingRow, SlotRow, PersonId)>, Problem> {
    Ok(rows::table
        .inner_join(appointment_slots::table)
        .inner_join(enrolments::table)
        .filter(rows::id.eq(id))
        .filter(enrolments::withdrawn_at.is_null())
        .select((BOOKING, SLOT, enrolments::person_id))
        .first(r.conn())
        .optional()?)
}

/// The bookings of a person, the latest consultation first, with the edition's title.
pub fn of_person(r: &mut Read, person: PersonId) -> Result<Vec<(BookingRow, SlotRow, String)>, Problem> {
    Ok(rows::table
        .inner_join(appointment_slots::table.inner_join(editions::table))
        .inner_join(enrolments::table)
        .filter(enrolments::person_id.eq(person))
        .filter(enrolments::withdrawn_at.is_null())
        .order((appointment_slots::starts_at.desc(), rows::id.desc()))
        .select((BOOKING, SLOT, editions::title))
        .load(r.conn())?)
}

/// A booking about to be made.
#[derive(Debug, Clone, Copy)]
pub struct NewBooking<'a> {
    /// Of which slot.
    pub slot: AppointmentSlotId,
    /// Whose.
    pub enrolment: EnrolmentId,
    /// Which place.
    pub seat: i32,
    /// What is asked.
    pub question: Option<&'a str>,
    /// Which booking is given up for it.
    pub swapped_from: Option<AppointmentBookingId>,
}

/// Gives somebody a place. Where somebody else took it since it was looked for, the two collided: that is said as the
/// database says it of other collisions, so that the write is repeated and finds another place or none.
pub fn insert(
    w: &mut Write,
    new: &NewBooking<'_>,
    (by, now): (Option<PersonId>, Moment),
) -> Result<AppointmentBookingId, Problem> {
    let inserted = diesel::insert_into(rows::table)
        .values((
            rows::slot_id.eq(new.slot),
            rows::enrolment_id.eq(new.enrolment),
            rows::seat.eq(new.seat),
            rows::question.eq(new.question),
            rows::booked_at.eq(now),
            rows::booked_by.eq(by),
            rows::swapped_from.eq(new.swapped_from),
        ))
        .returning(rows::id)
        .get_result(w.conn());
    Ok(inserted.map_err(|error| match error {
        Error::DatabaseError(DatabaseErrorKind::UniqueViolation, said) => {
            Error::DatabaseError(DatabaseErrorKind::SerializationFailure, said)
        }
        other => other,
    })?)
}

/// Ends these bookings.
pub fn end(
    w: &mut Write,
    these: &[AppointmentBookingId],
    reason: Option<&str>,
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    diesel::update(rows::table.filter(rows::id.eq_any(these.to_vec())))
        .set((rows::ended_at.eq(now), rows::ended_by.eq(by), rows::end_reason.eq(reason)))
        .execute(w.conn())?;
    Ok(())
}

/// Ends what people have in a slot who have left the edition: their places are free again.
pub fn end_withdrawn(w: &mut Write, slot: AppointmentSlotId, now: Moment) -> Result<(), Problem> {
    let gone: Vec<AppointmentBookingId> = rows::table
        .inner_join(enrolments::table)
        .filter(rows::slot_id.eq(slot))
        .filter(rows::ended_at.is_null())
        .filter(enrolments::withdrawn_at.is_not_null())
        .select(rows::id)
        .load(w.conn())?;
    if gone.is_empty() { Ok(()) } else { end(w, &gone, None, (None, now)) }
}
