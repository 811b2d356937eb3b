//! Who is at work on what. A claim ends by itself; each save prolongs it.

use super::desk::{Work, load};
use crate::audit::{self, Entry};
use crate::db::Write;
use crate::grading::rules::{Barrier, CLAIM_MINUTES, may_mark};
use crate::grading::store;
use crate::kernel::{Actor, Moment, PersonId, PersonName, Problem, ProblemCode, SubmissionId, dates};

/// A claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Claimed {
    /// Until when it holds, unless something is saved before.
    pub until: Moment,
}

/// Takes a work to grade: others see who is at work, and cannot save.
///
/// # Errors
/// `NotFound` unless the actor teaches the edition; `Forbidden` for one's own work; `AlreadyGraded` and `WorkTaken`
/// with who and when; `WorkAllotted` with who; `AlreadyMarked`; `Conflict` for a work that was hidden; `Colleague` for a
/// work of one's own organisation.
pub fn claim(w: &mut Write, actor: &Actor, id: SubmissionId, now: Moment) -> Result<Claimed, Problem> {
    let work = load(w, actor, id, now)?;
    let until = hold(w, actor, &work, now)?;
    Ok(Claimed { until })
}

/// Claims a work where that is possible, and says whether it was.
pub(super) fn claim_if_free(
    w: &mut Write,
    actor: &Actor,
    id: SubmissionId,
    now: Moment,
) -> Result<bool, Problem> {
    let work = load(w, actor, id, now)?;
    if require_place(actor, &work, now).is_err() {
        return Ok(false);
    }
    hold(w, actor, &work, now).map(|_| true)
}

/// Claims a loaded work, or prolongs the claim.
pub(super) fn hold(w: &mut Write, actor: &Actor, work: &Work, now: Moment) -> Result<Moment, Problem> {
    let person = require_place(actor, work, now)?;
    let until = now.plus_minutes(CLAIM_MINUTES);
    store::claim(w, (work.row.submission, person), (now, until))?;
    Ok(until)
}

/// Lets somebody pass who may mark the work now.
pub(super) fn require_place(actor: &Actor, work: &Work, now: Moment) -> Result<PersonId, Problem> {
    may_mark(work.footing()).map_err(|barrier| refusal(actor, work, barrier, now))?;
    actor.person_id()
}

/// What is said to somebody whom something keeps from a work.
pub(super) fn refusal(actor: &Actor, work: &Work, barrier: Barrier, now: Moment) -> Problem {
    match barrier {
        Barrier::Own => Problem::forbidden(),
        Barrier::Graded => graded(actor, work),
        Barrier::Hidden | Barrier::Closed => Problem::new(ProblemCode::Conflict),
        Barrier::Colleague => Problem::new(ProblemCode::Colleague),
        Barrier::Marked => Problem::new(ProblemCode::AlreadyMarked),
        Barrier::Taken(held) => {
            let who = work.seats.iter().find(|seat| seat.held.person == held.person);
            let who = who.map(|seat| seat.name.surname_and_initials()).unwrap_or_default();
            match held.since.filter(|_| held.at_work(now)) {
                Some(since) => {
                    Problem::new(ProblemCode::WorkTaken).with("who", who).with("at", moment(actor, since))
                }
                // Nobody has begun: there is no time to name.
                None => Problem::new(ProblemCode::WorkAllotted).with("who", who),
            }
        }
    }
}

fn graded(actor: &Actor, work: &Work) -> Problem {
    let row = work.version.grade.as_ref().map(|grade| &grade.row);
    let who = row.and_then(|row| row.grader.as_ref()).map(PersonName::surname_and_initials);
    let at = row.map(|row| moment(actor, row.graded_at));
    let problem = Problem::new(ProblemCode::AlreadyGraded);
    problem.with("who", who.unwrap_or_default()).with("at", at.unwrap_or_default())
}

fn moment(actor: &Actor, at: Moment) -> String {
    dates::date_and_time(actor.language, at, actor.zone)
}

/// Leaves a work to others. Marks that were typed stay for whoever typed them.
///
/// # Errors
/// `NotFound` unless the actor teaches the edition.
pub fn leave(w: &mut Write, actor: &Actor, id: SubmissionId, now: Moment) -> Result<(), Problem> {
    load(w, actor, id, now)?;
    store::leave(w, (id, actor.person_id()?))?;
    let subject = ("submission", id.0);
    audit::record(w, actor, now, Entry { action: "work-left", subject, before: None, after: None })
}
