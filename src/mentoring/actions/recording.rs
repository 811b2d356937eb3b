//! Writing down what somebody saw and heard: papers and conversations.

use super::{candidacy, note, path};
use crate::db::Write;
use crate::kernel::{Actor, Fault, MentorCheckId, MentorId, Moment, Problem, Word as _};
use crate::mentoring::rules::{Lack, StepKind, next_step, text_fault};
use crate::mentoring::store::records::{self, NewCheck, NewInterview};
use crate::mentoring::store::{self, CandidacyRow};
use chrono::NaiveDate;
use serde_json::json;

/// Writes down that a paper was seen: its number, date and term, never what it says. It takes the place of an older one of
/// its kind.
///
/// # Errors
/// `NotFound` for other organisations and for oneself; `Invalid` on `number`, on `dated` for a day to come, on
/// `valid_until` where the paper must have a term or it ends before it begins, on `kind` when the candidacy is over.
pub fn see(
    w: &mut Write,
    actor: &Actor,
    id: MentorId,
    new: &NewCheck,
    now: Moment,
) -> Result<MentorCheckId, Problem> {
    let row = candidacy(w, actor, id)?;
    let mut faults: Vec<Fault> = over("kind", &row).into_iter().collect();
    faults.extend(ahead("dated", new.dated, now.date_in(actor.zone)));
    faults.extend(match new.valid_until {
        None if new.kind.has_term() => Some(Fault::new("valid_until", "mentoring-term-needed")),
        Some(until) if until < new.dated => Some(Fault::new("valid_until", "mentoring-term-before")),
        _ => None,
    });
    if !faults.is_empty() {
        return Err(Problem::invalid(faults));
    }
    let check = records::insert_check(w, id, new, (actor.person, now))?;
    // The number stays in its own row: the log is kept for ever.
    let after = json!({ "check": check, "kind": new.kind.as_str(), "valid_until": new.valid_until });
    note(w, actor, now, ("mentor-check-seen", id), after)?;
    Ok(check)
}

/// Writes a conversation down. The first one face to face takes the candidate a step further.
///
/// # Errors
/// `NotFound` for other organisations and for oneself; `Invalid` on `held_on` for a day to come, on `notes`, on `step`
/// before the training and after the decision.
pub fn interview(
    w: &mut Write,
    actor: &Actor,
    id: MentorId,
    new: &NewInterview,
    now: Moment,
) -> Result<(), Problem> {
    let row = candidacy(w, actor, id)?;
    let state = path::one(w, row)?.state();
    let mut faults: Vec<Fault> = Vec::new();
    if !matches!(state, StepKind::Trained | StepKind::Interviewed) {
        faults.push(Lack::Order(next_step(state)).fault("step"));
    }
    faults.extend(ahead("held_on", new.held_on, now.date_in(actor.zone)));
    faults.extend(text_fault("notes", &new.notes));
    if !faults.is_empty() {
        return Err(Problem::invalid(faults));
    }
    records::insert_interview(w, id, new, (actor.person, now))?;
    if state == StepKind::Trained && new.in_person {
        store::step(w, id, (StepKind::Interviewed, None, None), (actor.person, now))?;
    }
    let after = json!({ "held_on": new.held_on, "in_person": new.in_person, "recommended": new.recommended });
    note(w, actor, now, ("mentor-interviewed", id), after)
}

/// The fault of a candidacy that is over.
fn over(field: &str, row: &CandidacyRow) -> Option<Fault> {
    (!row.is_open).then(|| Fault::new(field, "mentoring-no-step"))
}

/// The fault of a day to come.
pub(super) fn ahead(field: &str, day: NaiveDate, today: NaiveDate) -> Option<Fault> {
    (day > today).then(|| Fault::new(field, "mentoring-date-ahead"))
}
