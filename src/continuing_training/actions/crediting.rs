//! What people decide about one person: since when quarters are counted, and what is credited instead of a session.

use super::place::{asked, one};
use crate::audit;
use crate::continuing_training::rules::NewCredit;
use crate::continuing_training::store::{self, credits, people};
use crate::db::{Read, Write};
use crate::editions::store::{self as editions, EditionRow};
use crate::kernel::{Actor, EnrolmentId, Fault, Moment, Problem, TrainingCreditId};
use chrono::NaiveDate;
use serde_json::json;

/// The edition of somebody's place, for those who teach or administer it: they may credit.
///
/// # Errors
/// `NotFound` for anybody else, and for one's own place.
pub fn taught(r: &mut Read, actor: &Actor, id: EnrolmentId) -> Result<EditionRow, Problem> {
    let (enrolment, edition) = editions::enrolment(r, id)?.ok_or_else(Problem::not_found)?;
    let own = actor.person == Some(enrolment.person_id);
    if !own && actor.teaches(edition.id, edition.organisation_id) {
        Ok(edition)
    } else {
        Err(Problem::not_found())
    }
}

/// The edition of somebody's place, for those who administer it: they may set the start.
///
/// # Errors
/// `NotFound` for anybody else, and for one's own place.
pub fn administered(r: &mut Read, actor: &Actor, id: EnrolmentId) -> Result<EditionRow, Problem> {
    let edition = taught(r, actor, id)?;
    actor.require_administrator_of(edition.organisation_id).map_err(|_| Problem::not_found())?;
    Ok(edition)
}

/// Sets since when quarters are counted for somebody.
///
/// # Errors
/// `NotFound` for whoever does not administer the edition, or for oneself; `Invalid` for a day outside of the edition.
pub fn start(
    w: &mut Write,
    actor: &Actor,
    id: EnrolmentId,
    starts_on: NaiveDate,
    now: Moment,
) -> Result<(), Problem> {
    let edition = administered(w, actor, id)?;
    if starts_on < edition.starts_on || starts_on > edition.ends_on {
        let day = |date: NaiveDate| date.format("%d.%m.%Y").to_string();
        let fault = Fault::new("starts_on", "outside-edition");
        let fault = fault.with("from", day(edition.starts_on)).with("to", day(edition.ends_on));
        return Err(Problem::invalid(vec![fault]));
    }
    let rule = asked(store::rule(w, edition.id)?);
    let before = one(w, id, (&edition, &rule), (actor, now.date_in(edition.time_zone)))?.starts_on;
    people::insert_start(w, id, starts_on, (actor.person, now))?;
    let entry = audit::Entry {
        action: "training-start-set",
        subject: ("enrolment", id.0),
        before: Some(json!({ "starts_on": before })),
        after: Some(json!({ "starts_on": starts_on })),
    };
    audit::record(w, actor, now, entry)
}

/// Credits what somebody did in person instead of the session of a quarter. It closes that quarter and adds no hours.
///
/// # Errors
/// `NotFound` for whoever does not teach the edition, or for oneself; `Invalid` with the faults of the fields.
pub fn credit(
    w: &mut Write,
    actor: &Actor,
    id: EnrolmentId,
    new: &NewCredit,
    now: Moment,
) -> Result<TrainingCreditId, Problem> {
    let edition = taught(w, actor, id)?;
    let rule = asked(store::rule(w, edition.id)?);
    let today = now.date_in(edition.time_zone);
    let mentor = one(w, id, (&edition, &rule), (actor, today))?;
    let faults = new.faults(&rule, (&mentor.standing, &mentor.visits, &mentor.make_ups()), today);
    if !faults.is_empty() {
        return Err(Problem::invalid(faults));
    }
    let credit = credits::insert(w, id, new, (actor.person, now))?;
    let entry = audit::Entry {
        action: "training-credited",
        subject: ("enrolment", id.0),
        before: None,
        after: Some(json!({ "credit": credit, "quarter": new.quarter.to_string(), "done_on": new.done_on,
            "minutes": new.minutes, "about": new.about })),
    };
    audit::record(w, actor, now, entry)?;
    Ok(credit)
}

/// Whose a credit is, for those who may take it back.
///
/// # Errors
/// `NotFound` for whoever does not teach the edition, or for oneself.
pub fn credited(r: &mut Read, actor: &Actor, id: TrainingCreditId) -> Result<EnrolmentId, Problem> {
    let row = credits::find(r, id)?.ok_or_else(Problem::not_found)?;
    taught(r, actor, row.enrolment)?;
    Ok(row.enrolment)
}

/// Takes a credit back, and says whose it was; taking it back twice is once.
///
/// # Errors
/// `NotFound` for whoever does not teach the edition, or for oneself.
pub fn revoke(
    w: &mut Write,
    actor: &Actor,
    id: TrainingCreditId,
    reason: &str,
    now: Moment,
) -> Result<EnrolmentId, Problem> {
    let row = credits::find(w, id)?.ok_or_else(Problem::not_found)?;
    taught(w, actor, row.enrolment)?;
    if reason.is_empty() {
        return Err(Problem::invalid(vec![Fault::new("reason", "required")]));
    }
    if credits::revoke(w, id, reason, (actor.person, now))? {
        let entry = audit::Entry {
            action: "training-credit-revoked",
            subject: ("enrolment", row.enrolment.0),
            before: Some(json!({ "credit": id, "quarter": row.quarter.to_string() })),
            after: Some(json!({ "reason": reason })),
        };
        audit::record(w, actor, now, entry)?;
    }
    Ok(row.enrolment)
}
