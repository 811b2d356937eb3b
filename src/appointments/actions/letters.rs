//! Letters about consultations, in the transaction of what they tell. Who wants invitations gets the event as well.

mod saying;

use self::saying::{Side, add, held, said};
use super::events::{self, Occasion};
use crate::appointments::rules::{Hour, Wish};
use crate::appointments::store::requests::RequestRow;
use crate::appointments::store::slots::{self, SlotRow};
use crate::appointments::store::{bookings, changes};
use crate::attendance::store::concerned::{self, Told};
use crate::db::{Read, Write};
use crate::editions::store::EditionRow;
use crate::kernel::{Actor, Moment, PersonId, Problem, dates};
use crate::mail::{self, Brought, Letter};
use crate::printing::calendars::Event;
use crate::web::paths;
use serde_json::json;

/// The two sides of a consultation, as far as they can be written to.
struct Sides {
    trainee: Option<Told>,
    consultant: Option<Told>,
    /// Whether the consultant still teaches there: else nobody writes to them.
    consults: bool,
}

impl Sides {
    fn load(r: &mut Read, trainee: PersonId, slot: &SlotRow) -> Result<Sides, Problem> {
        let told = concerned::these(r, &[trainee, slot.consultant])?;
        let of = |person| told.iter().find(|one: &&Told| one.person == person).cloned();
        let consults = slots::consults(r, slot.edition, slot.consultant)?;
        Ok(Sides { trainee: of(trainee), consultant: of(slot.consultant), consults })
    }

    /// Both with how the other is called.
    fn each(&self) -> impl Iterator<Item = (&Told, Side, String)> {
        let name = |told: &Option<Told>| told.as_ref().map(|one| one.name.full()).unwrap_or_default();
        let trainee = self.trainee.as_ref().map(|one| (one, Side::Trainee, name(&self.consultant)));
        let consultant = self
            .consultant
            .as_ref()
            .filter(|_| self.consults)
            .map(|one| (one, Side::Consultant, name(&self.trainee)));
        trainee.into_iter().chain(consultant)
    }
}

/// Tells both sides that a consultation is booked.
pub(super) fn booked(
    w: &mut Write,
    (slot, edition): (&SlotRow, &EditionRow),
    (person, question): (PersonId, Option<&str>),
    now: Moment,
) -> Result<(), Problem> {
    let sides = Sides::load(w, person, slot)?;
    for (told, side, other) in sides.each() {
        let mut data = said(slot, told, (side, &other));
        add(&mut data, "question", question);
        let letter = Letter { name: "appointment_booked", to: told.recipient(), data };
        send(w, (told, &letter), Some((slot, edition, false)), now)?;
    }
    Ok(())
}

/// Tells both sides that one consultation was given up for another. Calendars take the old one back by a letter of its own.
pub(super) fn swapped(
    w: &mut Write,
    ((from, to), edition): ((&SlotRow, &SlotRow), &EditionRow),
    (person, question): (PersonId, Option<&str>),
    now: Moment,
) -> Result<(), Problem> {
    let sides = Sides::load(w, person, to)?;
    for (told, side, other) in sides.each() {
        let mut data = said(to, told, (side, &other));
        add(&mut data, "question", question);
        if let Some(object) = data.as_object_mut() {
            object.insert("was".to_owned(), held(from, told.language, told.zone));
        }
        let letter = Letter { name: "appointment_swapped", to: told.recipient(), data };
        send(w, (told, &letter), Some((to, edition, false)), now)?;
    }
    let empty = is_empty(w, from)?;
    let old = Sides::load(w, person, from)?;
    for (told, side, other) in old.each() {
        // The same consultant was told of both; somebody else has a time free again and hears of it here.
        let news = side == Side::Consultant && from.consultant != to.consultant;
        let taken_back = told.invited && (side == Side::Trainee || empty);
        if news || taken_back {
            let letter = Letter {
                name: "appointment_cancelled",
                to: told.recipient(),
                data: said(from, told, (side, &other)),
            };
            let event = taken_back.then_some((from, edition, true));
            send(w, (told, &letter), event, now)?;
        }
    }
    Ok(())
}

/// Tells both sides that the trainee has cancelled. The consultant's calendar keeps what others still come to.
pub(super) fn cancelled(
    w: &mut Write,
    (slot, edition): (&SlotRow, &EditionRow),
    person: PersonId,
    now: Moment,
) -> Result<(), Problem> {
    let empty = is_empty(w, slot)?;
    let sides = Sides::load(w, person, slot)?;
    for (told, side, other) in sides.each() {
        let data = said(slot, told, (side, &other));
        let letter = Letter { name: "appointment_cancelled", to: told.recipient(), data };
        let event = (side == Side::Trainee || empty).then_some((slot, edition, true));
        send(w, (told, &letter), event, now)?;
    }
    Ok(())
}

