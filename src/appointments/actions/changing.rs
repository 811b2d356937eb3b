//! Changing a consultation that was opened: another hour, another place, more places. Whoever has booked it is told.

use super::checking::{form_faults, lines_besides};
use super::{clashes, letters, refused, require_open, taught_slot};
use crate::appointments::rules::changing::{Change, capacity_fault, counted_after};
use crate::appointments::rules::{Counted, Opening};
use crate::appointments::store::bookings::{self, Booked};
use crate::appointments::store::slots::{self, SlotRow};
use crate::appointments::store::{changes, days::Span};
use crate::attendance::actions::{Setting, setting};
use crate::attendance::rules::Booking;
use crate::attendance::rules::booking::length;
use crate::audit;
use crate::db::{Read, Write};
use crate::editions::store::EditionRow;
use crate::kernel::{
    ActivityId, Actor, AppointmentBookingId, AppointmentSlotId, Fault, Language, Moment, PersonId,
    PersonName, Problem, dates,
};
use serde_json::json;
use std::collections::HashMap;

/// The field under which everything stands that is wrong with changing it at all.
pub const CHANGE: &str = "change";

/// Changes a consultation that has not begun. Everybody who has a place keeps it and is told of another time or place; at
/// another hour they may cancel it until it begins. What it said before is kept.
///
/// # Errors
/// `NotFound` for a slot of somebody else's; `EditionClosed`; `Invalid`: withdrawn, begun, fewer places than are taken, or
/// something else of the consultant, in the room or of somebody who has booked it at the time, which is named.
pub fn change(
    w: &mut Write,
    actor: &Actor,
    id: AppointmentSlotId,
    change: &Change,
    now: Moment,
) -> Result<(), Problem> {
    let (old, edition) = changeable(w, actor, id, now)?;
    let setting = setting(w, actor, edition.id)?;
    bookings::end_withdrawn(w, id, now)?;
    let mut standing = bookings::of_slots(w, &[id])?;
    standing.retain(|one| one.row.ended_at.is_none());
    let wanted = Wanted::new(&setting, &old, change);
    let faults = faults(w, (&setting, &wanted), (&old, &standing), (actor.language, now))?;
    if !faults.is_empty() {
        return Err(Problem::invalid(faults));
    }
    if !wanted.differs() {
        return Ok(());
    }
    changes::insert(w, &old, wanted.moved, (actor.person, now))?;
    slots::update(w, id, setting.edition.time_zone, (&wanted.opening, &wanted.booking))?;
    let entry = audit::Entry {
        action: "appointment-changed",
        subject: ("appointment", id.0),
        before: Some(said(&booking_of(&old), old.capacity)),
        after: Some(said(&wanted.booking, change.capacity)),
    };
    audit::record(w, actor, now, entry)?;
    if !wanted.concerns_people() {
        return Ok(());
    }
    let (new, _) = slots::slot(w, id)?.ok_or_else(Problem::not_found)?;
    let people: Vec<PersonId> = standing.iter().map(|one| one.person).collect();
    letters::changed(w, actor, ((&old, &new), &edition), &people, now)
}

/// A slot that may still be changed.
fn changeable(
    r: &mut Read,
    actor: &Actor,
    id: AppointmentSlotId,
    now: Moment,
) -> Result<(SlotRow, EditionRow), Problem> {
    let (slot, edition) = taught_slot(r, actor, id)?;
    require_open(&edition)?;
    if slot.withdrawn_at.is_some() {
        return Err(refused(Fault::new(CHANGE, "appointments-withdrawn")));
    }
    if now >= slot.starts_at {
        return Err(refused(Fault::new(CHANGE, "appointments-begun")));
    }
    Ok((slot, edition))
}

/// The consultation as it is to be, and in what that differs.
struct Wanted {
    opening: Opening,
    booking: Booking,
    span: Span,
    moved: bool,
    elsewhere: bool,
    about: bool,
    resized: bool,
}

impl Wanted {
    fn new(setting: &Setting, old: &SlotRow, change: &Change) -> Wanted {
        let hour = change.hour();
        let lasted = length(old.starts_at, old.ends_at);
        let counted = old.activity.zip(old.minutes).map(|(activity, minutes)| Counted {
            activity,
            minutes: Some(counted_after(minutes, lasted, hour.length())),
        });
        let opening = change.opening(old.consultant, counted);
        let booking = opening.booking(&hour);
        let span = booking.instants(setting.edition.time_zone);
        let held = (old.mode, &old.place, &old.link);
        Wanted {
            span,
            moved: span != (old.starts_at, old.ends_at),
            elsewhere: held != (booking.mode, &booking.place, &booking.link),
            about: old.topic != opening.topic,
            resized: old.capacity != opening.capacity,
            opening,
            booking,
        }
    }

    fn concerns_people(&self) -> bool {
        self.moved || self.elsewhere || self.about
    }

    fn differs(&self) -> bool {
        self.concerns_people() || self.resized
    }
}

/// Every fault at once. What stays at its hour and in its place is in nobody's way that it was not in before.
fn faults(
    r: &mut Read,
    (setting, wanted): (&Setting, &Wanted),
    (old, standing): (&SlotRow, &[Booked]),
    (reader, now): (Language, Moment),
) -> Result<Vec<Fault>, Problem> {
    let mut faults = form_faults(setting, &wanted.opening)?;
    let seats: Vec<i32> = standing.iter().map(|one| one.row.seat).collect();
    faults.extend(capacity_fault(wanted.opening.capacity, &seats));
    if !faults.is_empty() || !(wanted.moved || wanted.elsewhere) {
        return Ok(faults);
    }
    let lines = lines_besides(r, setting, &wanted.opening, Some(old.id), (reader, now))?;
    faults.extend(lines.into_iter().flat_map(|line| line.faults));
    if wanted.moved {
        faults.extend(busy_people(r, standing, wanted.span, reader)?);
    }
    Ok(faults)
}

/// What those have at the new hour who have booked it: one fault a person.
fn busy_people(
    r: &mut Read,
    standing: &[Booked],
    span: Span,
    reader: Language,
) -> Result<Vec<Fault>, Problem> {
    let people: Vec<PersonId> = standing.iter().map(|one| one.person).collect();
    let own: Vec<AppointmentBookingId> = standing.iter().map(|one| one.row.id).collect();
    let mut names: HashMap<PersonId, &PersonName> =
        standing.iter().map(|one| (one.person, &one.name)).collect();
    let found = clashes::at_the_time(r, (&people, &own), span, reader)?;
    // The name is taken with the first thing: one is enough to be in the way.
    let fault = |(person, has): (PersonId, clashes::Has)| {
        let name = names.remove(&person)?;
        Some(has.named_fault("starts", name.surname_and_initials()))
    };
    Ok(found.into_iter().filter_map(fault).collect())
}

/// What a slot stands for.
fn booking_of(slot: &SlotRow) -> Booking {
    Booking {
        activity: slot.activity.unwrap_or(ActivityId(0)),
        held_on: slot.held_on,
        starts: slot.starts_local,
        ends: slot.ends_local,
        mode: slot.mode,
        place: slot.place.clone(),
        link: slot.link.clone(),
        trainer: Some(slot.consultant),
    }
}

fn said(booking: &Booking, capacity: i32) -> serde_json::Value {
    json!({
        "held_on": booking.held_on,
        "starts": dates::time(booking.starts),
        "ends": dates::time(booking.ends),
        "mode": booking.mode,
        "place": booking.place,
        "link": booking.link,
        "capacity": capacity,
    })
}
