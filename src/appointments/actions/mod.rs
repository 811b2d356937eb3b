//! Opening consultations, booking, swapping and cancelling them, asking for others, and what came out of them.

mod booking;
mod changing;
mod checking;
mod clashes;
mod days;
mod desk;
pub mod events;
mod letters;
mod marking;
mod opening;
mod own;
mod requests;

pub use booking::{book, cancel, swap};
pub use changing::{CHANGE, change};
pub use checking::Line;
pub use days::{Held, edition_days, own_days};
pub use desk::{Desk, Entry, Seat, SlotView, desk, slot};
pub use marking::{Outcome, mark};
pub use opening::{dry_run, open, set_cancel_hours, withdraw};
pub use own::{Free, Learned, Own, OwnBooking, own};
pub use requests::{Confirmation, ask, confirm, decline, edition_of, take_back};

use super::store::slots::{self, SlotRow};
use crate::db::Read;
use crate::editions::store::{self as editions, EditionRow, enrolments};
use crate::kernel::{
    Actor, AppointmentSlotId, EditionId, EnrolmentId, Fault, Language, Problem, ProblemCode, dates,
};
use chrono::{NaiveDate, NaiveTime};

/// The field under which everything stands that is wrong with having a consultation.
pub const FIELD: &str = "booking";

/// A slot whose edition the actor teaches or administers.
///
/// # Errors
/// `NotFound` for anybody else.
fn taught_slot(r: &mut Read, actor: &Actor, id: AppointmentSlotId) -> Result<(SlotRow, EditionRow), Problem> {
    let found = slots::slot(r, id)?.ok_or_else(Problem::not_found)?;
    if actor.teaches(found.1.id, found.1.organisation_id) { Ok(found) } else { Err(Problem::not_found()) }
}

/// The actor's own place in an edition.
///
/// # Errors
/// `NotFound` for whoever does not learn there.
fn own_place(r: &mut Read, actor: &Actor, edition: EditionId) -> Result<EnrolmentId, Problem> {
    let row = enrolments::of_person(r, edition, actor.person_id()?)?;
    let row = row.filter(|row| row.withdrawn_at.is_none()).ok_or_else(Problem::not_found)?;
    Ok(row.id)
}

/// Lets those pass who learn in an edition.
///
/// # Errors
/// `NotFound` for anybody else.
pub fn require_learning(r: &mut Read, actor: &Actor, edition: EditionId) -> Result<(), Problem> {
    own_place(r, actor, edition).map(|_| ())
}

/// Lets those pass who teach or administer an edition.
///
/// # Errors
/// `NotFound` for anybody else.
pub fn require_taught(r: &mut Read, actor: &Actor, id: EditionId) -> Result<(), Problem> {
    let edition = editions::edition(r, id)?.ok_or_else(Problem::not_found)?;
    if actor.teaches(edition.id, edition.organisation_id) { Ok(()) } else { Err(Problem::not_found()) }
}

fn require_open(edition: &EditionRow) -> Result<(), Problem> {
    if edition.closed_at.is_some() { Err(Problem::new(ProblemCode::EditionClosed)) } else { Ok(()) }
}

fn refused(fault: Fault) -> Problem {
    Problem::invalid(vec![fault])
}

/// A time by the wall, as faults name it: «ср, 16 сентября, 14:00–14:30».
fn wall(reader: Language, on: NaiveDate, (from, to): (NaiveTime, NaiveTime)) -> String {
    format!("{}, {}–{}", dates::day(reader, on), dates::time(from), dates::time(to))
}
