//! Looking for what is to go every few minutes, and sending it in the background. Every batch is a transaction of its
//! own, so that a large edition keeps nobody waiting.

use super::actions::{self, Due};
use super::store::planned::Which;
use crate::db::Db;
use crate::jobs::{Job, Runner};
use crate::kernel::{AbsenceWarningId, EditionId, Moment, PersonId, Problem, SessionId};
use chrono::NaiveDate;
use serde::Deserialize;

#[derive(Deserialize)]
struct Reminders {
    session: SessionId,
    lead: i32,
    starts_at: Moment,
    people: Vec<PersonId>,
}

#[derive(Deserialize)]
struct Warnings {
    edition: EditionId,
    warnings: Vec<AbsenceWarningId>,
}

#[derive(Deserialize)]
struct Summary {
    edition: EditionId,
    today: NaiveDate,
}

/// Teaches a runner this room's jobs.
pub fn register(runner: Runner, db: &Db) -> Runner {
    let (reminding, warning, summing) = (db.clone(), db.clone(), db.clone());
    runner
        .on(actions::SESSION_JOB, move |job| remind(reminding.clone(), job))
        .on(actions::WARNING_JOB, move |job| warn(warning.clone(), job))
        .on(actions::SUMMARY_JOB, move |job| sum_up(summing.clone(), job))
}

/// Puts everything that is to go now into the outbox, each letter once.
///
/// # Errors
/// The database's.
pub async fn look(db: &Db, now: Moment) -> Result<(), Problem> {
    for due in db.read(move |r| actions::due(r, now)).await? {
        db.write(move |w| actions::plan_reminders(w, &due, now)).await?;
    }
    for found in db.read(move |r| actions::found(r, now)).await? {
        db.write(move |w| actions::plan_warnings(w, &found, now)).await?;
    }
    for edition in db.read(move |r| actions::due_summaries(r, now)).await? {
        db.write(move |w| actions::plan_summary(w, edition, now)).await?;
    }
    Ok(())
}

async fn remind(db: Db, job: Job) -> Result<(), Problem> {
    let Reminders { session, lead, starts_at, people } =
        serde_json::from_value(job.payload).map_err(Problem::internal)?;
    let due = Due { which: Which { session, lead, starts_at }, people };
    db.write(move |w| actions::send_reminders(w, &due, job.now)).await
}

async fn warn(db: Db, job: Job) -> Result<(), Problem> {
    let Warnings { edition, warnings } = serde_json::from_value(job.payload).map_err(Problem::internal)?;
    let decided = db.read(move |r| actions::decide_warnings(r, (edition, &warnings), job.now)).await?;
    for part in decided {
        db.write(move |w| actions::send_warnings(w, (edition, &part), job.now)).await?;
    }
    Ok(())
}

async fn sum_up(db: Db, job: Job) -> Result<(), Problem> {
    let Summary { edition, today } = serde_json::from_value(job.payload).map_err(Problem::internal)?;
    db.write(move |w| actions::send_summary(w, (edition, today), job.now)).await
}
