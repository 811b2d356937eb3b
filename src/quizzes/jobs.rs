//! Attempts whose time is over are handed in, even when the person is gone; results that
//! waited for the end of a quiz count from then on; extra time reaches what is under way.

use super::actions;
use crate::db::Db;
use crate::jobs::{Job, Runner};
use crate::kernel::{AttemptId, PersonId, Problem};
use crate::people::actions::EXTRA_TIME_JOB;
use serde::Deserialize;

#[derive(Deserialize)]
struct Payload {
    attempt: AttemptId,
}

#[derive(Deserialize)]
struct Somebody {
    person: PersonId,
}

/// Teaches a runner this room's jobs.
pub fn register(runner: Runner, db: &Db) -> Runner {
    let (deadlines, releases, clocks) = (db.clone(), db.clone(), db.clone());
    runner
        .on(actions::DEADLINE_JOB, move |job| hand_in(deadlines.clone(), job))
        .on(actions::RELEASE_JOB, move |job| release(releases.clone(), job))
        .on(EXTRA_TIME_JOB, move |job| lengthen(clocks.clone(), job))
}

async fn lengthen(db: Db, job: Job) -> Result<(), Problem> {
    let Somebody { person } = serde_json::from_value(job.payload).map_err(Problem::internal)?;
    db.write(move |w| actions::lengthen(w, person, job.now)).await
}

async fn release(db: Db, job: Job) -> Result<(), Problem> {
    let Payload { attempt } = serde_json::from_value(job.payload).map_err(Problem::internal)?;
    db.write(move |w| actions::release(w, attempt, job.now)).await
}

async fn hand_in(db: Db, job: Job) -> Result<(), Problem> {
    let Payload { attempt } = serde_json::from_value(job.payload).map_err(Problem::internal)?;
    db.write(move |w| actions::close_overdue(w, attempt, job.now)).await
}
