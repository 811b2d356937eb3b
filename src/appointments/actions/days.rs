//! Consultations in people's days: calendars, feeds, and what awaits them.

use crate::appointments::store::bookings;
use crate::appointments::store::days::{self, Span};
use crate::appointments::store::slots::{self, SlotRow};
use crate::attendance::store::marks;
use crate::db::Read;
use crate::kernel::{Actor, AppointmentSlotId, EditionId, PersonId, PersonName, Problem};
use crate::web::paths;
use std::collections::HashMap;

/// A consultation in somebody's days.
#[derive(Debug, Clone)]
pub struct Held {
    /// The slot.
    pub slot: SlotRow,
    /// The edition's title.
    pub edition: String,
    /// Whether they hold it; else they have booked it.
    pub consults: bool,
    /// With whom: who comes, or who consults.
    pub with: Vec<PersonName>,
}

impl Held {
    /// Where it leads.
    pub fn path(&self) -> String {
        if self.consults { paths::appointment(self.slot.id) } else { paths::APPOINTMENTS.to_owned() }
    }
}

/// The consultations that the actor has booked, and those that they hold, booked or free, as they follow one another: five
/// queries at most. They hold them where they teach; what stood open in an edition that they left is no longer theirs.
///
/// # Errors
/// The database's.
pub fn own_days(r: &mut Read, actor: &Actor, span: Span) -> Result<Vec<Held>, Problem> {
    let person = actor.person_id()?;
    let booked = days::booked(r, &[person], span)?;
    let consultants: Vec<PersonId> = booked.iter().map(|(_, _, slot, _)| slot.consultant).collect();
    let names: HashMap<PersonId, PersonName> = if consultants.is_empty() {
        HashMap::new()
    } else {
        marks::names(r, &consultants)?.into_iter().collect()
    };
    let mut all: Vec<Held> = booked
        .into_iter()
        .map(|(_, _, slot, edition)| {
            let with = names.get(&slot.consultant).cloned().into_iter().collect();
            Held { slot, edition, consults: false, with }
        })
        .collect();
    if actor.is_trainer() {
        let mut kept = slots::standing(r, slots::Whose::Consultant(person), span)?;
        kept.retain(|(slot, _)| actor.roles.trainer_of.contains(&slot.edition));
        all.extend(with_people(r, kept)?);
        all.sort_by_key(|one| (one.slot.starts_at, one.slot.id));
    }
    Ok(all)
}

/// The consultations of an edition, booked or free, as they follow one another.
///
/// # Errors
/// The database's.
pub fn edition_days(r: &mut Read, id: EditionId, span: Span) -> Result<Vec<Held>, Problem> {
    let kept = slots::standing(r, slots::Whose::Edition(id), span)?;
    with_people(r, kept)
}

fn with_people(r: &mut Read, kept: Vec<(SlotRow, String)>) -> Result<Vec<Held>, Problem> {
    if kept.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<AppointmentSlotId> = kept.iter().map(|(slot, _)| slot.id).collect();
    let mut people: HashMap<AppointmentSlotId, Vec<PersonName>> = HashMap::new();
    for one in bookings::of_slots(r, &ids)? {
        if one.row.ended_at.is_none() && !one.withdrawn {
            people.entry(one.row.slot).or_default().push(one.name);
        }
    }
    let held = |(slot, edition): (SlotRow, String)| {
        let with = people.remove(&slot.id).unwrap_or_default();
        Held { slot, edition, consults: true, with }
    };
    Ok(kept.into_iter().map(held).collect())
}
