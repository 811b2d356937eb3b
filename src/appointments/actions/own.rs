//! Consultations as a trainee has them: one's own, those that are free, and what one has asked for.

use crate::appointments::rules::booking::{USUAL_CANCEL_HOURS, cancel_by, hours_for, in_time};
use crate::appointments::store::bookings::{self, BookingRow};
use crate::appointments::store::outcomes::{self, Note};
use crate::appointments::store::requests::{self, RequestRow};
use crate::appointments::store::slots::{self, Offered, SlotRow};
use crate::appointments::store::{changes, settings};
use crate::attendance::store::marks;
use crate::db::Read;
use crate::kernel::{Actor, AppointmentSlotId, EditionId, Moment, PersonId, PersonName, Problem, ZoneName};
use crate::progress::store as progress;
use std::collections::{HashMap, HashSet};

/// One's own booking.
#[derive(Debug, Clone)]
pub struct OwnBooking {
    /// The booking.
    pub row: BookingRow,
    /// Its slot.
    pub slot: SlotRow,
    /// The edition's title.
    pub edition: String,
    /// Who consults.
    pub consultant: Option<PersonName>,
    /// The first instant at which it is not cancelled any more.
    pub cancel_by: Moment,
    /// Whether it may be cancelled or swapped now.
    pub can_change: bool,
    /// Whether one came.
    pub came: Option<bool>,
    /// What came out of it, where the trainee is to see it.
    pub note: Option<String>,
}

/// A consultation that is free.
#[derive(Debug, Clone)]
pub struct Free {
    /// The slot with the reader's place in its edition.
    pub offered: Offered,
    /// Who consults.
    pub consultant: Option<PersonName>,
    /// How many places are left.
    pub left: i64,
}

/// An edition that the reader learns in.
#[derive(Debug, Clone)]
pub struct Learned {
    /// Which.
    pub edition: EditionId,
    /// Its title.
    pub title: String,
    /// By whose clock its times are.
    pub zone: ZoneName,
    /// Who may be asked for a consultation.
    pub trainers: Vec<(PersonId, PersonName)>,
}

/// Consultations as a trainee has them.
#[derive(Debug, Clone)]
pub struct Own {
    /// One's own that are ahead, the next first.
    pub ahead: Vec<OwnBooking>,
    /// What is over or was given up, the latest first.
    pub history: Vec<OwnBooking>,
    /// What is free, the next first.
    pub free: Vec<Free>,
    /// What one has asked for, the latest first, with the edition's title.
    pub requests: Vec<(RequestRow, String)>,
    /// Where one may ask for a consultation.
    pub editions: Vec<Learned>,
    /// The names of those who consult.
    pub names: HashMap<PersonId, PersonName>,
}

/// The actor's own consultations, and what is free in their editions: a fixed number of queries.
///
/// # Errors
/// The database's.
pub fn own(r: &mut Read, actor: &Actor, now: Moment) -> Result<Own, Problem> {
    let person = actor.person_id()?;
    let rows = bookings::of_person(r, person)?;
    let offered = slots::offered(r, person, now)?;
    let requests = requests::of_person(r, person)?;
    let editions = learned(r, person)?;
    let names = names(r, (&rows, &offered, &requests))?;
    let free = free(r, (&rows, offered), &names)?;
    let all = own_bookings(r, rows, &names, now)?;
    let (mut ahead, history): (Vec<_>, Vec<_>) =
        all.into_iter().partition(|one| one.row.ended_at.is_none() && one.slot.ends_at > now);
    ahead.reverse();
    Ok(Own { ahead, history, free, requests, editions, names })
}

type Rows<'a> = (&'a [(BookingRow, SlotRow, String)], &'a [Offered], &'a [(RequestRow, String)]);

fn names(
    r: &mut Read,
    (rows, offered, requests): Rows<'_>,
) -> Result<HashMap<PersonId, PersonName>, Problem> {
    let of_rows = rows.iter().map(|(_, slot, _)| slot.consultant);
    let of_offered = offered.iter().map(|one| one.slot.consultant);
    let of_requests = requests.iter().map(|(row, _)| row.consultant);
    let mut people: Vec<PersonId> = of_rows.chain(of_offered).chain(of_requests).collect();
    people.sort_unstable();
    people.dedup();
    Ok(marks::names(r, &people)?.into_iter().collect())
}

fn learned(r: &mut Read, person: PersonId) -> Result<Vec<Learned>, Problem> {
    let mut courses = progress::courses_of(r, person)?;
    courses.retain(|course| course.edition.closed_at.is_none());
    let ids: Vec<EditionId> = courses.iter().map(|course| course.edition.id).collect();
    let mut trainers = slots::trainers(r, &ids)?;
    let learned = courses.into_iter().map(|course| Learned {
        edition: course.edition.id,
        trainers: trainers.remove(&course.edition.id).unwrap_or_default(),
        title: course.edition.title,
        zone: course.edition.time_zone,
    });
    Ok(learned.filter(|one| !one.trainers.is_empty()).collect())
}

fn free(
    r: &mut Read,
    (rows, offered): (&[(BookingRow, SlotRow, String)], Vec<Offered>),
    names: &HashMap<PersonId, PersonName>,
) -> Result<Vec<Free>, Problem> {
    let own: HashSet<AppointmentSlotId> =
        rows.iter().filter(|(row, ..)| row.ended_at.is_none()).map(|(row, ..)| row.slot).collect();
    let ids: Vec<AppointmentSlotId> = offered.iter().map(|one| one.slot.id).collect();
    let taken = bookings::taken(r, &ids)?;
    let free = offered.into_iter().filter(|one| !own.contains(&one.slot.id)).map(|offered| {
        let taken = taken.get(&offered.slot.id).copied().unwrap_or_default();
        let left = i64::from(offered.slot.capacity) - taken;
        Free { consultant: names.get(&offered.slot.consultant).cloned(), offered, left }
    });
    Ok(free.filter(|one| one.left > 0).collect())
}

fn own_bookings(
    r: &mut Read,
    rows: Vec<(BookingRow, SlotRow, String)>,
    names: &HashMap<PersonId, PersonName>,
    now: Moment,
) -> Result<Vec<OwnBooking>, Problem> {
    let ids: Vec<_> = rows.iter().map(|(row, ..)| row.id).collect();
    let editions: Vec<EditionId> = rows.iter().map(|(_, slot, _)| slot.edition).collect();
    let hours = settings::cancel_hours_of(r, &editions)?;
    let slots: Vec<AppointmentSlotId> = rows.iter().map(|(_, slot, _)| slot.id).collect();
    let moved_at = changes::moved_at(r, &slots)?;
    let marks = outcomes::marks(r, &ids)?;
    let mut notes: HashMap<_, Note> = outcomes::notes(r, &ids)?;
    let own = |(row, slot, edition): (BookingRow, SlotRow, String)| {
        let hours = hours.get(&slot.edition).copied().unwrap_or(USUAL_CANCEL_HOURS);
        let hours = hours_for(hours, row.booked_at, moved_at.get(&slot.id).copied());
        let note = notes.remove(&row.id).filter(|note| note.shown && !note.words.is_empty());
        OwnBooking {
            cancel_by: cancel_by(slot.starts_at, hours),
            can_change: row.ended_at.is_none() && in_time(slot.starts_at, hours, now),
            came: marks.get(&row.id).copied(),
            note: note.map(|note| note.words),
            consultant: names.get(&slot.consultant).cloned(),
            row,
            slot,
            edition,
        }
    };
    Ok(rows.into_iter().map(own).collect())
}
