//! Asking for a consultation at another time, and answering (S1).

use super::booking::{Wanted, put};
use super::checking::{form_faults, lines};
use super::{letters, own_place, refused, require_open};
use crate::appointments::rules::booking::MOST_REQUESTS;
use crate::appointments::rules::{Opening, Row, Wish};
use crate::appointments::store::requests::{self, RequestRow};
use crate::appointments::store::slots;
use crate::attendance::actions::setting;
use crate::attendance::rules::{Booking, SessionMode};
use crate::audit;
use crate::db::{Read, Write};
use crate::editions::store as editions;
use crate::kernel::{
    ActivityId, Actor, AppointmentBookingId, AppointmentRequestId, EditionId, Fault, Moment, PersonId,
    Problem,
};
use serde_json::json;

/// Asks for a consultation at a time that nobody has opened. The consultant gets a letter.
///
/// # Errors
/// `NotFound` for an edition that the actor does not learn in; `EditionClosed`; `Invalid`: somebody who is no trainer of it,
/// a time that is past, outside the edition or over after midnight, or too many requests that wait.
pub fn ask(
    w: &mut Write,
    actor: &Actor,
    id: EditionId,
    wish: &Wish,
    now: Moment,
) -> Result<AppointmentRequestId, Problem> {
    let edition = editions::edition(w, id)?.ok_or_else(Problem::not_found)?;
    let enrolment = own_place(w, actor, id)?;
    require_open(&edition)?;
    let hour = wish.hour().ok_or_else(|| refused(Fault::new("minutes", "appointments-over-midnight")))?;
    // The place is the consultant's to say.
    let booking = Booking {
        activity: ActivityId(0),
        held_on: hour.on,
        starts: hour.starts,
        ends: hour.ends,
        mode: SessionMode::InPerson,
        place: Some(String::new()),
        link: None,
        trainer: None,
    };
    let mut faults = booking.faults(&edition.term());
    if edition.time_zone.instant(hour.on, hour.starts) <= now {
        faults.push(Fault::new("held_on", "appointments-past"));
    }
    if !slots::consults(w, id, wish.consultant)? {
        faults.push(Fault::new("trainer", "choose-one"));
    }
    if requests::waiting_of(w, enrolment, now)? >= MOST_REQUESTS {
        faults.push(Fault::new("question", "appointments-too-many-requests").with("most", MOST_REQUESTS));
    }
    if !faults.is_empty() {
        return Err(Problem::invalid(faults));
    }
    let request = requests::insert(w, (id, enrolment, edition.time_zone), (wish, &hour), now)?;
    note(w, actor, ("appointment-requested", request), Some(json!({ "consultant": wish.consultant })), now)?;
    letters::requested(w, (actor, &edition), (wish, &hour), now)?;
    Ok(request)
}

fn note(
    w: &mut Write,
    actor: &Actor,
    (action, request): (&'static str, AppointmentRequestId),
    after: Option<serde_json::Value>,
    now: Moment,
) -> Result<(), Problem> {
    let subject = ("appointment_request", request.0);
    audit::record(w, actor, now, audit::Entry { action, subject, before: None, after })
}

/// Takes a request back that nobody has answered.
///
/// # Errors
/// `NotFound` for a request of somebody else's; `Invalid` when it was answered.
pub fn take_back(w: &mut Write, actor: &Actor, id: AppointmentRequestId, now: Moment) -> Result<(), Problem> {
    let (row, person) = requests::request(w, id)?.ok_or_else(Problem::not_found)?;
    if actor.person != Some(person) {
        return Err(Problem::not_found());
    }
    require_waiting(&row)?;
    requests::take_back(w, id, now)?;
    note(w, actor, ("appointment-request-taken-back", id), None, now)
}

fn require_waiting(row: &RequestRow) -> Result<(), Problem> {
    if row.waits() { Ok(()) } else { Err(refused(Fault::new("request", "appointments-answered"))) }
}

/// A request that waits, of an edition that the actor teaches or administers.
fn waiting(r: &mut Read, actor: &Actor, id: AppointmentRequestId) -> Result<(RequestRow, PersonId), Problem> {
    let (row, person) = answerable(r, actor, id)?;
    require_waiting(&row)?;
    Ok((row, person))
}

fn answerable(
    r: &mut Read,
    actor: &Actor,
    id: AppointmentRequestId,
) -> Result<(RequestRow, PersonId), Problem> {
    let (row, person) = requests::request(r, id)?.ok_or_else(Problem::not_found)?;
    let edition = editions::edition(r, row.edition)?.ok_or_else(Problem::not_found)?;
    if actor.teaches(edition.id, edition.organisation_id) {
        Ok((row, person))
    } else {
        Err(Problem::not_found())
    }
}

/// The edition of a request that the actor may answer, whether it waits or not.
///
/// # Errors
/// `NotFound` for a request of somebody else's edition.
pub fn edition_of(r: &mut Read, actor: &Actor, id: AppointmentRequestId) -> Result<EditionId, Problem> {
    Ok(answerable(r, actor, id)?.0.edition)
}

/// Where a consultation that was asked for is held.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Confirmation {
    /// The room.
    pub place: Option<String>,
    /// The link.
    pub link: Option<String>,
}

