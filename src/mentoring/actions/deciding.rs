//! Applying, and the steps that are decided on.

use super::{Path, candidacy, note, noticing, organisation, path};
use crate::db::Write;
use crate::identities::rules::reach::{Depth, depth};
use crate::identities::store::whose;
use crate::kernel::name::email_key;
use crate::kernel::{Actor, Fault, MentorId, Moment, OrganisationId, PersonId, Problem, Word as _};
use crate::mail::{self, Letter};
use crate::mentoring::rules::{StepKind, text_fault};
use crate::mentoring::store::{self, settings};
use crate::people::store::{self as people, addressees};
use crate::web::paths;
use serde_json::json;

/// Writes down an application that came on paper, of somebody whom the organisation sends or teaches.
///
/// # Errors
/// `NotFound` for other organisations; `Invalid` on `email` for somebody else, for oneself and for who has applied already,
/// on `application`.
pub fn enter(
    w: &mut Write,
    actor: &Actor,
    id: OrganisationId,
    (email, application): (&str, &str),
    now: Moment,
) -> Result<MentorId, Problem> {
    organisation(w, actor, id)?;
    let refused = |code| Problem::invalid(vec![Fault::new("email", code)]);
    let person = people::by_email(w, &email_key(email))?.filter(|row| row.deactivated_at.is_none());
    // Whom the organisation once enrolled without their doing, and who left, is nobody it knows: an address alone must not
    // lead to a name.
    let known = match &person {
        Some(row) => whose::whose(w, row.id)?.is_some_and(|whose| {
            let here = whose.ties.into_iter().filter(|(tied, _)| *tied == id);
            depth(here.map(|(_, tie)| tie)) > Depth::Nothing
        }),
        None => false,
    };
    let row = person.filter(|_| known).ok_or_else(|| refused("mentoring-person"))?;
    if actor.person == Some(row.id) {
        return Err(refused("mentoring-own"));
    }
    begin(w, actor, (id, row.id), ("email", application), now)
}

/// Applies to an organisation that takes applications; its coordinators are told in a letter.
///
/// # Errors
/// `Forbidden` when the program itself applies; `Invalid` on `organisation` for one that takes none or where one has applied
/// already, on `application`.
pub fn apply(
    w: &mut Write,
    actor: &Actor,
    (id, application): (OrganisationId, &str),
    now: Moment,
) -> Result<MentorId, Problem> {
    let person = actor.person_id()?;
    if !settings::of_one(w, id)?.asked.takes_applications {
        return Err(Problem::invalid(vec![Fault::new("organisation", "mentoring-no-applications")]));
    }
    let mentor = begin(w, actor, (id, person), ("organisation", application), now)?;
    noticing::tell_of_application(w, (mentor, id, person), now)?;
    Ok(mentor)
}

fn begin(
    w: &mut Write,
    actor: &Actor,
    whose: (OrganisationId, PersonId),
    (field, application): (&str, &str),
    now: Moment,
) -> Result<MentorId, Problem> {
    if let Some(fault) = text_fault("application", application) {
        return Err(Problem::invalid(vec![fault]));
    }
    let Some(id) = store::insert(w, whose, application, now)? else {
        return Err(Problem::invalid(vec![Fault::new(field, "mentoring-applied-already")]));
    };
    store::step(w, id, (StepKind::Applied, None, None), (actor.person, now))?;
    note(w, actor, now, ("mentor-applied", id), json!({ "organisation": whose.0, "person": whose.1 }))?;
    Ok(id)
}

/// The steps that a coordinator decides on here; the others come with what they are about.
pub const DECIDED: [StepKind; 4] =
    [StepKind::DocumentsChecked, StepKind::Trained, StepKind::Admitted, StepKind::Refused];

/// Takes a step. A refusal says why; the candidate reads it. What was decided about them goes to them in a letter.
///
/// # Errors
/// `NotFound` for other organisations and for oneself; `Invalid` on `step` with everything that is missing for it, on
/// `reason`.
pub fn take(
    w: &mut Write,
    actor: &Actor,
    id: MentorId,
    (step, reason): (StepKind, &str),
    now: Moment,
) -> Result<(), Problem> {
    let row = candidacy(w, actor, id)?;
    if !DECIDED.contains(&step) {
        return Err(Problem::invalid(vec![Fault::new("step", "unknown")]));
    }
    let fault = (step == StepKind::Refused).then(|| text_fault("reason", reason)).flatten();
    let known = path::one(w, row)?;
    let mut faults: Vec<Fault> = fault.into_iter().collect();
    faults.extend(known.lacks(step, now.date_in(actor.zone)).iter().map(|lack| lack.fault("step")));
    if !faults.is_empty() {
        return Err(Problem::invalid(faults));
    }
    let reason = Some(reason).filter(|_| step == StepKind::Refused);
    store::step(w, id, (step, None, reason), (actor.person, now))?;
    if step.ends() {
        store::end(w, id)?;
    }
    let learned = known.learned;
    let after = json!({ "step": step.as_str(), "hours": learned.hours(), "hours_in_person": learned.hours_in_person() });
    note(w, actor, now, ("mentor-step", id), after)?;
    match step {
        StepKind::Admitted => tell(w, &known, "candidacy_admitted", now),
        StepKind::Refused => tell(w, &known, "candidacy_refused", now),
        _ => Ok(()),
    }
}

/// A letter to a candidate. Why somebody was refused stands on their page and in no letter.
fn tell(w: &mut Write, known: &Path, name: &'static str, now: Moment) -> Result<(), Problem> {
    for to in addressees::of(w, &[known.row.person])? {
        let data = json!({
            "name": to.name.address(),
            "organisation": known.organisation,
            "path": paths::MY_MENTORING,
        });
        mail::send(w, now, &Letter { name, to: to.recipient(), data })?;
    }
    Ok(())
}

/// Gives one's own candidacy up.
///
/// # Errors
/// `NotFound` for the candidacies of others; `Invalid` on `step` while a pair meets: it is closed first.
pub fn withdraw(
    w: &mut Write,
    actor: &Actor,
    (id, reason): (MentorId, &str),
    now: Moment,
) -> Result<(), Problem> {
    let person = actor.person_id()?;
    let row = store::find(w, id)?.filter(|row| row.person == person).ok_or_else(Problem::not_found)?;
    if let Some(fault) = text_fault("reason", reason).filter(|_| !reason.is_empty()) {
        return Err(Problem::invalid(vec![fault]));
    }
    let known = path::one(w, row)?;
    if !known.lacks(StepKind::Withdrawn, now.date_in(actor.zone)).is_empty() {
        let code = if known.open_pair().is_some() { "mentoring-pair-first" } else { "mentoring-no-step" };
        return Err(Problem::invalid(vec![Fault::new("reason", code)]));
    }
    let said = Some(reason).filter(|reason| !reason.is_empty());
    store::step(w, id, (StepKind::Withdrawn, None, said), (actor.person, now))?;
    store::end(w, id)?;
    note(w, actor, now, ("mentor-step", id), json!({ "step": StepKind::Withdrawn.as_str() }))
}
