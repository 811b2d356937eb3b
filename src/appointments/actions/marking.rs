//! Who came, and what came out of it. Where a consultation counts, whoever came has the time in the ledger.

use super::{refused, require_open, taught_slot};
use crate::appointments::rules::saying::{Weight, weigh};
use crate::appointments::store::bookings::{self, Booked};
use crate::appointments::store::outcomes::{self, Note, Seen};
use crate::appointments::store::slots::SlotRow;
use crate::attendance::rules::SessionMode;
use crate::audit;
use crate::db::{Read, Write};
use crate::editions::store::EditionRow;
use crate::kernel::{
    Actor, AppointmentBookingId, AppointmentSlotId, EnrolmentId, Fault, Minutes, Moment, Problem,
};
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
    /// What was there when the trainer began to write; nothing where that is not said.
    pub seen: Option<Seen>,
}

/// Notes who came and what came out of it, for those who have a place; answers to for how many something changed. The
/// same said again changes nothing; a correction stands beside what was said before, and the ledger gets the difference.
///
/// # Errors
/// `NotFound` for a slot of somebody else's, or a booking of another one; `EditionClosed`; `Invalid` when it was
/// withdrawn, when somebody is said to have come before it has begun, when something is said of a booking that has ended
/// meanwhile, and when somebody else has written meanwhile what the trainer has not seen. Then nothing is written.
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
    let (mut credited, mut changed) = (Vec::new(), Vec::new());
    for News { booking, enrolment, came, note } in news(w, id, outcomes)? {
        if let Some(came) = came {
            outcomes::insert_mark(w, booking, came, (actor.person, now))?;
            let minutes = slot.minutes.filter(|_| came).unwrap_or(Minutes::ZERO);
            let mode = delivery(slot.mode);
            credited.push(Consulted { enrolment, booking_id: booking.0, minutes, mode });
        }
        if let Some(note) = &note {
            outcomes::insert_note(w, booking, note, (actor.person, now))?;
        }
        changed.push(json!({ "booking": booking, "came": came, "note": note.is_some() }));
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

/// What is new of what was said of a booking.
struct News {
    booking: AppointmentBookingId,
    enrolment: EnrolmentId,
    came: Option<bool>,
    note: Option<Note>,
}

/// What is new of all that was said, with every fault at once.
fn news(r: &mut Read, slot: AppointmentSlotId, outcomes: &[Outcome]) -> Result<Vec<News>, Problem> {
    let known = bookings::of_slots(r, &[slot])?;
    let ids: Vec<AppointmentBookingId> = known.iter().map(|one| one.row.id).collect();
    let (marks, notes) = (outcomes::mark_history(r, &ids)?, outcomes::note_history(r, &ids)?);
    let known: HashMap<AppointmentBookingId, &Booked> = known.iter().map(|one| (one.row.id, one)).collect();
    let (mut news, mut faults, blank) = (Vec::new(), Vec::new(), Note::default());
    for one in outcomes {
        let booking = one.booking;
        let booked = known.get(&booking).ok_or_else(Problem::not_found)?;
        let marks = marks.get(&booking).map(Vec::as_slice).unwrap_or_default();
        let notes = notes.get(&booking).map(Vec::as_slice).unwrap_or_default();
        let (mark_seen, note_seen) = (one.seen.map(|seen| seen.mark), one.seen.map(|seen| seen.note));
        let came = one.came.map_or(Weight::Nothing, |came| weigh(marks, mark_seen, &came, None));
        let said = one.note.as_ref();
        let note = said.map_or(Weight::Nothing, |note| weigh(notes, note_seen, note, Some(&blank)));
        if came == Weight::Nothing && note == Weight::Nothing {
            continue;
        }
        // The trainee has cancelled, or left the edition, while the trainer wrote.
        if booked.row.ended_at.is_some() || booked.withdrawn {
            faults.push(Fault::new("marks", "appointments-not-booked"));
            continue;
        }
        if came == Weight::Overtaken {
            faults.extend(marks.last().map(|(_, came)| overtaken_mark(booking, *came)));
        }
        if note == Weight::Overtaken {
            faults.extend(notes.last().map(|(_, note)| overtaken_note(booking, note)));
        }
        news.push(News {
            booking,
            enrolment: booked.row.enrolment,
            came: one.came.filter(|_| came == Weight::News),
            note: said.filter(|_| note == Weight::News).cloned(),
        });
    }
    faults.dedup();
    if faults.is_empty() { Ok(news) } else { Err(Problem::invalid(faults)) }
}

fn overtaken_mark(booking: AppointmentBookingId, came: bool) -> Fault {
    let code = if came { "appointments-overtaken-came" } else { "appointments-overtaken-missed" };
    Fault::new(format!("came-{booking}"), code)
}

fn overtaken_note(booking: AppointmentBookingId, note: &Note) -> Fault {
    let field = format!("note-{booking}");
    if note.words.is_empty() {
        return Fault::new(field, "appointments-overtaken-empty");
    }
    Fault::new(field, "appointments-overtaken-note").with("said", &note.words)
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
