//! What a trainee does: booking a consultation, swapping it for another, cancelling it.

use super::{FIELD, clashes, letters, own_place, refused, require_open};
use crate::appointments::rules::Refusal;
use crate::appointments::rules::booking::{hours_for, in_time};
use crate::appointments::store::bookings::{self, BookingRow, NewBooking};
use crate::appointments::store::slots::{self, SlotRow};
use crate::appointments::store::{changes, settings};
use crate::audit;
use crate::db::{Read, Write};
use crate::editions::store::EditionRow;
use crate::kernel::{
    Actor, AppointmentBookingId, AppointmentSlotId, EnrolmentId, Fault, Moment, PersonId, Problem,
};
use serde_json::json;

/// Books a consultation for the actor. Who has a place in it already keeps it.
///
/// # Errors
/// `NotFound` for a slot of an edition that the actor does not learn in; `EditionClosed`; `Invalid`: withdrawn, begun,
/// taken, or something else at the same time, which is named.
pub fn book(
    w: &mut Write,
    actor: &Actor,
    id: AppointmentSlotId,
    question: Option<&str>,
    now: Moment,
) -> Result<AppointmentBookingId, Problem> {
    let (slot, edition) = slots::slot(w, id)?.ok_or_else(Problem::not_found)?;
    let enrolment = own_place(w, actor, edition.id)?;
    require_open(&edition)?;
    let known = bookings::of_slots(w, &[id])?;
    let own = known.iter().find(|one| one.row.enrolment == enrolment && one.row.ended_at.is_none());
    if let Some(own) = own {
        return Ok(own.row.id);
    }
    let wanted = Wanted { slot: &slot, enrolment, person: actor.person_id()?, question, swapped_from: None };
    let booking = put(w, actor, &wanted, now)?;
    letters::booked(w, (&slot, &edition), (wanted.person, question), now)?;
    Ok(booking)
}

/// A place that somebody wants.
pub(super) struct Wanted<'a> {
    pub(super) slot: &'a SlotRow,
    pub(super) enrolment: EnrolmentId,
    pub(super) person: PersonId,
    pub(super) question: Option<&'a str>,
    /// What is given up for it.
    pub(super) swapped_from: Option<AppointmentBookingId>,
}

/// Gives somebody a place, if there is one and nothing else is in the way. The database runs writes as if one after
/// another, and holds no two standing bookings of one place: of many who come at once one gets it.
pub(super) fn put(
    w: &mut Write,
    actor: &Actor,
    wanted: &Wanted<'_>,
    now: Moment,
) -> Result<AppointmentBookingId, Problem> {
    let slot = wanted.slot;
    bookings::end_withdrawn(w, slot.id, now)?;
    let taken = bookings::seats(w, slot.id)?;
    let seat = slot.slot().seat(&taken, now).map_err(|refusal| {
        let code = match refusal {
            Refusal::Withdrawn => "appointments-withdrawn",
            Refusal::Begun => "appointments-begun",
            Refusal::Full => "appointments-full",
        };
        refused(Fault::new(FIELD, code))
    })?;
    if !slots::consults(w, slot.edition, slot.consultant)? {
        return Err(refused(Fault::new(FIELD, "appointments-consultant-gone")));
    }
    let Wanted { enrolment, question, swapped_from, .. } = *wanted;
    let besides: Vec<AppointmentBookingId> = swapped_from.into_iter().collect();
    let span = (slot.starts_at, slot.ends_at);
    let found = clashes::at_the_time(w, (&[wanted.person], &besides), span, actor.language)?;
    if let Some((_, has)) = found.into_iter().next() {
        return Err(refused(has.own_fault(FIELD)));
    }
    let new = NewBooking { slot: slot.id, enrolment, seat, question, swapped_from };
    let id = bookings::insert(w, &new, (actor.person, now))?;
    let entry = audit::Entry {
        action: "appointment-booked",
        subject: ("appointment", slot.id.0),
        before: None,
        after: Some(json!({ "booking": id, "enrolment": enrolment, "swapped_from": swapped_from })),
    };
    audit::record(w, actor, now, entry)?;
    Ok(id)
}

/// Gives up one consultation for another of the same edition, both at once: where the new one cannot be had, the old one
/// stays.
///
/// # Errors
/// As [`book`] of the new one; `NotFound` for a booking of somebody else's; `Invalid` when it is over, when its time for
/// cancelling is, or when the new one is of another edition.
pub fn swap(
    w: &mut Write,
    actor: &Actor,
    (id, to): (AppointmentBookingId, AppointmentSlotId),
    now: Moment,
) -> Result<AppointmentBookingId, Problem> {
    let (old, from) = changeable(w, actor, id, now)?;
    let wrong = || refused(Fault::new("slot", "choose-one"));
    let found = slots::slot(w, to)?.filter(|(slot, _)| slot.edition == from.edition && slot.id != from.id);
    let (slot, edition) = found.ok_or_else(wrong)?;
    require_open(&edition)?;
    let question = old.question.as_deref();
    let (person, swapped_from) = (actor.person_id()?, Some(id));
    let wanted = Wanted { slot: &slot, enrolment: old.enrolment, person, question, swapped_from };
    let new = put(w, actor, &wanted, now)?;
    bookings::end(w, &[id], None, (actor.person, now))?;
    letters::swapped(w, ((&from, &slot), &edition), (person, question), now)?;
    Ok(new)
}

/// Cancels a consultation. Its place is free at once.
///
/// # Errors
/// `NotFound` for a booking of somebody else's; `Invalid` when it is over, or when the time for cancelling is.
pub fn cancel(w: &mut Write, actor: &Actor, id: AppointmentBookingId, now: Moment) -> Result<(), Problem> {
    let (old, slot) = changeable(w, actor, id, now)?;
    bookings::end(w, &[id], None, (actor.person, now))?;
    let before = Some(json!({ "booking": id, "enrolment": old.enrolment }));
    let subject = ("appointment", slot.id.0);
    audit::record(
        w,
        actor,
        now,
        audit::Entry { action: "appointment-cancelled", subject, before, after: None },
    )?;
    let (_, edition): (SlotRow, EditionRow) = slots::slot(w, slot.id)?.ok_or_else(Problem::not_found)?;
    letters::cancelled(w, (&slot, &edition), actor.person_id()?, now)
}

/// A booking of the actor's that may still be cancelled or swapped.
fn changeable(
    r: &mut Read,
    actor: &Actor,
    id: AppointmentBookingId,
    now: Moment,
) -> Result<(BookingRow, SlotRow), Problem> {
    let (row, slot, person) = bookings::booking(r, id)?.ok_or_else(Problem::not_found)?;
    if actor.person != Some(person) {
        return Err(Problem::not_found());
    }
    if row.ended_at.is_some() {
        return Err(refused(Fault::new(FIELD, "appointments-not-booked")));
    }
    let moved_at = changes::moved_at(r, &[slot.id])?.remove(&slot.id);
    let hours = hours_for(settings::cancel_hours(r, slot.edition)?, row.booked_at, moved_at);
    if !in_time(slot.starts_at, hours, now) {
        return Err(refused(Fault::new(FIELD, "appointments-too-late").with("hours", hours)));
    }
    Ok((row, slot))
}
