//! Times that are kept free for consultations.

mod consultants;

pub use consultants::{consults, trainers};

use crate::appointments::rules::{Hour, Opening, Slot};
use crate::attendance::rules::{Booking, SessionMode};
use crate::db::schema::{appointment_slots as rows, editions, enrolments};
use crate::db::{Read, Write};
use crate::editions::store::{EDITION, EditionRow};
use crate::kernel::{
    ActivityId, AppointmentSlotId, EditionId, EnrolmentId, Minutes, Moment, PersonId, Problem, ZoneName,
};
use chrono::{NaiveDate, NaiveTime};
use diesel::prelude::*;

/// A slot.
#[derive(Debug, Clone, Queryable)]
pub struct SlotRow {
    /// The slot.
    pub id: AppointmentSlotId,
    /// Of which edition.
    pub edition: EditionId,
    /// Who consults.
    pub consultant: PersonId,
    /// On which day, by the wall of the edition.
    pub held_on: NaiveDate,
    /// From when, by the wall.
    pub starts_local: NaiveTime,
    /// Until when, by the wall.
    pub ends_local: NaiveTime,
    /// The zone of the wall.
    pub time_zone: ZoneName,
    /// The instant it starts.
    pub starts_at: Moment,
    /// The instant it ends.
    pub ends_at: Moment,
    /// For how many people.
    pub capacity: i32,
    /// In a room or by a link.
    pub mode: SessionMode,
    /// The room.
    pub place: Option<String>,
    /// The link.
    pub link: Option<String>,
    /// What it is about.
    pub topic: Option<String>,
    /// In which activity it counts, where it counts.
    pub activity: Option<ActivityId>,
    /// How much it counts.
    pub minutes: Option<Minutes>,
    /// Since when it is withdrawn.
    pub withdrawn_at: Option<Moment>,
    /// Why.
    pub withdrawal_reason: Option<String>,
}

impl SlotRow {
    /// What booking and cancelling are decided on.
    pub fn slot(&self) -> Slot {
        Slot {
            starts_at: self.starts_at,
            ends_at: self.ends_at,
            capacity: self.capacity,
            withdrawn: self.withdrawn_at.is_some(),
        }
    }
}

/// The columns of [`SlotRow`].
pub type SlotColumns = (
    rows::id,
    rows::edition_id,
    rows::consultant_id,
    rows::held_on,
    rows::starts_local,
    rows::ends_local,
    rows::time_zone,
    rows::starts_at,
    rows::ends_at,
    rows::capacity,
    rows::mode,
    rows::place,
    rows::link,
    rows::topic,
    rows::activity_id,
    rows::minutes,
    rows::withdrawn_at,
    rows::withdrawal_reason,
);

/// What [`SlotRow`] is read from.
pub const SLOT: SlotColumns = (
    rows::id,
    rows::edition_id,
    rows::consultant_id,
    rows::held_on,
    rows::starts_local,
    rows::ends_local,
    rows::time_zone,
    rows::starts_at,
    rows::ends_at,
    rows::capacity,
    rows::mode,
    rows::place,
    rows::link,
    rows::topic,
    rows::activity_id,
    rows::minutes,
    rows::withdrawn_at,
    rows::withdrawal_reason,
);

/// A slot with its edition.
pub fn slot(r: &mut Read, id: AppointmentSlotId) -> Result<Option<(SlotRow, EditionRow)>, Problem> {
    Ok(rows::table
        .inner_join(editions::table)
        .filter(rows::id.eq(id))
        .select((SLOT, EDITION))
        .first(r.conn())
        .optional()?)
}

/// The slots of an edition as they follow one another, the withdrawn ones too.
pub fn of_edition(r: &mut Read, edition: EditionId) -> Result<Vec<SlotRow>, Problem> {
    Ok(rows::table
        .filter(rows::edition_id.eq(edition))
        .order((rows::starts_at, rows::id))
        .select(SLOT)
        .load(r.conn())?)
}

/// Whose slots are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// Those of an edition.
    Edition(EditionId),
    /// Those of a consultant, in any edition.
    Consultant(PersonId),
}

/// The slots that share an instant with a span and were not withdrawn, with the title of their edition.
pub fn standing(
    r: &mut Read,
    whose: Whose,
    (from, to): (Moment, Moment),
) -> Result<Vec<(SlotRow, String)>, Problem> {
    let found = rows::table
        .inner_join(editions::table)
        .filter(rows::withdrawn_at.is_null())
        .filter(rows::starts_at.lt(to))
        .filter(rows::ends_at.gt(from))
        .order((rows::starts_at, rows::id))
        .select((SLOT, editions::title))
        .into_boxed();
    Ok(match whose {
        Whose::Edition(edition) => found.filter(rows::edition_id.eq(edition)).load(r.conn())?,
        Whose::Consultant(person) => found.filter(rows::consultant_id.eq(person)).load(r.conn())?,
    })
}

