//! Who is at work on what. A claim ends by itself; each save prolongs it.

use super::desk::{Work, load};
use crate::audit::{self, Entry};
use crate::db::Write;
use crate::grading::rules::{CLAIM_MINUTES, Stance};
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
/// `NotFound` unless the actor teaches the edition; `Forbidden` for one's own work; `AlreadyGraded`, `WorkTaken`
/// and `AlreadyMarked` with who and when; `Conflict` for a work that was hidden; `Colleague` for one of one's own
/// organisation.
pub fn claim(w: &mut Write, actor: &Actor, id: SubmissionId, now: Moment) -> Result<Claimed, Problem> {
    let work = load(w, actor, id, now)?;
    let until = hold(w, actor, &work, now)?;
    Ok(Claimed { until })
}

/// Claims a work where that is possible, and says whether it was.
///
/// # Errors
/// The database's.
pub fn claim_if_free(w: &mut Write, actor: &Actor, id: SubmissionId, now: Moment) -> Result<bool, Problem> {
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
    if work.own {
        return Err(Problem::forbidden());
    }
    let person = actor.person_id()?;
    let at = |at: Moment| dates::date_and_time(actor.language, at, actor.zone);
    if let Some(grade) = work.version.grade.as_ref().filter(|_| work.version.hidden.is_none()) {
        let who = grade.row.grader.as_ref().map(PersonName::surname_and_initials).unwrap_or_default();
        return Err(Problem::new(ProblemCode::AlreadyGraded)
            .with("who", who)
            .with("at", at(grade.row.graded_at)));
    }
    if work.row.closed_at.is_some() || work.version.hidden.is_some() {
        return Err(Problem::new(ProblemCode::Conflict));
    }
    if work.conflict {
        return Err(Problem::new(ProblemCode::Colleague));
    }
    match work.stance {
        Stance::Free | Stance::Mine => Ok(person),
        Stance::Marked => Err(Problem::new(ProblemCode::AlreadyMarked)),
        Stance::Taken(held) => {
            let who = work.seats.iter().find(|seat| seat.held.person == held.person);
            let who = who.map(|seat| seat.name.surname_and_initials()).unwrap_or_default();
            let since = held.since.filter(|_| held.at_work(now)).unwrap_or(now);
            Err(Problem::new(ProblemCode::WorkTaken).with("who", who).with("at", at(since)))
        }
    }
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