/// Tells everybody who had a place, and a consultant who did not do it, that a slot was withdrawn, and why.
pub(super) fn withdrawn(
    w: &mut Write,
    actor: &Actor,
    (slot, edition): (&SlotRow, &EditionRow),
    (people, reason): (&[PersonId], &str),
    now: Moment,
) -> Result<(), Problem> {
    let mut all: Vec<PersonId> = people.to_vec();
    all.push(slot.consultant);
    let told = concerned::these(w, &all)?;
    let consults = slots::consults(w, slot.edition, slot.consultant)?;
    let consultant = told.iter().find(|one| one.person == slot.consultant);
    let consultant = consultant.map(|one| one.name.full()).unwrap_or_default();
    for one in &told {
        let side = if one.person == slot.consultant { Side::Consultant } else { Side::Trainee };
        let knows = actor.person == Some(one.person);
        if side == Side::Consultant && (!consults || people.is_empty() || (knows && !one.invited)) {
            continue;
        }
        let mut data = said(slot, one, (side, &consultant));
        add(&mut data, "reason", Some(reason));
        let letter = Letter { name: "appointment_withdrawn", to: one.recipient(), data };
        send(w, (one, &letter), Some((slot, edition, true)), now)?;
    }
    Ok(())
}

/// Tells everybody who has a place, and a consultant who did not do it, that a consultation is held otherwise. Calendars
/// take the new form over by its higher number.
pub(super) fn changed(
    w: &mut Write,
    actor: &Actor,
    ((old, new), edition): ((&SlotRow, &SlotRow), &EditionRow),
    people: &[PersonId],
    now: Moment,
) -> Result<(), Problem> {
    if people.is_empty() {
        return Ok(());
    }
    let mut all: Vec<PersonId> = people.to_vec();
    all.push(new.consultant);
    let told = concerned::these(w, &all)?;
    let consults = slots::consults(w, new.edition, new.consultant)?;
    let consultant = told.iter().find(|one| one.person == new.consultant);
    let consultant = consultant.map(|one| one.name.full()).unwrap_or_default();
    for one in &told {
        let side = if one.person == new.consultant { Side::Consultant } else { Side::Trainee };
        let knows = actor.person == Some(one.person);
        if side == Side::Consultant && (!consults || (knows && !one.invited)) {
            continue;
        }
        let mut data = said(new, one, (side, &consultant));
        if let Some(object) = data.as_object_mut() {
            object.insert("was".to_owned(), held(old, one.language, one.zone));
            object.insert("topic_changed".to_owned(), json!(old.topic != new.topic));
            object.insert("was_topic".to_owned(), json!(old.topic.clone().unwrap_or_default()));
        }
        let letter = Letter { name: "appointment_changed", to: one.recipient(), data };
        send(w, (one, &letter), Some((new, edition, false)), now)?;
    }
    Ok(())
}

/// Tells a consultant that somebody asks for a consultation.
pub(super) fn requested(
    w: &mut Write,
    (actor, edition): (&Actor, &EditionRow),
    (wish, hour): (&Wish, &Hour),
    now: Moment,
) -> Result<(), Problem> {
    for told in concerned::these(w, &[wish.consultant])? {
        let data = json!({
            "name": told.name.address(),
            "other": actor.name.full(),
            "when": super::wall(told.language, hour.on, (hour.starts, hour.ends)),
            "city": dates::zone_city(told.language, edition.time_zone),
            "question": wish.question,
            "path": paths::edition_appointments(edition.id),
        });
        mail::send(w, now, &Letter { name: "appointment_requested", to: told.recipient(), data })?;
    }
    Ok(())
}

/// Tells a trainee that a consultation that they asked for will not be, and why.
pub(super) fn declined(
    w: &mut Write,
    row: &RequestRow,
    (person, reason): (PersonId, &str),
    now: Moment,
) -> Result<(), Problem> {
    for told in concerned::these(w, &[person])? {
        let data = json!({
            "name": told.name.address(),
            "when": super::wall(told.language, row.held_on, (row.starts_local, row.ends_local)),
            "city": dates::zone_city(told.language, row.time_zone),
            "reason": reason,
            "path": paths::APPOINTMENTS,
        });
        mail::send(w, now, &Letter { name: "appointment_declined", to: told.recipient(), data })?;
    }
    Ok(())
}

fn is_empty(r: &mut Read, slot: &SlotRow) -> Result<bool, Problem> {
    Ok(bookings::seats(r, slot.id)?.is_empty())
}

/// Sends a letter, with the event for those who want invitations.
fn send(
    w: &mut Write,
    (told, letter): (&Told, &Letter),
    event: Option<(&SlotRow, &EditionRow, bool)>,
    now: Moment,
) -> Result<(), Problem> {
    match event.filter(|_| told.invited) {
        Some((slot, edition, cancels)) => {
            let revision = changes::revisions(w, &[slot.id])?.remove(&slot.id);
            let side = if told.person == slot.consultant { Side::Consultant } else { Side::Trainee };
            let occasion = Occasion {
                slot,
                edition: &edition.title,
                with: Vec::new(),
                revision: (revision.map_or(0, |(number, _)| number), now),
            };
            // A letter that takes an event back says so by its method.
            let event =
                Event { cancelled: false, ..events::event(&occasion, told.language, side.path(slot)) };
            mail::send_with(w, now, letter, &Brought { event, more: Vec::new(), cancels })?;
        }
        None => {
            mail::send(w, now, letter)?;
        }
    }
    Ok(())
}
