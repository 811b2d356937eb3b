//! Giving works out to reviewers: when the deadline is over or staff say so, to late works, and once more where
//! reviews did not come.

use super::letters;
use crate::audit::{self, Entry};
use crate::cases::actions::{last_deadline, taught_case};
use crate::cases::store::{self as cases, CaseAt};
use crate::db::{Read, Write};
use crate::editions::store::{self as editions, EditionRow};
use crate::jobs::{NewJob, enqueue_at};
use crate::kernel::{
    ActivityId, Actor, EditionId, EnrolmentId, Fault, Moment, PeerReviewId, Problem, ProblemCode,
};
use crate::peer_reviews::rules::{self, Lacking, Pair, ReviewState, Work};
use crate::peer_reviews::store::{self, ReviewRow, RoundRow};
use serde_json::json;
use std::collections::HashSet;

/// The job that gives works out when the deadline is over, and once more what was not done.
pub const STEP_JOB: &str = "peer-reviews-step";

/// Gives out the works that have come, or those that came late.
///
/// # Errors
/// `NotFound` unless the actor teaches the edition; `Conflict` where no reviewing is set; `Invalid` before the last
/// deadline unless that is meant, and when there are not two works, or no further one.
pub fn allot(w: &mut Write, actor: &Actor, at: CaseAt, early: bool, now: Moment) -> Result<usize, Problem> {
    let (edition, _) = taught_case(w, actor, at)?;
    let row = store::round(w, at)?.filter(|row| row.setup.reviewers > 0);
    let row = row.ok_or_else(|| Problem::new(ProblemCode::Conflict))?;
    if row.allotted_at.is_none() && !early && now < last_deadline(w, &edition, at.1)? {
        return Err(Problem::invalid(vec![Fault::new("early", "peer-early")]));
    }
    let given = give_out(w, actor, at, row, now)?;
    if given == 0 {
        return Err(Problem::invalid(vec![Fault::new("works", "peer-no-works")]));
    }
    Ok(given)
}

/// What is due at a case now: the first allotment after the last deadline, then once more what was not done. Does
/// nothing where nothing is due, so that it may run at any time and twice.
///
/// # Errors
/// The database's.
pub fn tend(w: &mut Write, at: CaseAt, now: Moment) -> Result<(), Problem> {
    let Some(edition) = editions::edition(w, at.0)? else { return Ok(()) };
    let Some(row) = store::round(w, at)?.filter(|row| row.setup.reviewers > 0) else { return Ok(()) };
    let last = last_deadline(w, &edition, at.1)?;
    match row {
        RoundRow { allotted_at: None, .. } if now < last => later(w, at, last, now),
        RoundRow { allotted_at: None, .. } => give_out(w, &Actor::program(), at, row, now).map(|_| ()),
        RoundRow { renewed_at: None, due_at: Some(due), .. } if now < due => later(w, at, due, now),
        RoundRow { renewed_at: None, due_at: Some(_), .. } => renew(w, at, row, now),
        _ => Ok(()),
    }
}

/// Looks again at a case at some moment.
pub(super) fn later(w: &mut Write, at: CaseAt, when: Moment, now: Moment) -> Result<(), Problem> {
    let payload = json!({ "edition": at.0, "activity": at.1 });
    let unique_key = Some(format!("{STEP_JOB}-{}-{}-{}", at.0, at.1, when.0.timestamp()));
    enqueue_at(w, now, when.max(now), NewJob { kind: STEP_JOB, payload, unique_key })?;
    Ok(())
}

/// The works that may be given out, and what was given out so far.
fn found(r: &mut Read, at: CaseAt) -> Result<(Vec<Work>, Vec<ReviewRow>), Problem> {
    let reviews = store::of_case(r, at)?;
    let work = |last: cases::LastWork| Work { submission: last.submission, author: last.enrolment };
    let works = cases::last_works(r, at)?.into_iter().map(work).collect();
    Ok((works, reviews))
}

/// A number of chance that nobody can reckon beforehand and that a transaction tried again finds again.
fn seed(at: (EditionId, ActivityId), now: Moment) -> u64 {
    let nanos = now.0.timestamp_nanos_opt().unwrap_or_default().unsigned_abs();
    nanos ^ at.0.0.unsigned_abs().rotate_left(32) ^ at.1.0.unsigned_abs()
}

fn pair(row: &ReviewRow) -> Pair {
    (row.place.submission, row.place.reviewer)
}

