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
    if old.starts_at.min(new.starts_at) <= now.plus_minutes(SOON) {
        enqueue(w, now, job)?;
    } else {
        enqueue_at(w, now, now.plus_minutes(WAIT), job)?;
    }
    Ok(())
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
