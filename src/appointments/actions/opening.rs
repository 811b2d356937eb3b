//! Opening consultations, withdrawing them, and saying until when they are cancelled.

use super::checking::{Line, form_faults, lines};
use super::{letters, refused, require_open, taught_slot};
use crate::appointments::rules::Opening;
use crate::appointments::rules::booking::MOST_CANCEL_HOURS;
use crate::appointments::store::{bookings, settings, slots};
use crate::attendance::actions::{Setting, setting};
use crate::audit;
use crate::db::{Read, Write};
use crate::kernel::{Actor, AppointmentSlotId, EditionId, Fault, Moment, Problem};
use serde_json::json;

/// So many of the faults of a long row are said: the preview shows all of them.
const SAID: usize = 10;

/// Every time of a row with what speaks against it. Nothing is opened.
///
/// # Errors
/// `NotFound` for an edition of somebody else's; `EditionClosed`; `Invalid` with the faults of the form.
pub fn dry_run(
    r: &mut Read,
    actor: &Actor,
    id: EditionId,
    opening: &Opening,
    now: Moment,
) -> Result<(Setting, Vec<Line>), Problem> {
    let setting = setting(r, actor, id)?;
    let faults = form_faults(&setting, opening)?;
    if !faults.is_empty() {
        return Err(Problem::invalid(faults));
    }
    let lines = lines(r, &setting, opening, (actor.language, now))?;
    Ok((setting, lines))
}

/// Opens consultations: all of them or none; with `skip` those that nothing speaks against.
///
/// # Errors
/// As [`dry_run`]; `Invalid` where something speaks against one of them, with the other booking named.
pub fn open(
    w: &mut Write,
    actor: &Actor,
    id: EditionId,
    (opening, skip): (&Opening, bool),
    now: Moment,
) -> Result<Vec<AppointmentSlotId>, Problem> {
    let (setting, lines) = dry_run(w, actor, id, opening, now)?;
    let free: Vec<&Line> = lines.iter().filter(|line| line.faults.is_empty()).collect();
    if free.is_empty() || (free.len() < lines.len() && !skip) {
        return Err(Problem::invalid(said(&lines)));
    }
    let at = (id, setting.edition.time_zone);
    let mut opened = Vec::with_capacity(free.len());
    for line in free {
        opened.push(slots::insert(w, at, (opening, &line.hour), (actor.person, now))?);
    }
    let after = json!({ "slots": opened, "consultant": opening.consultant, "capacity": opening.capacity });
    let entry = audit::Entry {
        action: "appointments-opened",
        subject: ("edition", id.0),
        before: None,
        after: Some(after),
    };
    audit::record(w, actor, now, entry)?;
    Ok(opened)
}

/// The faults of the lines, each once, and where some could be opened, that they can.
fn said(lines: &[Line]) -> Vec<Fault> {
    let mut faults: Vec<Fault> = Vec::new();
    for fault in lines.iter().flat_map(|line| &line.faults) {
        if faults.len() < SAID && !faults.contains(fault) {
            faults.push(fault.clone());
        }
    }
    if lines.iter().any(|line| line.faults.is_empty()) {
        faults.push(Fault::new("skip", "appointments-some-taken"));
    }
    faults
}

/// Withdraws a slot that has not begun. Everybody who has a place in it gets a letter.
///
/// # Errors
/// `NotFound` for a slot of somebody else's; `Invalid` when it was withdrawn before, or has begun.
pub fn withdraw(
    w: &mut Write,
    actor: &Actor,
    id: AppointmentSlotId,
    reason: &str,
    now: Moment,
) -> Result<(), Problem> {
    let (slot, edition) = taught_slot(w, actor, id)?;
    if slot.withdrawn_at.is_some() {
        return Err(refused(Fault::new("reason", "appointments-withdrawn")));
    }
    if now >= slot.starts_at {
        return Err(refused(Fault::new("reason", "appointments-begun")));
    }
    let all = bookings::of_slots(w, &[id])?;
    let standing: Vec<_> = all.into_iter().filter(|one| one.row.ended_at.is_none()).collect();
    let ids: Vec<_> = standing.iter().map(|one| one.row.id).collect();
    bookings::end(w, &ids, Some(reason), (actor.person, now))?;
    slots::withdraw(w, id, reason, (actor.person, now))?;
    let after = Some(json!({ "reason": reason, "bookings": ids }));
    let subject = ("appointment", id.0);
    let entry = audit::Entry { action: "appointment-withdrawn", subject, before: None, after };
    audit::record(w, actor, now, entry)?;
    let people: Vec<_> = standing.iter().filter(|one| !one.withdrawn).map(|one| one.person).collect();
    letters::withdrawn(w, actor, (&slot, &edition), (&people, reason), now)
}

/// Says until how many hours before their start consultations of an edition are cancelled without asking anybody.
///
/// # Errors
/// `NotFound` for an edition of somebody else's; `EditionClosed`; `Invalid` for more than thirty days.
pub fn set_cancel_hours(
    w: &mut Write,
    actor: &Actor,
    id: EditionId,
    hours: i32,
    now: Moment,
) -> Result<(), Problem> {
    let setting = setting(w, actor, id)?;
    require_open(&setting.edition)?;
    if !(0..=MOST_CANCEL_HOURS).contains(&hours) {
        let fault = Fault::new("cancel_hours", "out-of-range").with("low", 0).with("high", MOST_CANCEL_HOURS);
        return Err(refused(fault));
    }
    let before = settings::cancel_hours(w, id)?;
    settings::set(w, id, hours, (actor.person, now))?;
    let entry = audit::Entry {
        action: "appointment-limit-set",
        subject: ("edition", id.0),
        before: Some(json!(before)),
        after: Some(json!(hours)),
    };
    audit::record(w, actor, now, entry)
}
