//! Who came, and what came out of it. Where a consultation counts, whoever came has the time in the ledger.

use super::{refused, require_open, taught_slot};
use crate::appointments::store::bookings::{self, Note};
use crate::appointments::store::slots::SlotRow;
use crate::attendance::rules::SessionMode;
use crate::audit;
use crate::db::Write;
use crate::editions::store::EditionRow;
use crate::kernel::{Actor, AppointmentBookingId, AppointmentSlotId, Fault, Minutes, Moment, Problem};
use crate::programmes::rules::words::DeliveryMode;
use crate::programmes::store as programmes;
use crate::progress::actions::{self as progress, Consulted};
use serde_json::json;
use std::collections::HashMap;

/// What a trainer says of one booking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// Of which.
    pub booking: AppointmentBookingId,
    /// Whether the person came; nothing leaves it as it is.
    pub came: Option<bool>,
    /// What came out of it; nothing leaves it as it is.
    pub note: Option<Note>,
}

/// Notes who came and what came out of it, for those who have a place; answers to for how many something changed. The
/// same said again changes nothing; a correction stands beside what was said before, and the ledger gets the difference.
///
/// # Errors
/// `NotFound` for a slot of somebody else's, or a booking of another one; `EditionClosed`; `Invalid` when it was
/// withdrawn, or when somebody is said to have come before it has begun.
pub fn mark(
    w: &mut Write,
    actor: &Actor,
    id: AppointmentSlotId,
    outcomes: &[Outcome],
    now: Moment,
) -> Result<usize, Problem> {
    let (slot, edition) = taught_slot(w, actor, id)?;
    require_open(&edition)?;
    if slot.withdrawn_at.is_some() {
        return Err(refused(Fault::new("marks", "appointments-withdrawn")));
    }
    if now < slot.starts_at && outcomes.iter().any(|one| one.came.is_some()) {
        return Err(refused(Fault::new("marks", "appointments-ahead")));
    }
    let known = bookings::of_slots(w, &[id])?;
    let known: HashMap<_, _> = known
        .iter()
        .filter(|one| one.row.ended_at.is_none() && !one.withdrawn)
        .map(|one| (one.row.id, one.row.enrolment))
        .collect();
    let ids: Vec<_> = known.keys().copied().collect();
    let (marks, notes) = (bookings::marks(w, &ids)?, bookings::notes(w, &ids)?);
    let (mut credited, mut changed) = (Vec::new(), Vec::new());
    for one in outcomes {
        let enrolment = *known.get(&one.booking).ok_or_else(Problem::not_found)?;
        let came = one.came.filter(|came| marks.get(&one.booking) != Some(came));
        let note = one.note.as_ref().filter(|note| is_news(note, notes.get(&one.booking)));
        if let Some(came) = came {
            bookings::insert_mark(w, one.booking, came, (actor.person, now))?;
            let minutes = slot.minutes.filter(|_| came).unwrap_or(Minutes::ZERO);
            let mode = delivery(slot.mode);
            credited.push(Consulted { enrolment, booking_id: one.booking.0, minutes, mode });
        }
        if let Some(note) = note {
            bookings::insert_note(w, one.booking, note, (actor.person, now))?;
        }
        if came.is_some() || note.is_some() {
            changed.push(json!({ "booking": one.booking, "came": came, "note": note.is_some() }));
        }
    }
    credit(w, (&slot, &edition), &credited, now)?;
    if changed.is_empty() {
        return Ok(0);
    }
    let count = changed.len();
    let subject = ("appointment", id.0);
    let after = Some(json!(changed));
    audit::record(
        w,
        actor,
        now,
        audit::Entry { action: "appointment-marked", subject, before: None, after },
    )?;
    Ok(count)
}

fn is_news(note: &Note, known: Option<&Note>) -> bool {
    match known {
        None => !note.words.is_empty(),
        Some(known) => known != note,
    }
}

fn delivery(mode: SessionMode) -> DeliveryMode {
    if mode.has_place() { DeliveryMode::InPerson } else { DeliveryMode::Online }
}

fn credit(
    w: &mut Write,
    (slot, edition): (&SlotRow, &EditionRow),
    these: &[Consulted],
    now: Moment,
) -> Result<(), Problem> {
    let Some(activity) = slot.activity.filter(|_| !these.is_empty()) else { return Ok(()) };
    let all = programmes::activities(w, edition.version_id)?;
    let Some(row) = all.iter().find(|one| one.id == activity) else { return Ok(()) };
    let held = progress::Held { edition: edition.id, activity, nature: row.nature };
    progress::consult(w, held, these, now)
}
