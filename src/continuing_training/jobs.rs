//! Letters about quarters that end are sent in the background.

use super::actions::{self, Reminder};
use super::rules::Quarter;
use crate::db::Db;
use crate::jobs::{Job, Runner};
use crate::kernel::{EnrolmentId, Problem};
use serde::Deserialize;

#[derive(Deserialize)]
struct Payload {
    enrolment: EnrolmentId,
    quarter: String,
    lead: i32,
}

/// Teaches a runner this room's jobs.
pub fn register(runner: Runner, db: &Db) -> Runner {
    let db = db.clone();
    runner.on(actions::REMINDER_JOB, move |job| send(db.clone(), job))
}

async fn send(db: Db, job: Job) -> Result<(), Problem> {
    let Payload { enrolment, quarter, lead } =
        serde_json::from_value(job.payload).map_err(Problem::internal)?;
    let quarter = Quarter::parse(&quarter)
        .ok_or_else(|| Problem::internal(anyhow::anyhow!("{quarter:?} is no quarter")))?;
    let reminder = Reminder { enrolment, quarter, lead };
    db.write(move |w| actions::send(w, reminder, job.now)).await
}
