//! Reminders of deadlines are sent in the background.

use super::actions::{self, Which};
use crate::db::Db;
use crate::jobs::{Job, Runner};
use crate::kernel::{ActivityId, EnrolmentId, Moment, Problem};
use serde::Deserialize;

#[derive(Deserialize)]
struct Payload {
    enrolment: EnrolmentId,
    activity: ActivityId,
    due: Moment,
}

/// Teaches a runner this room's jobs.
pub fn register(runner: Runner, db: &Db) -> Runner {
    let db = db.clone();
    runner.on(actions::REMINDER_JOB, move |job| remind(db.clone(), job))
}

async fn remind(db: Db, job: Job) -> Result<(), Problem> {
    let Payload { enrolment, activity, due } =
        serde_json::from_value(job.payload).map_err(Problem::internal)?;
    let which = Which { enrolment, activity };
    db.write(move |w| actions::send_reminder(w, which, due, job.now)).await
}
