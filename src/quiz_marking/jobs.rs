//! Regrades are carried out attempt by attempt, each in a transaction of its own, so that an interruption loses
//! nothing and does nothing twice.

use super::actions;
use crate::db::Db;
use crate::jobs::{Job, Runner};
use crate::kernel::{Problem, RegradeId};
use serde::Deserialize;

#[derive(Deserialize)]
struct Payload {
    regrade: RegradeId,
}

/// Teaches a runner this room's jobs.
pub fn register(runner: Runner, db: &Db) -> Runner {
    let db = db.clone();
    runner.on(actions::REGRADE_JOB, move |job| regrade(db.clone(), job))
}

async fn regrade(db: Db, job: Job) -> Result<(), Problem> {
    let Payload { regrade } = serde_json::from_value(job.payload).map_err(Problem::internal)?;
    while db.write(move |w| actions::step(w, regrade, job.now)).await? {}
    Ok(())
}
