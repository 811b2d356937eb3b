//! Visits: where the group goes, and what came of it (F8).

use super::changeable;
use crate::agendas::rules::Visit;
use crate::agendas::rules::contents::report_fault;
use crate::agendas::store::visits;
use crate::attendance::actions::taught_session;
use crate::audit;
use crate::db::Write;
use crate::kernel::name::fold;
use crate::kernel::{Actor, Fault, Moment, Problem, ProblemCode, SessionId};
use crate::organisations::store as organisations;
use serde_json::{Value, json};

/// Makes a session a visit, or changes whom it visits. A host whose name is that of an organisation we know is that one.
///
/// # Errors
/// `NotFound` for a session of somebody else's; `SessionCancelled`; `EditionClosed`.
pub fn set_visit(
    w: &mut Write,
    actor: &Actor,
    id: SessionId,
    visit: &Visit,
    now: Moment,
) -> Result<(), Problem> {
    changeable(w, actor, id)?;
    let before = visits::of_session(w, id)?.map(|row| row.visit);
    let host = organisations::by_name_fold(w, &fold(&visit.host))?;
    visits::set(w, id, visit, host.map(|organisation| organisation.id))?;
    record(w, actor, id, (before.as_ref(), Some(visit)), now)
}

/// Makes a session no visit any more; nothing happens where it is none.
///
/// # Errors
/// As [`set_visit`]; `Invalid` once the visit was reported: what was seen stays.
pub fn remove_visit(w: &mut Write, actor: &Actor, id: SessionId, now: Moment) -> Result<(), Problem> {
    changeable(w, actor, id)?;
    let Some(row) = visits::of_session(w, id)? else { return Ok(()) };
    if row.report.is_some() {
        return Err(Problem::invalid(vec![Fault::new("host", "visit-has-report")]));
    }
    visits::remove(w, id)?;
    record(w, actor, id, (Some(&row.visit), None), now)
}

fn record(
    w: &mut Write,
    actor: &Actor,
    id: SessionId,
    (before, after): (Option<&Visit>, Option<&Visit>),
    now: Moment,
) -> Result<(), Problem> {
    let (before, after) = (before.map(said), after.map(said));
    if before == after {
        return Ok(());
    }
    let entry = audit::Entry { action: "session-visit-set", subject: ("session", id.0), before, after };
    audit::record(w, actor, now, entry)
}

fn said(visit: &Visit) -> Value {
    json!({ "host": visit.host, "address": visit.address, "contact": visit.contact, "phone": visit.phone,
        "bring": visit.bring })
}

/// Writes down what came of a visit. It may still be written once the edition is closed.
///
/// # Errors
/// `NotFound` for a session of somebody else's, or one that is no visit; `SessionCancelled`; `Invalid` before the
/// visit begins.
pub fn report_visit(
    w: &mut Write,
    actor: &Actor,
    id: SessionId,
    text: &str,
    now: Moment,
) -> Result<(), Problem> {
    let (session, ..) = taught_session(w, actor, id)?;
    let row = visits::of_session(w, id)?.ok_or_else(Problem::not_found)?;
    if session.cancelled_at.is_some() {
        return Err(Problem::new(ProblemCode::SessionCancelled));
    }
    if let Some(fault) = report_fault(session.starts_at, now) {
        return Err(Problem::invalid(vec![fault]));
    }
    visits::report(w, id, text, (actor.person, now))?;
    let before = row.report.map(|report| json!({ "text": report.text }));
    let after = Some(json!({ "text": text }));
    let entry = audit::Entry { action: "session-visit-reported", subject: ("session", id.0), before, after };
    audit::record(w, actor, now, entry)
}
