//! Work after the answer: finding graders for what was just handed in, releasing grades at the set time.

use super::actions;
use crate::cases::actions::{ALLOT_JOB, RELEASE_JOB};
use crate::db::Db;
use crate::jobs::{Job, Runner};
use crate::kernel::{ActivityId, EditionId, Problem, SubmissionId};
use serde::Deserialize;

#[derive(Deserialize)]
struct HandedIn {
    submission: SubmissionId,
}

#[derive(Deserialize)]
struct Due {
    edition: EditionId,
    activity: ActivityId,
    number: i32,
}

/// Teaches a runner this room's jobs.
pub fn register(runner: Runner, db: &Db) -> Runner {
    let (allotting, releasing) = (db.clone(), db.clone());
    runner
        .on(ALLOT_JOB, move |job| allot(allotting.clone(), job))
        .on(RELEASE_JOB, move |job| release(releasing.clone(), job))
}

async fn allot(db: Db, job: Job) -> Result<(), Problem> {
    let HandedIn { submission } = serde_json::from_value(job.payload).map_err(Problem::internal)?;
    db.write(move |w| actions::allot(w, submission, job.now)).await
}

async fn release(db: Db, job: Job) -> Result<(), Problem> {
    let Due { edition, activity, number } = serde_json::from_value(job.payload).map_err(Problem::internal)?;
    let at = (edition, activity);
    let due = db.read(move |r| actions::due(r, at, number, job.now)).await?;
    for id in due {
        db.write(move |w| actions::release_due(w, id, number, job.now)).await?;
    }
    Ok(())
}
