//! The consultations of an edition as its trainers see them.

use super::taught_slot;
use crate::appointments::store::bookings::{self, Booked};
use crate::appointments::store::changes::{self, ChangeRow};
use crate::appointments::store::outcomes::{self, Note, Seen};
use crate::appointments::store::requests::{self, RequestRow};
use crate::appointments::store::settings;
use crate::appointments::store::slots::{self, SlotRow};
use crate::attendance::actions::{Setting, setting};
use crate::attendance::store::marks;
use crate::db::Read;
use crate::editions::store::EditionRow;
use crate::kernel::{
    Actor, AppointmentBookingId, AppointmentSlotId, EditionId, Localised, Moment, PersonId, PersonName,
    Problem,
};
use crate::programmes::store as programmes;
use std::collections::HashMap;

/// A booking with what is said of it.
#[derive(Debug, Clone)]
pub struct Seat {
    /// Whose it is.
    pub booked: Booked,
    /// Whether the person came; nothing before somebody has said so.
    pub came: Option<bool>,
    /// What came out of it.
    pub note: Option<Note>,
    /// Which words of these are the newest.
    pub seen: Seen,
}

/// A slot with its people.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The slot.
    pub slot: SlotRow,
    /// Who consults.
    pub consultant: Option<PersonName>,
    /// Who has a place.
    pub standing: Vec<Seat>,
    /// Who had one.
    pub ended: Vec<Seat>,
}

/// The consultations of an edition.
#[derive(Debug, Clone)]
pub struct Desk {
    /// The edition, its trainers, and what a consultation may count in.
    pub setting: Setting,
    /// Every slot, as they follow one another.
    pub entries: Vec<Entry>,
    /// The requests that wait, with the names.
    pub requests: Vec<(RequestRow, PersonName)>,
    /// The names of those who are asked.
    pub names: HashMap<PersonId, PersonName>,
    /// Until how many hours before their start consultations are cancelled.
    pub cancel_hours: i32,
}

/// The consultations of an edition with who has them, and the requests that wait: a fixed number of queries.
///
/// # Errors
/// `NotFound` for an edition of somebody else's.
pub fn desk(r: &mut Read, actor: &Actor, id: EditionId, now: Moment) -> Result<Desk, Problem> {
    let setting = setting(r, actor, id)?;
    let slots = slots::of_edition(r, id)?;
    let requests = requests::waiting(r, id, now)?;
    let consultants = slots.iter().map(|slot| slot.consultant);
    let mut people: Vec<PersonId> =
        consultants.chain(requests.iter().map(|(row, _)| row.consultant)).collect();
    people.sort_unstable();
    people.dedup();
    let names: HashMap<PersonId, PersonName> = marks::names(r, &people)?.into_iter().collect();
    let entries = entries(r, slots, &names)?;
    Ok(Desk { setting, entries, requests, names, cancel_hours: settings::cancel_hours(r, id)? })
}

fn entries(
    r: &mut Read,
    slots: Vec<SlotRow>,
    names: &HashMap<PersonId, PersonName>,
) -> Result<Vec<Entry>, Problem> {
    let ids: Vec<AppointmentSlotId> = slots.iter().map(|slot| slot.id).collect();
    let all = bookings::of_slots(r, &ids)?;
    let booked: Vec<AppointmentBookingId> = all.iter().map(|one| one.row.id).collect();
    let (came, mut notes) = (outcomes::mark_history(r, &booked)?, outcomes::note_history(r, &booked)?);
    let mut seats: HashMap<AppointmentSlotId, Vec<Seat>> = HashMap::new();
    for booked in all {
        let id = booked.row.id;
        let came = came.get(&id).and_then(|said| said.last()).copied();
        let note = notes.remove(&id).and_then(|mut said| said.pop());
        let seen = Seen {
            mark: came.map_or(0, |(number, _)| number),
            note: note.as_ref().map_or(0, |(number, _)| *number),
        };
        let note = note.map(|(_, note)| note).filter(|note| !note.words.is_empty());
        let seat = Seat { came: came.map(|(_, came)| came), note, seen, booked };
        seats.entry(seat.booked.row.slot).or_default().push(seat);
    }
    let stands = |seat: &Seat| seat.booked.row.ended_at.is_none() && !seat.booked.withdrawn;
    let entry = |slot: SlotRow| {
        let these = seats.remove(&slot.id).unwrap_or_default();
        let (standing, ended) = these.into_iter().partition(stands);
        Entry { consultant: names.get(&slot.consultant).cloned(), slot, standing, ended }
    };
    Ok(slots.into_iter().map(entry).collect())
}

/// One slot for the trainers of its edition.
#[derive(Debug, Clone)]
pub struct SlotView {
    /// The slot with its people.
    pub entry: Entry,
    /// The edition.
    pub edition: EditionRow,
    /// In which activity it counts.
    pub activity: Option<Localised>,
    /// What it was before each change, the first first, with who changed it.
    pub changes: Vec<(ChangeRow, Option<PersonName>)>,
}

/// A slot with everybody who has or had a place in it.
///
/// # Errors
/// `NotFound` for a slot of somebody else's.
pub fn slot(r: &mut Read, actor: &Actor, id: AppointmentSlotId) -> Result<SlotView, Problem> {
    let (slot, edition) = taught_slot(r, actor, id)?;
    let activity = match slot.activity {
        Some(wanted) => {
            let all = programmes::activities(r, edition.version_id)?;
            all.into_iter().find(|one| one.id == wanted).map(|one| one.title.0)
        }
        None => None,
    };
    let changed = changes::of_slot(r, id)?;
    let mut people: Vec<PersonId> = changed.iter().filter_map(|one| one.changed_by).collect();
    people.push(slot.consultant);
    let names: HashMap<PersonId, PersonName> = marks::names(r, &people)?.into_iter().collect();
    let by = |one: &ChangeRow| one.changed_by.and_then(|person| names.get(&person).cloned());
    let changes = changed.into_iter().map(|one| (by(&one), one)).map(|(by, one)| (one, by)).collect();
    let entry = entries(r, vec![slot], &names)?.pop().ok_or_else(Problem::not_found)?;
    Ok(SlotView { entry, edition, activity, changes })
}
