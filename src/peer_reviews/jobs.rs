//! Works are given out when the deadline is over, and once more what was not done.

use super::actions;
use crate::db::Db;
use crate::jobs::{Job, Runner};
use crate::kernel::{ActivityId, EditionId, Problem};
use serde::Deserialize;

#[derive(Deserialize)]
struct Payload {
    edition: EditionId,
    activity: ActivityId,
}

/// Teaches a runner this room's jobs.
pub fn register(runner: Runner, db: &Db) -> Runner {
    let db = db.clone();
    runner.on(actions::STEP_JOB, move |job| tend(db.clone(), job))
}

async fn tend(db: Db, job: Job) -> Result<(), Problem> {
    let Payload { edition, activity } = serde_json::from_value(job.payload).map_err(Problem::internal)?;
    db.write(move |w| actions::tend(w, (edition, activity), job.now)).await
}
