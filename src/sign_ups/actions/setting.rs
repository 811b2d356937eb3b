//! Deciding that people sign up for a session, for how many places, and until when.

use super::{Ground, refused, span};
use crate::attendance::actions::{concerned, seats_changed, share_anew, taught_session};
use crate::attendance::rules::Places;
use crate::attendance::store::beforehand;
use crate::attendance::store::sessions::SessionRow;
use crate::audit;
use crate::db::{Read, Write};
use crate::kernel::{Actor, EnrolmentId, Fault, Moment, Problem, ProblemCode, SessionId};
use crate::sign_ups::rules::setting::faults;
use crate::sign_ups::rules::{BelowConfirmed, Queue};
use crate::sign_ups::store;
use serde_json::{Value, json};

/// Sets the places of a session. More places go at once to those who wait; answers to how many. From then on the session is
/// one of those of its activity of which everybody goes to one, and is worth as much as all of them together.
///
/// # Errors
/// `NotFound` for a session of somebody else's; `SessionCancelled`; `EditionClosed`; `Invalid` with the faults of the
/// fields, and with fewer places than people who have one, with their number.
pub fn set(
    w: &mut Write,
    actor: &Actor,
    id: SessionId,
    wanted: &Places,
    now: Moment,
) -> Result<usize, Problem> {
    let (session, edition, activity) = taught_session(w, actor, id)?;
    if session.cancelled_at.is_some() {
        return Err(Problem::new(ProblemCode::SessionCancelled));
    }
    if edition.closed_at.is_some() {
        return Err(Problem::new(ProblemCode::EditionClosed));
    }
    let faults = faults(wanted, span(&session));
    if !faults.is_empty() {
        return Err(Problem::invalid(faults));
    }
    let before = beforehand::places(w, id)?;
    store::end_withdrawn(w, id, now)?;
    let mut queue = Queue::new(before.as_ref().unwrap_or(wanted), store::entries(w, id)?);
    queue.resize(wanted).map_err(|BelowConfirmed { confirmed }| {
        refused(Fault::new("capacity", "sign-ups-below-confirmed").with("confirmed", confirmed))
    })?;
    if before.as_ref() == Some(wanted) {
        return Ok(0);
    }
    let everybody = if before.is_none() { learners(w, &session)? } else { Vec::new() };
    store::set_places(w, id, wanted, (actor.person, now))?;
    let entry = audit::Entry {
        action: "places-set",
        subject: ("session", id.0),
        before: before.as_ref().map(said),
        after: Some(said(wanted)),
    };
    audit::record(w, actor, now, entry)?;
    if before.is_none() {
        share_anew(w, edition.id, &activity, now)?;
        seats_changed(w, id, (&without_place(&everybody, &queue), false), now)?;
    }
    let ground = Ground { session, edition, activity, places: wanted.clone() };
    ground.fill(w, &mut queue, now)
}

/// Of whom a session is asked while nobody signs up for it.
fn learners(r: &mut Read, session: &SessionRow) -> Result<Vec<EnrolmentId>, Problem> {
    Ok(concerned(r, session)?.into_iter().filter_map(|one| one.enrolment).collect())
}

fn without_place(everybody: &[EnrolmentId], queue: &Queue) -> Vec<EnrolmentId> {
    let seated = |who: &EnrolmentId| queue.entry(*who).is_some_and(|one| one.confirmed);
    everybody.iter().copied().filter(|who| !seated(who)).collect()
}

fn said(places: &Places) -> Value {
    let at = |at: Option<Moment>| at.map(Moment::rfc3339);
    json!({ "capacity": places.capacity, "opens_at": at(places.opens_at), "closes_at": at(places.closes_at),
        "cancel_until": at(places.cancel_until), "waiting_list": places.waiting_list })
}

/// Lets people come without signing up. Who has signed up stays written down, and has their place again if places are set
/// anew.
///
/// # Errors
/// `NotFound` for a session of somebody else's.
pub fn remove(w: &mut Write, actor: &Actor, id: SessionId, now: Moment) -> Result<(), Problem> {
    let (session, edition, activity) = taught_session(w, actor, id)?;
    let Some(before) = beforehand::places(w, id)? else { return Ok(()) };
    store::remove_places(w, id, (actor.person, now))?;
    share_anew(w, edition.id, &activity, now)?;
    let queue = Queue::new(&before, store::entries(w, id)?);
    let everybody = learners(w, &session)?;
    seats_changed(w, id, (&without_place(&everybody, &queue), true), now)?;
    let before = Some(said(&before));
    let entry = audit::Entry { action: "places-removed", subject: ("session", id.0), before, after: None };
    audit::record(w, actor, now, entry)
}
