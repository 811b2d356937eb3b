//! Steps whose time is over are closed, even when the person is gone.

use super::actions;
use crate::db::Db;
use crate::jobs::{Job, Runner};
use crate::kernel::{CaseStepId, Problem};
use serde::Deserialize;

#[derive(Deserialize)]
struct Payload {
    step: CaseStepId,
}

/// Teaches a runner this room's jobs.
pub fn register(runner: Runner, db: &Db) -> Runner {
    let db = db.clone();
    runner.on(actions::DEADLINE_JOB, move |job| close(db.clone(), job))
}

async fn close(db: Db, job: Job) -> Result<(), Problem> {
    let Payload { step } = serde_json::from_value(job.payload).map_err(Problem::internal)?;
    db.write(move |w| actions::close_overdue(w, step, job.now)).await
}
