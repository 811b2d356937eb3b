//! The rows of the outbox: put in, claimed, finished, put back.

use super::rules::{CLAIM_MINUTES, MOST_TRIES, wait_after, worth_another_try};
use crate::db::schema::jobs;
use crate::db::{Conn, Json, Read, Write, each};
use crate::kernel::{JobId, Moment, Problem};
use diesel::prelude::*;
use serde_json::Value;

/// How many rows one statement inserts: within the number of variables that SQLite allows.
const ROWS: usize = 500;

/// A job to be done.
#[derive(Debug, Clone, PartialEq)]
pub struct NewJob {
    /// Which handler does it, as `mail-send`.
    pub kind: &'static str,
    /// What the handler needs to know: ids rather than copies.
    pub payload: Value,
    /// Two jobs with the same key are one, for ever: put a date or a row's id into it.
    pub unique_key: Option<String>,
}

/// Puts a job into the outbox, in the caller's transaction, to be done as soon as that is committed.
///
/// # Errors
/// When the database refuses the row.
pub fn enqueue(w: &mut Write, now: Moment, job: NewJob) -> Result<JobId, Problem> {
    w.ring();
    enqueue_at(w, now, now, job)
}

/// Puts a job into the outbox before those that were put in within the last minute: for what somebody waits for while
/// hundreds of letters wait too.
///
/// # Errors
/// When the database refuses the row.
pub fn enqueue_ahead(w: &mut Write, now: Moment, job: NewJob) -> Result<JobId, Problem> {
    w.ring();
    enqueue_at(w, now, now.plus_minutes(-1), job)
}

/// Puts many jobs into the outbox, hundreds in one statement; one whose key is known already is left out.
///
/// # Errors
/// When the database refuses the rows.
pub fn enqueue_all(w: &mut Write, now: Moment, new: Vec<NewJob>) -> Result<(), Problem> {
    w.ring();
    let mut waiting = new.into_iter().peekable();
    while waiting.peek().is_some() {
        let row = |job: NewJob| {
            (
                jobs::kind.eq(job.kind),
                jobs::payload.eq(Json(job.payload)),
                jobs::unique_key.eq(job.unique_key),
                jobs::run_at.eq(now),
                jobs::attempts.eq(0),
                jobs::created_at.eq(now),
            )
        };
        let rows: Vec<_> = waiting.by_ref().take(ROWS).map(row).collect();
        each!(w.conn(), c => {
            let insert = diesel::insert_into(jobs::table).values(rows);
            insert.on_conflict(jobs::unique_key).do_nothing().execute(c)?;
        });
    }
    Ok(())
}

/// Puts a job into the outbox that is not to be done before a moment.
///
/// # Errors
/// When the database refuses the row.
pub fn enqueue_at(w: &mut Write, now: Moment, run_at: Moment, job: NewJob) -> Result<JobId, Problem> {
    let row = (
        jobs::kind.eq(job.kind),
        jobs::payload.eq(Json(job.payload)),
        jobs::unique_key.eq(job.unique_key.clone()),
        jobs::run_at.eq(run_at),
        jobs::attempts.eq(0),
        jobs::created_at.eq(now),
    );
    let insert = diesel::insert_into(jobs::table).values(row);
    let inserted: Option<JobId> = each!(w.conn(), c => {
        insert.on_conflict(jobs::unique_key).do_nothing().returning(jobs::id).get_result(c).optional()?
    });
    match inserted {
        Some(id) => Ok(id),
        None => {
            Ok(jobs::table.filter(jobs::unique_key.eq(job.unique_key)).select(jobs::id).first(w.conn())?)
        }
    }
}

/// Leaves of what a job was told only this: the rest was a secret and is not needed any more. The job itself stays, so
/// that it is not put in again.
///
/// # Errors
/// The database's.
pub fn forget_payload(w: &mut Write, unique_key: &str, left: Value) -> Result<(), Problem> {
    diesel::update(jobs::table.filter(jobs::unique_key.eq(unique_key)))
        .set(jobs::payload.eq(Json(left)))
        .execute(w.conn())?;
    Ok(())
}

/// Forgets jobs that were done before a moment, except those with a key, which is remembered for ever.
///
/// # Errors
/// The database's.
pub fn forget_finished_before(w: &mut Write, before: Moment) -> Result<usize, Problem> {
    let done = jobs::table.filter(jobs::unique_key.is_null()).filter(jobs::finished_at.lt(before));
    Ok(diesel::delete(done).execute(w.conn())?)
}

/// A job in the hands of a runner.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Claim {
    pub id: JobId,
    pub kind: String,
    pub payload: Value,
    /// Which try this is, from one.
    pub attempt: i32,
    /// When it was claimed: proves, later, that nobody took it over.
    claimed_at: Moment,
}

/// Takes the job that is due longest; `None` when nothing is due. A job whose last try never ended is
/// given up here.
pub(super) fn claim(w: &mut Write, now: Moment) -> Result<Option<Claim>, Problem> {
    while let Some((id, kind, Json(payload), tries)) = longest_due(w, now)? {
        if tries < MOST_TRIES {
            diesel::update(jobs::table.find(id))
                .set((jobs::claimed_at.eq(now), jobs::attempts.eq(tries + 1)))
                .execute(w.conn())?;
            return Ok(Some(Claim { id, kind, payload, attempt: tries + 1, claimed_at: now }));
        }
        diesel::update(jobs::table.find(id))
            .set((jobs::failed_at.eq(now), jobs::last_error.eq("the last try never ended")))
            .execute(w.conn())?;
    }
    Ok(None)
}

