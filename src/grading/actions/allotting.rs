//! Who gets which work: by the rule of the case when a version is handed in, and by an administrator (H8).

use super::desk::load;
use crate::audit::{self, Entry};
use crate::cases::rules::Allocation;
use crate::cases::store as cases;
use crate::db::Write;
use crate::editions::store as editions;
use crate::editions::store::trainers;
use crate::grading::rules::{self, choose, conflicted, freed};
use crate::grading::store::{self, WorkRow};
use crate::kernel::{
    Actor, EditionId, Fault, GradingExceptionId, Moment, PersonId, Problem, ProblemCode, SubmissionId,
};
use serde_json::json;

/// Finds graders for a version that was just handed in, by the rule of its case. One that somebody is at work on
/// or was given already stays as it is.
///
/// # Errors
/// The database's.
pub fn allot(w: &mut Write, id: SubmissionId, now: Moment) -> Result<(), Problem> {
    let Some(row) = store::work(w, id)? else { return Ok(()) };
    let taken = store::seats(w, id)?.iter().any(|seat| seat.held.holds(now));
    if taken || row.settled_at.is_some() {
        return Ok(());
    }
    let graders = usize::try_from(row.graders).unwrap_or(1);
    choose_for(w, &row, (&[], graders), now)
}

/// Finds a third grader for a work that two have marked too far apart, by the rule of its case: neither of the two. Where
/// nobody is left it stays in the queue, free for whoever may take it.
pub(super) fn allot_third(w: &mut Write, row: &WorkRow, now: Moment) -> Result<(), Problem> {
    let seats = store::seats(w, row.submission)?;
    // Somebody is at work on it already: nobody else is needed.
    if seats.iter().any(|seat| !seat.held.marked && seat.held.holds(now)) {
        return Ok(());
    }
    let marked: Vec<PersonId> =
        seats.iter().filter(|seat| seat.held.marked).map(|seat| seat.held.person).collect();
    choose_for(w, row, (&marked, 1), now)
}

/// Gives a work to so many graders, as the rule of its case chooses them; never to some, nor to anybody who wrote it or
/// works with them.
fn choose_for(
    w: &mut Write,
    row: &WorkRow,
    (never, graders): (&[PersonId], usize),
    now: Moment,
) -> Result<(), Problem> {
    let (id, at) = (row.submission, (row.edition, row.activity));
    let (_, setup) = cases::setup(w, at)?;
    // Without a rule nobody is looked for, and nothing has happened that could be told.
    if setup.allocation == Allocation::None {
        return Ok(());
    }
    let mut candidates = store::candidates(w, at, row.organisation)?;
    let members = cases::shares(w, &[id])?;
    candidates.retain(|one| {
        !never.contains(&one.person)
            && members.iter().all(|share| {
                share.person != one.person && !conflicted(one.organisation, share.organisation, one.excepted)
            })
    });
    let chosen = choose(setup.allocation, &candidates, (row.author, row.organisation), graders);
    for person in &chosen {
        store::allot(w, (id, *person), (None, now))?;
    }
    let after = Some(json!({ "graders": chosen, "rule": setup.allocation }));
    let entry = Entry { action: "work-allotted", subject: ("submission", id.0), before: None, after };
    audit::record(w, &Actor::program(), now, entry)
}

/// Who gets a work, and why.
#[derive(Debug, Clone)]
pub struct AssignInput {
    /// Which version.
    pub submission: SubmissionId,
    /// Who gets it.
    pub to: PersonId,
    /// Whose place they take, where a work has several graders.
    pub instead: Option<PersonId>,
    /// Why.
    pub reason: String,
}