/// Confirms a request: it becomes a consultation that is booked already.
///
/// # Errors
/// `NotFound` for a request of somebody else's edition; `EditionClosed`; `Invalid` when it was answered, without a place or
/// a link, or when consultant or trainee have something else at the time, which is named.
pub fn confirm(
    w: &mut Write,
    actor: &Actor,
    id: AppointmentRequestId,
    at: &Confirmation,
    now: Moment,
) -> Result<AppointmentBookingId, Problem> {
    let (row, person) = waiting(w, actor, id)?;
    let setting = setting(w, actor, row.edition)?;
    let opening = opening_of(&row, at);
    let mut faults = form_faults(&setting, &opening)?;
    let found = lines(w, &setting, &opening, (actor.language, now))?;
    faults.extend(found.iter().flat_map(|line| line.faults.iter().cloned()));
    if !faults.is_empty() {
        return Err(Problem::invalid(faults));
    }
    let hour = found.first().map(|line| line.hour).ok_or_else(Problem::not_found)?;
    let edition = &setting.edition;
    let slot = slots::insert(w, (edition.id, edition.time_zone), (&opening, &hour), (actor.person, now))?;
    let (slot, _) = slots::slot(w, slot)?.ok_or_else(Problem::not_found)?;
    let question = Some(row.question.as_str());
    let wanted = Wanted { slot: &slot, enrolment: row.enrolment, person, question, swapped_from: None };
    let booking = put(w, actor, &wanted, now)?;
    requests::answer(w, id, (Some(slot.id), None), (actor.person, now))?;
    note(w, actor, ("appointment-request-confirmed", id), Some(json!({ "slot": slot.id })), now)?;
    letters::booked(w, (&slot, edition), (person, question), now)?;
    Ok(booking)
}

fn opening_of(row: &RequestRow, at: &Confirmation) -> Opening {
    let times = Row {
        first: row.held_on,
        weekdays: Vec::new(),
        weeks: 1,
        starts: row.starts_local,
        ends: row.ends_local,
        every: None,
    };
    Opening {
        consultant: row.consultant,
        row: times,
        capacity: 1,
        mode: row.mode,
        place: at.place.clone(),
        link: at.link.clone(),
        topic: None,
        counted: None,
    }
}

/// Declines a request, and tells the trainee why.
///
/// # Errors
/// `NotFound` for a request of somebody else's edition; `Invalid` when it was answered.
pub fn decline(
    w: &mut Write,
    actor: &Actor,
    id: AppointmentRequestId,
    reason: &str,
    now: Moment,
) -> Result<(), Problem> {
    let (row, person) = waiting(w, actor, id)?;
    requests::answer(w, id, (None, Some(reason)), (actor.person, now))?;
    note(w, actor, ("appointment-request-declined", id), Some(json!({ "reason": reason })), now)?;
    letters::declined(w, &row, (person, reason), now)
}
