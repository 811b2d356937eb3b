//! What a trainee does: booking a consultation, swapping it for another, cancelling it.

use super::{FIELD, letters, own_place, refused, require_open, wall};
use crate::appointments::rules::Refusal;
use crate::appointments::rules::booking::in_time;
use crate::appointments::store::bookings::{self, BookingRow, NewBooking};
use crate::appointments::store::settings;
use crate::appointments::store::slots::{self, SlotRow};
use crate::attendance::rules::Standing;
use crate::attendance::store::beforehand;
use crate::audit;
use crate::db::{Read, Write};
use crate::editions::store::EditionRow;
use crate::kernel::{
    Actor, AppointmentBookingId, AppointmentSlotId, EnrolmentId, Fault, Language, Moment, PersonId, Problem,
    SessionId,
};
use crate::progress::store::assignment::{self, Among};
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
    if let Some(fault) = clash(w, wanted, actor.language)? {
        return Err(refused(fault));
    }
    let Wanted { enrolment, question, swapped_from, .. } = *wanted;
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

/// What else the person has at the time: another consultation, or a session of theirs. Nobody is at two places at once.
fn clash(r: &mut Read, wanted: &Wanted<'_>, reader: Language) -> Result<Option<Fault>, Problem> {
    let span = (wanted.slot.starts_at, wanted.slot.ends_at);
    let others = bookings::at_the_time(r, wanted.person, span)?;
    let other = others.iter().find(|(id, _)| Some(*id) != wanted.swapped_from);
    if let Some((_, row)) = other {
        let when = wall(reader, row.held_on, (row.starts_local, row.ends_local));
        return Ok(Some(Fault::new(FIELD, "appointments-clash").with("when", when)));
    }
    session_clash(r, wanted.person, span, reader)
}

fn session_clash(
    r: &mut Read,
    person: PersonId,
    span: (Moment, Moment),
    reader: Language,
) -> Result<Option<Fault>, Problem> {
    let mut met = bookings::sessions_at(r, person, span)?;
    if met.is_empty() {
        return Ok(None);
    }
    let outside = assignment::outside(r, Among::Person(person))?;
    met.retain(|one| !outside.contains(one.edition, one.activity, one.enrolment));
    let ids: Vec<_> = met.iter().map(|one| one.session).collect();
    let places = beforehand::taken(r, &ids)?;
    let standings = beforehand::own(r, person)?;
    // Where one signs up, a session is only of those who have a place.
    let asked = |id: &SessionId| !places.contains_key(id) || standings.get(id) == Some(&Standing::Confirmed);
    Ok(met.iter().find(|one| asked(&one.session)).map(|one| {
        let when = wall(reader, one.held_on, (one.starts_local, one.ends_local));
        let title = one.title.0.for_reader(reader);
        Fault::new(FIELD, "appointments-session-clash").with("title", title).with("when", when)
    }))
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
    let hours = settings::cancel_hours(r, slot.edition)?;
    if !in_time(slot.starts_at, hours, now) {
        return Err(refused(Fault::new(FIELD, "appointments-too-late").with("hours", hours)));
    }
    Ok((row, slot))
}
