//! Removing a list: there are names and addresses in it of people who are no trainees. What was marked by it stays.

use super::{note, online_sheet};
use crate::db::Write;
use crate::files::store::is_kept;
use crate::jobs::{self, NewJob};
use crate::kernel::{Actor, Moment, Problem, SessionId, WebinarListId};
use crate::webinars::store;
use serde_json::json;

/// The job that takes the bytes of a removed list away.
pub const FILE_JOB: &str = "webinars.file";

/// How many days a list is kept: a year, in which marks can be disputed.
pub const KEPT_DAYS: i64 = 365;

/// The most lists that are removed in one transaction.
const AT_ONCE: i64 = 100;

/// How long the bytes still lie, in minutes: somebody may be loading the same ones at this moment.
const BYTES_WAIT: i64 = 60;

/// Removes a list of a session. Marks that were made by it stay, and when and by whom they were made.
///
/// # Errors
/// `NotFound` for who does not teach there, and for a list that is not there any more.
pub fn remove(
    w: &mut Write,
    actor: &Actor,
    (session, list): (SessionId, WebinarListId),
    now: Moment,
) -> Result<(), Problem> {
    online_sheet(w, actor, session, now)?;
    empty(w, actor, (session, list), now)
}

/// Removes the lists that are older than [`KEPT_DAYS`]; gives how many.
///
/// # Errors
/// The database's.
pub fn remove_old(w: &mut Write, now: Moment) -> Result<usize, Problem> {
    let before = now.plus_minutes(-KEPT_DAYS * 24 * 60);
    let old = store::loaded_before(w, before, AT_ONCE)?;
    for (list, session) in &old {
        empty(w, &Actor::program(), (*session, *list), now)?;
    }
    Ok(old.len())
}

fn empty(
    w: &mut Write,
    actor: &Actor,
    (session, list): (SessionId, WebinarListId),
    now: Moment,
) -> Result<(), Problem> {
    let (row, _) = store::find(w, session, list)?.ok_or_else(Problem::not_found)?;
    store::remove(w, list, (actor.person, now))?;
    if !is_kept(w, &row.storage_key)? {
        let payload = json!({ "key": row.storage_key });
        let job = NewJob { kind: FILE_JOB, payload, unique_key: Some(format!("{FILE_JOB}:{list}")) };
        jobs::enqueue_at(w, now, now.plus_minutes(BYTES_WAIT), job)?;
    }
    note(w, actor, ("webinar-list-removed", list), json!({ "session": session, "sha256": row.sha256 }), now)
}
