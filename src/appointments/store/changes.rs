//! How consultations were to be held before they were changed.

use super::slots::SlotRow;
use crate::attendance::rules::SessionMode;
use crate::db::schema::{appointment_bookings, appointment_changes as rows};
use crate::db::{Read, Write};
use crate::kernel::{AppointmentSlotId, Moment, PersonId, Problem};
use chrono::{NaiveDate, NaiveTime};
use diesel::prelude::*;
use std::collections::HashMap;

/// What a consultation was before it was changed.
#[derive(Debug, Clone, Queryable)]
pub struct ChangeRow {
    /// On which day, by the wall of the edition.
    pub held_on: NaiveDate,
    /// From when.
    pub starts_local: NaiveTime,
    /// Until when.
    pub ends_local: NaiveTime,
    /// For how many people.
    pub capacity: i32,
    /// In a room or by a link.
    pub mode: SessionMode,
    /// The room.
    pub place: Option<String>,
    /// The link.
    pub link: Option<String>,
    /// What it was about.
    pub topic: Option<String>,
    /// When it was changed.
    pub changed_at: Moment,
    /// By whom.
    pub changed_by: Option<PersonId>,
}

/// What a consultation was before each change, the first first.
pub fn of_slot(r: &mut Read, slot: AppointmentSlotId) -> Result<Vec<ChangeRow>, Problem> {
    Ok(rows::table
        .filter(rows::slot_id.eq(slot))
        .order(rows::id)
        .select((
            rows::held_on,
            rows::starts_local,
            rows::ends_local,
            rows::capacity,
            rows::mode,
            rows::place,
            rows::link,
            rows::topic,
            rows::changed_at,
            rows::changed_by,
        ))
        .load(r.conn())?)
}

/// When each of these slots was last put at another hour, where it was.
pub fn moved_at(
    r: &mut Read,
    these: &[AppointmentSlotId],
) -> Result<HashMap<AppointmentSlotId, Moment>, Problem> {
    let found: Vec<(AppointmentSlotId, Moment)> = rows::table
        .filter(rows::slot_id.eq_any(these.to_vec()))
        .filter(rows::moved.eq(true))
        .order(rows::id)
        .select((rows::slot_id, rows::changed_at))
        .load(r.conn())?;
    Ok(found.into_iter().collect())
}

/// Keeps what a slot says, before it is changed.
pub fn insert(
    w: &mut Write,
    old: &SlotRow,
    moved: bool,
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    diesel::insert_into(rows::table)
        .values((
            rows::slot_id.eq(old.id),
            (
                rows::held_on.eq(old.held_on),
                rows::starts_local.eq(old.starts_local),
                rows::ends_local.eq(old.ends_local),
            ),
            rows::capacity.eq(old.capacity),
            rows::mode.eq(old.mode),
            rows::place.eq(&old.place),
            rows::link.eq(&old.link),
            rows::topic.eq(&old.topic),
            rows::minutes.eq(old.minutes),
            rows::moved.eq(moved),
            rows::changed_at.eq(now),
            rows::changed_by.eq(by),
        ))
        .execute(w.conn())?;
    Ok(())
}

/// Which form of a slot's event this is, and since when: of two events, calendars take over the one with the higher number.
/// Every booking, every end of one and every change counts. Slots without any are left out.
pub fn revisions(
    r: &mut Read,
    these: &[AppointmentSlotId],
) -> Result<HashMap<AppointmentSlotId, (i32, Moment)>, Problem> {
    use appointment_bookings as bookings;
    let booked: Vec<(AppointmentSlotId, Moment, Option<Moment>)> = bookings::table
        .filter(bookings::slot_id.eq_any(these.to_vec()))
        .select((bookings::slot_id, bookings::booked_at, bookings::ended_at))
        .load(r.conn())?;
    let changed: Vec<(AppointmentSlotId, Moment)> = rows::table
        .filter(rows::slot_id.eq_any(these.to_vec()))
        .select((rows::slot_id, rows::changed_at))
        .load(r.conn())?;
    let of_bookings = booked
        .into_iter()
        .flat_map(|(slot, from, until)| [Some(from), until].into_iter().flatten().map(move |at| (slot, at)));
    let mut revisions: HashMap<AppointmentSlotId, (i32, Moment)> = HashMap::new();
    for (slot, at) in of_bookings.chain(changed) {
        let (number, last) = revisions.entry(slot).or_insert((0, at));
        *number += 1;
        *last = at.max(*last);
    }
    Ok(revisions)
}
