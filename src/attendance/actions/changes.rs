//! Letters about changes of sessions. They go some minutes after the last change and tell what people knew before beside
//! what is now: of a session that is dragged about and put back nobody has to read (T3).

use super::letters::{Subject, concerned, held, path_of};
use crate::attendance::store::concerned::Told;
use crate::attendance::store::revisions;
use crate::attendance::store::sessions::{self, SessionRow};
use crate::db::Write;
use crate::jobs::{NewJob, enqueue, enqueue_at};
use crate::kernel::{Actor, Localised, Moment, PersonId, Problem, SessionId};
use crate::mail::Letter;
use crate::programmes::store as programmes;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::HashSet;

/// The kind of job that tells of a change.
pub const JOB: &str = "session-change";

/// So many minutes after a change people are told of it.
const WAIT: i64 = 5;

/// However often a session is changed, people are told no later than so many minutes after the first change.
const MOST_WAIT: i64 = 15;

/// What begins within so many minutes is told at once.
const SOON: i64 = 60;

/// A change of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The session.
    pub session: SessionId,
    /// Which form of it came about: where there is a newer one by now, that one is told.
    pub revision: i32,
    /// Who changed it.
    pub by: Option<PersonId>,
}

/// Notes that a session was changed, and puts the letters off. Whatever is over is nobody's news.
pub(super) fn changed(w: &mut Write, actor: &Actor, old: &SessionRow, now: Moment) -> Result<(), Problem> {
    let Some((new, ..)) = sessions::session(w, old.id)? else { return Ok(()) };
    if !differs(old, &new) && old.trainer_id == new.trainer_id {
        return Ok(());
    }
    let revision = revisions::insert(w, old.id, now)?;
    if old.ends_at <= now && new.ends_at <= now {
        return Ok(());
    }
    revisions::keep_untold(w, old, now)?;
    let change = Change { session: old.id, revision: revision.number, by: actor.person };
    let payload = serde_json::to_value(change).map_err(Problem::internal)?;
    let job = NewJob { kind: JOB, payload, unique_key: None };
    let (known, since) = revisions::untold_since(w, old.id)?.unwrap_or_else(|| (old.clone(), now));
    match told_at([known.starts_at, old.starts_at, new.starts_at], since, now) {
        at if at > now => enqueue_at(w, now, at, job)?,
        _ => enqueue(w, now, job)?,
    };
    Ok(())
}

/// When people are told of a change: some minutes later, so that the next one may join it, but not for ever, and at once
/// where the session begins soon, or did by what they know.
fn told_at(starts: [Moment; 3], since: Moment, now: Moment) -> Moment {
    if starts.iter().any(|at| *at <= now.plus_minutes(SOON)) {
        return now;
    }
    now.plus_minutes(WAIT).min(since.plus_minutes(MOST_WAIT)).max(now)
}

/// Tells everybody whom it concerns that a session was moved, or is held elsewhere or by somebody else since they were
/// told last; nobody when it was changed again or cancelled meanwhile, or all is as they know it. Those who learn are
/// not told who teaches.
///
/// # Errors
/// The database's.
pub fn tell(w: &mut Write, change: Change, now: Moment) -> Result<(), Problem> {
    let id = change.session;
    let present = revisions::of(w, &[id])?.get(&id).copied();
    let Some(revision) = present.filter(|present| present.number == change.revision) else { return Ok(()) };
    let Some(old) = revisions::untold(w, id)? else { return Ok(()) };
    revisions::forget_untold(w, id)?;
    let Some(found) = sessions::session(w, id)? else { return Ok(()) };
    let (new, differs) = (&found.0, differs(&old, &found.0));
    let over = old.ends_at <= now && new.ends_at <= now;
    if over || new.cancelled_at.is_some() || (!differs && old.trainer_id == new.trainer_id) {
        return Ok(());
    }
    let was_title = match programmes::activity(w, old.activity_id)? {
        Some(was) if old.activity_id != new.activity_id => Some(was.title.0),
        _ => None,
    };
    let all = before_and_after(concerned(w, &old)?, concerned(w, new)?);
    let subject = Subject::new(found, revision);
    for (one, before, after) in all {
        let knows = change.by == Some(one.person) && !one.invited;
        if knows || (!differs && before && after) {
            continue;
        }
        let letter = letter(&one, (&old, was_title.as_ref()), &subject, (before, after));
        subject.tell(w, &one, &letter, (!after, now))?;
    }
    Ok(())
}

fn letter(
    one: &Told,
    (old, was_title): (&SessionRow, Option<&Localised>),
    subject: &Subject,
    (before, after): (bool, bool),
) -> Letter {
    let data = json!({
        "name": one.name.address(),
        "title": subject.title.for_reader(one.language),
        "was_title": was_title.map(|title| title.for_reader(one.language)),
        "was": held(old, one.language, one.zone),
        "held": held(&subject.row, one.language, one.zone),
        "joins": !before,
        "leaves": !after,
        "path": path_of(one, &subject.row),
    });
    Letter { name: "session_changed", to: one.recipient(), data }
}

/// Everybody once, with whether the session concerned them before and does now: those who learn first.
fn before_and_after(before: Vec<Told>, after: Vec<Told>) -> Vec<(Told, bool, bool)> {
    let was: HashSet<PersonId> = before.iter().map(|one| one.person).collect();
    let is: HashSet<PersonId> = after.iter().map(|one| one.person).collect();
    let left = before.into_iter().filter(|one| !is.contains(&one.person)).map(|one| (one, true, false));
    let mut all: Vec<_> = left.collect();
    all.extend(
        after.into_iter().map(|one| (was.contains(&one.person), one)).map(|(was, one)| (one, was, true)),
    );
    all.sort_by_key(|(one, ..)| (one.enrolment.is_none(), one.enrolment, one.person));
    all
}

/// What is held, when or where is another.
fn differs(old: &SessionRow, new: &SessionRow) -> bool {
    let seen = |row: &SessionRow| (row.activity_id, row.starts_at, row.ends_at, row.mode);
    seen(old) != seen(new) || old.place != new.place || old.link != new.link
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_are_told_a_little_later_but_not_much_and_at_once_where_it_presses() {
        let at = |text| Moment::parse(text).unwrap();
        let (since, far) = (at("2026-09-15T06:00:00Z"), at("2026-09-20T06:00:00Z"));
        let told = |starts, now| told_at(starts, since, at(now));
        assert_eq!(told([far; 3], "2026-09-15T06:00:00Z"), at("2026-09-15T06:05:00Z"));
        assert_eq!(told([far; 3], "2026-09-15T06:04:00Z"), at("2026-09-15T06:09:00Z"));
        let last = at("2026-09-15T06:15:00Z");
        assert_eq!(
            told([far; 3], "2026-09-15T06:12:00Z"),
            last,
            "no later, however often it is dragged about"
        );
        let late = "2026-09-15T06:20:00Z";
        assert_eq!(told([far; 3], late), at(late), "the program was away");
        // People know of today at half past six; it was moved to another day, and is moved once more.
        let known = at("2026-09-15T06:30:00Z");
        let again = "2026-09-15T06:03:00Z";
        assert_eq!(told([known, far, far], again), at(again), "they are on their way");
        assert_eq!(told([far, far, known], again), at(again));
    }
}
