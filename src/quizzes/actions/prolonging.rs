//! More time for attempts that are under way when an exception is made for those who write them, or when they get extra
//! time wherever there is a clock (G3).

use super::attempts::{DEADLINE_JOB, terms_of};
use super::terms;
use crate::audit::{self, Entry};
use crate::db::Write;
use crate::editions::store::EditionRow;
use crate::jobs::{self, NewJob};
use crate::kernel::{ActivityId, Actor, Moment, PersonId, Problem};
use crate::people::store::accommodations;
use crate::progress::actions as progress;
use crate::quizzes::rules::setup::{Changes, Terms};
use crate::quizzes::rules::term;
use crate::quizzes::store::overrides::{self, Whom};
use crate::quizzes::store::{self, AttemptRow};
use serde_json::json;

/// Moves the deadlines of attempts under way to where the exception puts them, if that is later.
///
/// # Errors
/// The database's.
pub(super) fn prolong(
    w: &mut Write,
    actor: &Actor,
    (edition, quiz): (&EditionRow, ActivityId),
    (whom, changes): (Whom, &Changes),
    now: Moment,
) -> Result<(), Problem> {
    if changes.time_limit.is_none() && changes.closes.is_none() {
        return Ok(());
    }
    for id in overrides::open_attempts(w, (edition.id, quiz), whom)? {
        let attempt = store::attempt(w, id)?.filter(|attempt| attempt.takes_answers(now));
        if let Some(attempt) = attempt {
            prolong_one(w, actor, &attempt, changes, now)?;
        }
    }
    Ok(())
}

fn prolong_one(
    w: &mut Write,
    actor: &Actor,
    attempt: &AttemptRow,
    changes: &Changes,
    now: Moment,
) -> Result<(), Problem> {
    let Some(before) = attempt.due_at else { return Ok(()) };
    let standing = progress::standing(w, &Actor::program(), attempt.enrolment_id)?;
    let drawn = terms_of(w, attempt)?;
    let held = terms::situation(w, &standing, attempt.activity_id)?.terms;
    let began = (&standing.edition.term(), attempt.started_at);
    let due = term::prolonged((&drawn, &held), changes, began, before);
    moved(w, actor, (attempt, &drawn), (before, due), now)
}

/// Moves the deadlines of a person's attempts under way to where the extra time of now puts them, if that is later.
///
/// # Errors
/// The database's.
pub fn lengthen(w: &mut Write, person: PersonId, now: Moment) -> Result<(), Problem> {
    for id in overrides::open_attempts_of(w, person)? {
        let attempt = store::attempt(w, id)?.filter(|attempt| attempt.takes_answers(now));
        let Some((attempt, before)) = attempt.and_then(|attempt| attempt.due_at.map(|due| (attempt, due)))
        else {
            continue;
        };
        let standing = progress::standing(w, &Actor::program(), attempt.enrolment_id)?;
        let drawn = terms_of(w, &attempt)?;
        let situation = terms::situation(w, &standing, attempt.activity_id)?;
        let exceptions: Vec<Changes> = situation.exceptions.iter().map(|row| row.changes.0).collect();
        let percent = accommodations::latest(w, person)?.map_or(0, |(percent, _)| percent);
        let began = (&standing.edition.term(), attempt.started_at);
        let due = term::lengthened(&drawn, (&exceptions, percent), began, before);
        moved(w, &Actor::program(), (&attempt, &drawn), (before, due), now)?;
    }
    Ok(())
}

/// Writes down a later deadline, and hands the attempt in then.
fn moved(
    w: &mut Write,
    actor: &Actor,
    (attempt, drawn): (&AttemptRow, &Terms),
    (before, due): (Moment, Moment),
    now: Moment,
) -> Result<(), Problem> {
    if due == before {
        return Ok(());
    }
    let taken_until = term::taken_until(&drawn.settings, due);
    store::prolong(w, attempt.id, (due, taken_until))?;
    let job = NewJob {
        kind: DEADLINE_JOB,
        payload: json!({ "attempt": attempt.id }),
        unique_key: Some(format!("{DEADLINE_JOB}:{}:{}", attempt.id, taken_until.rfc3339())),
    };
    jobs::enqueue_at(w, now, taken_until, job)?;
    let entry = Entry {
        action: "quiz-attempt-prolonged",
        subject: ("quiz-attempt", attempt.id.0),
        before: Some(json!({ "due_at": before.rfc3339() })),
        after: Some(json!({ "due_at": due.rfc3339() })),
    };
    audit::record(w, actor, now, entry)
}
