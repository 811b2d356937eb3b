//! Pairs: the match, its beginning, the contacts of the staff, the closure.

use super::recording::ahead;
use super::{candidacy, note, path, show_pair};
use crate::db::Write;
use crate::kernel::{Actor, Fault, MentorId, MentorPairId, Moment, Problem, Word as _};
use crate::mentoring::rules::{StepKind, lacks, mentee, text_fault};
use crate::mentoring::store;
use crate::mentoring::store::pairs::{self, Agreement, Closing, NewContact};
use chrono::{Months, NaiveDate};
use serde_json::json;

/// The longest time a pair can be agreed upon for, in months.
const LONGEST_MONTHS: u32 = 120;

/// Matches a mentor with a child. Everything that is asked of a mentor must hold today and on the day the pair begins.
///
/// # Errors
/// `NotFound` for other organisations and for oneself; `Invalid` on `step` with everything that is missing: an expired
/// certificate of no criminal record by its name, with the remedy; on the fields of the agreement.
pub fn pair(
    w: &mut Write,
    actor: &Actor,
    id: MentorId,
    new: &Agreement,
    now: Moment,
) -> Result<MentorPairId, Problem> {
    let row = candidacy(w, actor, id)?;
    let (known, today) = (path::one(w, row)?, now.date_in(actor.zone));
    let mut faults = agreement_faults(new, today);
    let days = (today, Some(new.starts_on));
    let missing = lacks(StepKind::Matched, &known.facts(), &known.setting.asked, days);
    faults.extend(missing.iter().map(|lack| lack.fault("step")));
    if !faults.is_empty() {
        return Err(Problem::invalid(faults));
    }
    let pair = pairs::insert(w, id, new, (actor.person, now))?;
    store::step(w, id, (StepKind::Matched, Some(pair), None), (actor.person, now))?;
    let after = json!({
        "pair": pair, "mentee": new.mentee_code, "starts_on": new.starts_on, "planned_end": new.planned_end,
        "consent_by": new.consent_by.as_str(), "consent_on": new.consent_on,
    });
    note(w, actor, now, ("mentor-matched", id), after)?;
    Ok(pair)
}

fn agreement_faults(new: &Agreement, today: NaiveDate) -> Vec<Fault> {
    let last = new.starts_on.checked_add_months(Months::new(LONGEST_MONTHS));
    let too_long = last.is_none_or(|last| new.planned_end > last);
    let faults = [
        mentee::code_fault("mentee_code", &new.mentee_code),
        mentee::year_fault("mentee_born_in", new.mentee_born_in, new.starts_on),
        (new.starts_on < today).then(|| Fault::new("starts_on", "mentoring-start-past")),
        (new.planned_end <= new.starts_on || too_long).then(|| Fault::new("planned_end", "mentoring-end")),
        ahead("consent_on", new.consent_on, today),
    ];
    faults.into_iter().flatten().collect()
}

/// Writes down that a pair has begun to meet.
///
/// # Errors
/// `NotFound`; `Invalid` on `step` with everything that is missing for it.
pub fn begin(w: &mut Write, actor: &Actor, id: MentorPairId, now: Moment) -> Result<(), Problem> {
    let (row, known) = show_pair(w, actor, id)?;
    if row.closure.is_some() {
        return Err(Problem::invalid(vec![Fault::new("step", "mentoring-pair-closed")]));
    }
    let missing = known.lacks(StepKind::Active, now.date_in(actor.zone));
    if !missing.is_empty() {
        return Err(Problem::invalid(missing.iter().map(|lack| lack.fault("step")).collect()));
    }
    store::step(w, row.candidacy, (StepKind::Active, Some(id), None), (actor.person, now))?;
    note(w, actor, now, ("mentor-began", row.candidacy), json!({ "pair": id }))
}

