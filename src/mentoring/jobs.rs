//! Looking every few minutes whether somebody is to be reminded; the letters are written in the background.

use super::actions::reminding::{self, Reminder};
use crate::db::Db;
use crate::jobs::{Job, Runner};
use crate::kernel::{Moment, Problem};

/// Teaches a runner this room's jobs.
pub fn register(runner: Runner, db: &Db) -> Runner {
    let db = db.clone();
    runner.on(reminding::REMINDER_JOB, move |job| remind(db.clone(), job))
}

/// Puts the letters of now into the outbox, each once.
///
/// # Errors
/// The database's.
pub async fn look(db: &Db, now: Moment) -> Result<(), Problem> {
    let due = db.read(move |r| reminding::due(r, now)).await?;
    if due.is_empty() {
        return Ok(());
    }
    db.write(move |w| reminding::plan(w, &due, now)).await
}

async fn remind(db: Db, job: Job) -> Result<(), Problem> {
    let reminder: Reminder = serde_json::from_value(job.payload).map_err(Problem::internal)?;
    db.write(move |w| reminding::remind(w, reminder, job.now)).await
}
