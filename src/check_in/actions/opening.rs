//! What a trainer does: opening, closing, and finding odd arrivals in order.

use crate::attendance::actions::taught_session;
use crate::audit;
use crate::check_in::rules::{Flag, Opening};
use crate::check_in::store::{self, arrivals};
use crate::db::Write;
use crate::kernel::{Actor, EnrolmentId, Moment, Problem, ProblemCode, SessionId};
use serde_json::json;

/// Opens the check-in of a session, or opens it anew in another way. `number` is asked for where one is said aloud.
///
/// # Errors
/// `NotFound` for a session of somebody else's; `SessionCancelled`; `CheckInClosed` once the session is over;
/// `Invalid` with the faults of the fields.
pub fn open(
    w: &mut Write,
    actor: &Actor,
    id: SessionId,
    (opening, number): (&Opening, &str),
    now: Moment,
) -> Result<(), Problem> {
    let (session, ..) = taught_session(w, actor, id)?;
    if session.cancelled_at.is_some() {
        return Err(Problem::new(ProblemCode::SessionCancelled));
    }
    if now >= session.ends_at {
        return Err(Problem::new(ProblemCode::CheckInClosed));
    }
    let faults = opening.faults(session.mode);
    if !faults.is_empty() {
        return Err(Problem::invalid(faults));
    }
    let spoken = opening.spoken.then_some(number);
    store::open(w, id, (opening, spoken), (actor.person, now))?;
    let after = json!({ "in_person": opening.in_person, "online": opening.online, "spoken": opening.spoken,
        "by_joining": opening.by_joining, "opens_before": opening.opens_before,
        "on_time_after": opening.on_time_after, "prompt_minutes": opening.prompt_minutes });
    let entry = audit::Entry {
        action: "check-in-opened",
        subject: ("session", id.0),
        before: None,
        after: Some(after),
    };
    audit::record(w, actor, now, entry)
}

/// Closes the check-in of a session; closing it twice is once.
///
/// # Errors
/// `NotFound` for a session of somebody else's, or one whose check-in was never opened.
pub fn close(w: &mut Write, actor: &Actor, id: SessionId, now: Moment) -> Result<(), Problem> {
    taught_session(w, actor, id)?;
    let row = store::newest(w, id)?.ok_or_else(Problem::not_found)?;
    if row.closed_at.is_some() || !store::close(w, row.id, actor.person, now)? {
        return Ok(());
    }
    let entry =
        audit::Entry { action: "check-in-closed", subject: ("session", id.0), before: None, after: None };
    audit::record(w, actor, now, entry)
}

/// Notes that a flag about somebody was looked at and found in order.
///
/// # Errors
/// `NotFound` for a session of somebody else's, or somebody who has not arrived.
pub fn dismiss(
    w: &mut Write,
    actor: &Actor,
    id: SessionId,
    (who, flag): (EnrolmentId, Flag),
    now: Moment,
) -> Result<(), Problem> {
    taught_session(w, actor, id)?;
    arrivals::of(w, id, who)?.ok_or_else(Problem::not_found)?;
    if !arrivals::dismiss(w, id, (who, flag), (actor.person, now))? {
        return Ok(());
    }
    let entry = audit::Entry {
        action: "check-in-flag-dismissed",
        subject: ("session", id.0),
        before: None,
        after: Some(json!({ "enrolment": who, "flag": flag.as_str() })),
    };
    audit::record(w, actor, now, entry)
}