type Due = (JobId, String, Json<Value>, i32);

fn longest_due(w: &mut Write, now: Moment) -> Result<Option<Due>, Problem> {
    let abandoned = now.plus_minutes(-CLAIM_MINUTES);
    let due = jobs::table
        .filter(jobs::finished_at.is_null())
        .filter(jobs::failed_at.is_null())
        .filter(jobs::run_at.le(now))
        .filter(jobs::claimed_at.is_null().or(jobs::claimed_at.le(abandoned)))
        .order((jobs::run_at, jobs::id))
        .limit(1)
        .select((jobs::id, jobs::kind, jobs::payload, jobs::attempts));
    Ok(match w.conn() {
        Conn::Sqlite(sqlite) => due.first(sqlite).optional()?,
        Conn::Postgres(postgres) => due.for_update().skip_locked().first(postgres).optional()?,
    })
}

/// A try that succeeded. Does nothing if somebody took the job over meanwhile.
pub(super) fn finish(w: &mut Write, claim: &Claim, now: Moment) -> Result<(), Problem> {
    diesel::update(jobs::table.find(claim.id).filter(jobs::claimed_at.eq(claim.claimed_at)))
        .set((jobs::finished_at.eq(now), jobs::last_error.eq(None::<String>)))
        .execute(w.conn())?;
    Ok(())
}

/// A try that failed: the job waits for the next, or is given up. Does nothing if somebody took the
/// job over meanwhile.
pub(super) fn put_back(w: &mut Write, claim: &Claim, problem: &Problem, now: Moment) -> Result<(), Problem> {
    let given_up = (!worth_another_try(problem.code, claim.attempt)).then_some(now);
    diesel::update(jobs::table.find(claim.id).filter(jobs::claimed_at.eq(claim.claimed_at)))
        .set((
            jobs::claimed_at.eq(None::<Moment>),
            jobs::run_at.eq(now.plus_seconds(wait_after(claim.attempt))),
            jobs::failed_at.eq(given_up),
            jobs::last_error.eq(problem.to_string()),
        ))
        .execute(w.conn())?;
    Ok(())
}

/// Gives a job that was given up its tries anew, from now on. One that waits, is worked on or is done stays as it is.
///
/// # Errors
/// The database's.
pub fn revive(w: &mut Write, unique_key: &str, now: Moment) -> Result<(), Problem> {
    let given_up = jobs::table.filter(jobs::unique_key.eq(unique_key)).filter(jobs::failed_at.is_not_null());
    let revived = diesel::update(given_up)
        .set((
            jobs::failed_at.eq(None::<Moment>),
            jobs::claimed_at.eq(None::<Moment>),
            jobs::attempts.eq(0),
            jobs::run_at.eq(now),
        ))
        .execute(w.conn())?;
    if revived > 0 {
        w.ring();
    }
    Ok(())
}

/// How much is in the outbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    /// Jobs still to be done, now or later.
    pub waiting: i64,
    /// Jobs that were given up.
    pub failed: i64,
}

/// Counts the outbox.
///
/// # Errors
/// When the database does not answer.
pub fn tally(r: &mut Read) -> Result<Tally, Problem> {
    let unfinished = || jobs::table.filter(jobs::finished_at.is_null());
    Ok(Tally {
        waiting: unfinished().filter(jobs::failed_at.is_null()).count().get_result(r.conn())?,
        failed: unfinished().filter(jobs::failed_at.is_not_null()).count().get_result(r.conn())?,
    })
}

/// A job that was given up, for the administrators.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct FailedJob {
    /// The row.
    pub id: JobId,
    /// The handler.
    pub kind: String,
    /// When it was given up.
    pub failed_at: Option<Moment>,
    /// What the last try said.
    pub last_error: Option<String>,
}

/// The jobs that were given up, the newest first.
///
/// # Errors
/// When the database does not answer.
pub fn failed(r: &mut Read) -> Result<Vec<FailedJob>, Problem> {
    Ok(jobs::table
        .filter(jobs::failed_at.is_not_null())
        .order((jobs::failed_at.desc(), jobs::id.desc()))
        .select((jobs::id, jobs::kind, jobs::failed_at, jobs::last_error))
        .load(r.conn())?)
}

/// A job that was tried in vain: it waits for its next try, or was given up.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Trouble {
    /// The key it was put in under.
    pub key: Option<String>,
    /// How often it was tried.
    pub tries: i32,
    /// When it is tried next.
    pub run_at: Moment,
    /// When it was given up.
    pub failed_at: Option<Moment>,
    /// What the last try said.
    pub last_error: Option<String>,
}

/// Of the jobs with these keys, those that were tried in vain and are not done.
///
/// # Errors
/// When the database does not answer.
pub fn troubles(r: &mut Read, keys: &[String]) -> Result<Vec<Trouble>, Problem> {
    Ok(jobs::table
        .filter(jobs::unique_key.eq_any(keys))
        .filter(jobs::finished_at.is_null())
        .filter(jobs::last_error.is_not_null())
        .select((jobs::unique_key, jobs::attempts, jobs::run_at, jobs::failed_at, jobs::last_error))
        .load(r.conn())?)
}