fn give_out(w: &mut Write, actor: &Actor, at: CaseAt, row: RoundRow, now: Moment) -> Result<usize, Problem> {
    let (works, reviews) = found(w, at)?;
    let wanted = usize::try_from(row.setup.reviewers).unwrap_or(0);
    let pairs = if reviews.is_empty() {
        rules::circle(&works, wanted, seed(at, now))
    } else {
        // Whoever's work was given out before keeps that version and its reviewers, unless it was hidden since.
        let standing = reviews.iter().filter(|row| !row.facts.hidden);
        let known: HashSet<EnrolmentId> = standing.map(|row| row.place.author).collect();
        let late = works.iter().filter(|work| !known.contains(&work.author));
        let lacking: Vec<Lacking> = late.map(|work| Lacking { work: *work, missing: wanted }).collect();
        let ever: Vec<Pair> = reviews.iter().map(pair).collect();
        rules::fill(&lacking, &loads(&works, &reviews, now), &ever, seed(at, now))
    };
    if pairs.is_empty() {
        return Ok(0);
    }
    let due = due_after(row, now);
    store::insert(w, &pairs, now, due)?;
    if row.allotted_at.is_none() {
        store::mark_allotted(w, at, now, due)?;
        later(w, at, due, now)?;
    }
    tell(w, actor, at, &pairs, ("peer-reviews-allotted", due), now)?;
    Ok(pairs.len())
}

/// What was not done in time goes to others, who have handed in all of theirs first; where nobody is left, the work is
/// listed for those who grade.
fn renew(w: &mut Write, at: CaseAt, row: RoundRow, now: Moment) -> Result<(), Problem> {
    let (works, reviews) = found(w, at)?;
    let overdue: Vec<&ReviewRow> =
        reviews.iter().filter(|one| one.state(now) == ReviewState::Overdue).collect();
    let lazy: HashSet<EnrolmentId> = overdue.iter().map(|one| one.place.reviewer).collect();
    let mut lacking: Vec<Lacking> = Vec::new();
    for one in &overdue {
        // The version that was given out: its author may have handed in another one since.
        let work = Work { submission: one.place.submission, author: one.place.author };
        match lacking.iter_mut().find(|known| known.work == work) {
            Some(known) => known.missing += 1,
            None if works.iter().any(|other| other.author == work.author) => {
                lacking.push(Lacking { work, missing: 1 });
            }
            None => {}
        }
    }
    let mut candidates = loads(&works, &reviews, now);
    candidates.retain(|(who, _)| !lazy.contains(who));
    let ever: Vec<Pair> = reviews.iter().map(pair).collect();
    let pairs = rules::fill(&lacking, &candidates, &ever, seed(at, now));
    let due = due_after(row, now);
    store::mark_renewed(w, at, now, if pairs.is_empty() { row.due_at.unwrap_or(now) } else { due })?;
    // Only what somebody else took is taken away: a late review is better than none.
    let mut taken = pairs.clone();
    let mut passed: Vec<PeerReviewId> = Vec::new();
    for one in overdue {
        if let Some(place) = taken.iter().position(|(work, _)| *work == one.place.submission) {
            taken.swap_remove(place);
            passed.push(one.id);
        }
    }
    store::pass_on(w, &passed, now)?;
    store::insert(w, &pairs, now, due)?;
    if pairs.is_empty() {
        return Ok(());
    }
    tell(w, &Actor::program(), at, &pairs, ("peer-reviews-passed-on", due), now)
}

/// Everybody who may review, with how much they were asked for.
fn loads(works: &[Work], reviews: &[ReviewRow], now: Moment) -> Vec<(EnrolmentId, usize)> {
    let counts = |row: &&ReviewRow| {
        !matches!(row.state(now), ReviewState::Hidden | ReviewState::PassedOn | ReviewState::Dropped)
    };
    let load =
        |who: EnrolmentId| reviews.iter().filter(counts).filter(|row| row.place.reviewer == who).count();
    works.iter().map(|work| (work.author, load(work.author))).collect()
}

fn due_after(row: RoundRow, now: Moment) -> Moment {
    now.plus_minutes(i64::from(row.setup.days) * 24 * 60)
}

fn tell(
    w: &mut Write,
    actor: &Actor,
    at: CaseAt,
    pairs: &[Pair],
    (action, due): (&'static str, Moment),
    now: Moment,
) -> Result<(), Problem> {
    let edition: EditionRow = editions::edition(w, at.0)?.ok_or_else(Problem::not_found)?;
    let after = Some(json!({ "activity": at.1, "reviews": pairs.len() }));
    let subject = ("edition", at.0.0);
    audit::record(w, actor, now, Entry { action, subject, before: None, after })?;
    letters::ask_reviewers(w, (&edition, at.1), pairs, due, now)
}
