//! Attempts whose time is over are handed in, even when the person is gone; results that
//! waited for the end of a quiz count from then on.

use super::actions;
use crate::db::Db;
use crate::jobs::{Job, Runner};
use crate::kernel::{AttemptId, Problem};
use serde::Deserialize;

#[derive(Deserialize)]
struct Payload {
    attempt: AttemptId,
}

/// Teaches a runner this room's jobs.
pub fn register(runner: Runner, db: &Db) -> Runner {
    let (deadlines, releases) = (db.clone(), db.clone());
    runner
        .on(actions::DEADLINE_JOB, move |job| hand_in(deadlines.clone(), job))
        .on(actions::RELEASE_JOB, move |job| release(releases.clone(), job))
}

async fn release(db: Db, job: Job) -> Result<(), Problem> {
    let Payload { attempt } = serde_json::from_value(job.payload).map_err(Problem::internal)?;
    db.write(move |w| actions::release(w, attempt, job.now)).await
}

async fn hand_in(db: Db, job: Job) -> Result<(), Problem> {
    let Payload { attempt } = serde_json::from_value(job.payload).map_err(Problem::internal)?;
    db.write(move |w| actions::close_overdue(w, attempt, job.now)).await
}