/// A slot that somebody may book, with their place in its edition.
#[derive(Debug, Clone, Queryable)]
pub struct Offered {
    /// The slot.
    pub slot: SlotRow,
    /// The edition's title.
    pub edition: String,
    /// The reader's place in it.
    pub enrolment: EnrolmentId,
}

/// What is ahead in the editions of a person that are not closed, free or not, with those who still consult there.
pub fn offered(r: &mut Read, person: PersonId, now: Moment) -> Result<Vec<Offered>, Problem> {
    let mut found: Vec<Offered> = rows::table
        .inner_join(editions::table)
        .inner_join(enrolments::table.on(enrolments::edition_id.eq(rows::edition_id)))
        .filter(enrolments::person_id.eq(person))
        .filter(enrolments::withdrawn_at.is_null())
        .filter(editions::closed_at.is_null())
        .filter(rows::withdrawn_at.is_null())
        .filter(rows::starts_at.gt(now))
        .order((rows::starts_at, rows::id))
        .select((SLOT, editions::title, enrolments::id))
        .load(r.conn())?;
    let editions: Vec<EditionId> = found.iter().map(|one| one.slot.edition).collect();
    let trainers = trainers(r, &editions)?;
    found.retain(|one| {
        let there = trainers.get(&one.slot.edition);
        there.is_some_and(|there| there.iter().any(|(person, _)| *person == one.slot.consultant))
    });
    Ok(found)
}

/// Opens a slot.
pub fn insert(
    w: &mut Write,
    (edition, zone): (EditionId, ZoneName),
    (opening, hour): (&Opening, &Hour),
    (by, now): (Option<PersonId>, Moment),
) -> Result<AppointmentSlotId, Problem> {
    let booking = opening.booking(hour);
    let (starts_at, ends_at) = booking.instants(zone);
    let counted = opening.counted;
    Ok(diesel::insert_into(rows::table)
        .values((
            (
                rows::edition_id.eq(edition),
                rows::consultant_id.eq(opening.consultant),
                rows::held_on.eq(hour.on),
                rows::starts_local.eq(hour.starts),
                rows::ends_local.eq(hour.ends),
                rows::time_zone.eq(zone),
                rows::starts_at.eq(starts_at),
                rows::ends_at.eq(ends_at),
            ),
            rows::capacity.eq(opening.capacity),
            rows::mode.eq(opening.mode),
            rows::place.eq(&booking.place),
            rows::link.eq(&booking.link),
            rows::topic.eq(&opening.topic),
            rows::activity_id.eq(counted.map(|one| one.activity)),
            rows::minutes.eq(counted.map(|one| one.minutes.unwrap_or_else(|| hour.length()))),
            rows::opened_at.eq(now),
            rows::opened_by.eq(by),
        ))
        .returning(rows::id)
        .get_result(w.conn())?)
}

/// Lets a slot be held otherwise.
pub fn update(
    w: &mut Write,
    id: AppointmentSlotId,
    zone: ZoneName,
    (opening, booking): (&Opening, &Booking),
) -> Result<(), Problem> {
    let (starts_at, ends_at) = booking.instants(zone);
    diesel::update(rows::table.filter(rows::id.eq(id)))
        .set((
            rows::held_on.eq(booking.held_on),
            rows::starts_local.eq(booking.starts),
            rows::ends_local.eq(booking.ends),
            rows::time_zone.eq(zone),
            rows::starts_at.eq(starts_at),
            rows::ends_at.eq(ends_at),
            rows::capacity.eq(opening.capacity),
            rows::mode.eq(booking.mode),
            rows::place.eq(&booking.place),
            rows::link.eq(&booking.link),
            rows::topic.eq(&opening.topic),
            rows::minutes.eq(opening.counted.and_then(|one| one.minutes)),
        ))
        .execute(w.conn())?;
    Ok(())
}

/// Withdraws a slot.
pub fn withdraw(
    w: &mut Write,
    id: AppointmentSlotId,
    reason: &str,
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    diesel::update(rows::table.filter(rows::id.eq(id)))
        .set((rows::withdrawn_at.eq(now), rows::withdrawn_by.eq(by), rows::withdrawal_reason.eq(reason)))
        .execute(w.conn())?;
    Ok(())
}
