//! Letters about changed sessions are sent in the background.

use super::actions;
use crate::db::Db;
use crate::jobs::{Job, Runner};
use crate::kernel::Problem;

/// Teaches a runner this room's jobs.
pub fn register(runner: Runner, db: &Db) -> Runner {
    let db = db.clone();
    runner.on(actions::CHANGE_JOB, move |job| tell(db.clone(), job))
}

async fn tell(db: Db, job: Job) -> Result<(), Problem> {
    let change: actions::Change = serde_json::from_value(job.payload).map_err(Problem::internal)?;
    db.write(move |w| actions::tell_change(w, change, job.now)).await
}
