//! Shifts of an edition: several days away from home (F15).

use crate::agendas::rules::Shift;
use crate::agendas::store::shifts::{self, ShiftRow};
use crate::audit;
use crate::db::{Read, Write};
use crate::editions::store::{self as editions, EditionRow};
use crate::kernel::{Actor, EditionId, Moment, Problem, ProblemCode, ShiftId};
use serde_json::{Value, json};

/// The shifts of an edition.
#[derive(Debug, Clone)]
pub struct Shifts {
    /// The edition.
    pub edition: EditionRow,
    /// Its shifts, the earliest first.
    pub shifts: Vec<ShiftRow>,
}

fn taught(r: &mut Read, actor: &Actor, id: EditionId) -> Result<EditionRow, Problem> {
    let edition = editions::edition(r, id)?.ok_or_else(Problem::not_found)?;
    if actor.teaches(edition.id, edition.organisation_id) { Ok(edition) } else { Err(Problem::not_found()) }
}

fn changeable(r: &mut Read, actor: &Actor, id: EditionId) -> Result<EditionRow, Problem> {
    let edition = taught(r, actor, id)?;
    if edition.closed_at.is_some() {
        return Err(Problem::new(ProblemCode::EditionClosed));
    }
    Ok(edition)
}

fn require_days(edition: &EditionRow, shift: &Shift) -> Result<(), Problem> {
    let faults = shift.faults(&edition.term());
    if faults.is_empty() { Ok(()) } else { Err(Problem::invalid(faults)) }
}

/// The shifts of an edition.
///
/// # Errors
/// `NotFound` for anybody who neither teaches nor administers it.
pub fn shifts(r: &mut Read, actor: &Actor, id: EditionId) -> Result<Shifts, Problem> {
    let edition = taught(r, actor, id)?;
    Ok(Shifts { shifts: shifts::of_edition(r, id)?, edition })
}

/// A shift with its edition.
///
/// # Errors
/// `NotFound` when it is not the actor's.
pub fn shift(r: &mut Read, actor: &Actor, id: ShiftId) -> Result<(ShiftRow, EditionRow), Problem> {
    let row = shifts::find(r, id)?.ok_or_else(Problem::not_found)?;
    let edition = taught(r, actor, row.edition)?;
    Ok((row, edition))
}

/// Makes a shift.
///
/// # Errors
/// `NotFound` for somebody else's edition; `EditionClosed`; `Invalid` with the faults of the days.
pub fn create_shift(
    w: &mut Write,
    actor: &Actor,
    edition: EditionId,
    wanted: &Shift,
    now: Moment,
) -> Result<ShiftId, Problem> {
    let edition = changeable(w, actor, edition)?;
    require_days(&edition, wanted)?;
    let id = shifts::insert(w, edition.id, wanted, (actor.person, now))?;
    record(w, actor, ("shift-created", id), (None, Some(said(wanted))), now)?;
    Ok(id)
}

/// Changes a shift, and answers its edition.
///
/// # Errors
/// As [`create_shift`].
pub fn update_shift(
    w: &mut Write,
    actor: &Actor,
    id: ShiftId,
    wanted: &Shift,
    now: Moment,
) -> Result<EditionId, Problem> {
    let row = shifts::find(w, id)?.ok_or_else(Problem::not_found)?;
    let edition = changeable(w, actor, row.edition)?;
    require_days(&edition, wanted)?;
    shifts::update(w, id, wanted)?;
    record(w, actor, ("shift-changed", id), (Some(said(&row.shift)), Some(said(wanted))), now)?;
    Ok(edition.id)
}

/// Takes a shift out of its edition, which it answers; sessions on its days stay as they are.
///
/// # Errors
/// `NotFound` for somebody else's shift; `EditionClosed`.
pub fn remove_shift(w: &mut Write, actor: &Actor, id: ShiftId, now: Moment) -> Result<EditionId, Problem> {
    let row = shifts::find(w, id)?.ok_or_else(Problem::not_found)?;
    let edition = changeable(w, actor, row.edition)?;
    shifts::remove(w, id)?;
    record(w, actor, ("shift-removed", id), (Some(said(&row.shift)), None), now)?;
    Ok(edition.id)
}

fn record(
    w: &mut Write,
    actor: &Actor,
    (action, id): (&'static str, ShiftId),
    (before, after): (Option<Value>, Option<Value>),
    now: Moment,
) -> Result<(), Problem> {
    audit::record(w, actor, now, audit::Entry { action, subject: ("shift", id.0), before, after })
}

fn said(shift: &Shift) -> Value {
    json!({ "first_on": shift.first_on, "last_on": shift.last_on, "place": shift.place,
        "lodging": shift.lodging, "meals": shift.meals })
}