/// Writes down a contact with a pair.
///
/// # Errors
/// `NotFound`; `Invalid` on `held_on` for a day to come, before the match or after the closure, on `note`.
pub fn contact(
    w: &mut Write,
    actor: &Actor,
    id: MentorPairId,
    new: &NewContact,
    now: Moment,
) -> Result<(), Problem> {
    let (row, _) = show_pair(w, actor, id)?;
    let matched_on = row.matched_at.date_in(actor.zone);
    let closed_on = row.closure.as_ref().map(|closure| closure.closed_on);
    let mut faults: Vec<Fault> = ahead("held_on", new.held_on, now.date_in(actor.zone)).into_iter().collect();
    if new.held_on < matched_on {
        faults.push(Fault::new("held_on", "mentoring-before-match"));
    }
    if closed_on.is_some_and(|last| new.held_on > last) {
        faults.push(Fault::new("held_on", "mentoring-pair-closed"));
    }
    faults.extend(text_fault("note", &new.note));
    if !faults.is_empty() {
        return Err(Problem::invalid(faults));
    }
    pairs::insert_contact(w, id, new, (actor.person, now))?;
    let after = json!({ "pair": id, "held_on": new.held_on, "way": new.way.as_str() });
    note(w, actor, now, ("mentor-contact", row.candidacy), after)
}

/// Puts the planned end of a pair off. The agreement stays as it was; from when on and why stands beside it.
///
/// # Errors
/// `NotFound`; `Invalid` on `planned_end` for a day that is over, that is no later than the end now, or too far away, and when
/// the pair is closed; on `reason`.
pub fn extend(
    w: &mut Write,
    actor: &Actor,
    id: MentorPairId,
    (planned_end, reason): (NaiveDate, &str),
    now: Moment,
) -> Result<(), Problem> {
    let (row, _) = show_pair(w, actor, id)?;
    if row.closure.is_some() {
        return Err(Problem::invalid(vec![Fault::new("planned_end", "mentoring-pair-closed")]));
    }
    let last = row.agreement.starts_on.checked_add_months(Months::new(LONGEST_MONTHS));
    let is_later = planned_end > row.ends_on() && planned_end >= now.date_in(actor.zone);
    let mut faults = Vec::new();
    if !is_later || last.is_none_or(|last| planned_end > last) {
        faults.push(Fault::new("planned_end", "mentoring-extension"));
    }
    faults.extend(text_fault("reason", reason));
    if !faults.is_empty() {
        return Err(Problem::invalid(faults));
    }
    pairs::extend(w, id, (planned_end, reason), (actor.person, now))?;
    let after = json!({ "pair": id, "planned_end": planned_end });
    note(w, actor, now, ("mentor-extended", row.candidacy), after)
}

/// Closes a pair, with what was said at the end. The mentor may be matched again if everything still holds.
///
/// # Errors
/// `NotFound`; `Invalid` on `closed_on` for a day to come or before the match, on `exit_interview`, on `step` when it is
/// closed already.
pub fn close(
    w: &mut Write,
    actor: &Actor,
    id: MentorPairId,
    closing: &Closing,
    now: Moment,
) -> Result<(), Problem> {
    let (row, _) = show_pair(w, actor, id)?;
    if row.closure.is_some() {
        return Err(Problem::invalid(vec![Fault::new("closed_on", "mentoring-pair-closed")]));
    }
    let mut faults: Vec<Fault> =
        ahead("closed_on", closing.closed_on, now.date_in(actor.zone)).into_iter().collect();
    if closing.closed_on < row.matched_at.date_in(actor.zone) {
        faults.push(Fault::new("closed_on", "mentoring-before-match"));
    }
    faults.extend(text_fault("exit_interview", &closing.exit_interview));
    if !faults.is_empty() {
        return Err(Problem::invalid(faults));
    }
    pairs::close(w, id, closing, (actor.person, now))?;
    store::step(w, row.candidacy, (StepKind::Closed, Some(id), None), (actor.person, now))?;
    let after = json!({ "pair": id, "closed_on": closing.closed_on, "reason": closing.reason.as_str() });
    note(w, actor, now, ("mentor-closed", row.candidacy), after)
}