/// Gives a work to another trainer of its edition. Whoever had it and has not marked loses it; of several graders only
/// the one who is named. What they have typed stays theirs to read.
///
/// # Errors
/// `NotFound` unless the actor teaches the edition; `Forbidden` unless they administer it; `Conflict` when its grade is
/// decided; `Invalid` for somebody who does not teach the edition, wrote the work, has marked it, or is of the author's
/// organisation without an exception, for several graders of whom none is named, and without a reason.
pub fn reassign(w: &mut Write, actor: &Actor, input: &AssignInput, now: Moment) -> Result<(), Problem> {
    let (id, to) = (input.submission, input.to);
    let work = load(w, actor, id, now)?;
    actor.require_administrator_of(work.standing.edition.organisation_id)?;
    if work.row.settled_at.is_some() {
        return Err(Problem::new(ProblemCode::Conflict));
    }
    let mut faults = Vec::new();
    let reason = rules::reason(&input.reason).map_err(|fault| faults.push(fault)).unwrap_or_default();
    let candidates = store::candidates(w, (work.row.edition, work.row.activity), work.row.organisation)?;
    match candidates.iter().find(|one| one.person == to) {
        None => faults.push(Fault::new("person", "unknown")),
        Some(one) if work.is_by(one.person) => faults.push(Fault::new("person", "grading-own")),
        Some(one)
            if work
                .shares
                .iter()
                .map(|share| share.organisation)
                .chain([work.row.organisation])
                .any(|sender| conflicted(one.organisation, sender, one.excepted)) =>
        {
            faults.push(Fault::new("person", "grading-colleague"));
        }
        Some(_) => {}
    }
    let held: Vec<_> = work.seats.iter().map(|seat| seat.held).collect();
    let freed = freed(&held, work.row.graders, (to, input.instead), now);
    let freed = freed.map_err(|fault| faults.push(fault)).unwrap_or_default();
    if !faults.is_empty() {
        return Err(Problem::invalid(faults));
    }
    let before: Vec<PersonId> =
        work.seats.iter().filter(|seat| seat.held.holds(now)).map(|seat| seat.held.person).collect();
    for person in freed {
        store::clear_seat(w, (id, person))?;
    }
    store::allot(w, (id, to), (actor.person, now))?;
    let (before, after) =
        (Some(json!({ "graders": before })), Some(json!({ "grader": to, "reason": reason })));
    audit::record(
        w,
        actor,
        now,
        Entry { action: "work-reassigned", subject: ("submission", id.0), before, after },
    )
}

/// Records that a trainer of an edition may grade people of their own organisation. While such an exception holds,
/// another is not recorded: the one that holds is given back.
///
/// # Errors
/// `NotFound` for an edition that is not the actor's; `Forbidden` unless they administer it; `Invalid` for
/// somebody who does not teach it, and without a reason.
pub fn except(
    w: &mut Write,
    actor: &Actor,
    (edition, person): (EditionId, PersonId),
    reason: &str,
    now: Moment,
) -> Result<GradingExceptionId, Problem> {
    let row = editions::edition(w, edition)?
        .filter(|row| actor.teaches(row.id, row.organisation_id))
        .ok_or_else(Problem::not_found)?;
    actor.require_administrator_of(row.organisation_id)?;
    let mut faults = Vec::new();
    let reason = rules::reason(reason).map_err(|fault| faults.push(fault)).unwrap_or_default();
    if !trainers::of_edition(w, edition)?.iter().any(|(known, _)| *known == person) {
        faults.push(Fault::new("person", "unknown"));
    }
    if !faults.is_empty() {
        return Err(Problem::invalid(faults));
    }
    if let Some(holding) = store::exception_for(w, edition, person)? {
        return Ok(holding);
    }
    let id = store::insert_exception(w, (edition, person, &reason), (actor.person, now))?;
    let after = Some(json!({ "person": person, "reason": reason }));
    let subject = ("edition", edition.0);
    audit::record(w, actor, now, Entry { action: "grading-exception-made", subject, before: None, after })?;
    Ok(id)
}

/// Takes such an exception back; grades given under it stay.
///
/// # Errors
/// `NotFound` when it does not hold or is not the actor's to see; `Forbidden` unless they administer the edition.
pub fn take_exception_back(
    w: &mut Write,
    actor: &Actor,
    id: GradingExceptionId,
    now: Moment,
) -> Result<EditionId, Problem> {
    let edition = store::exception(w, id)?.ok_or_else(Problem::not_found)?;
    let row = editions::edition(w, edition)?
        .filter(|row| actor.teaches(row.id, row.organisation_id))
        .ok_or_else(Problem::not_found)?;
    actor.require_administrator_of(row.organisation_id)?;
    store::revoke_exception(w, id, (actor.person, now))?;
    let (before, subject) = (Some(json!({ "exception": id })), ("edition", edition.0));
    audit::record(
        w,
        actor,
        now,
        Entry { action: "grading-exception-revoked", subject, before, after: None },
    )?;
    Ok(edition)
}
