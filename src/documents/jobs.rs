//! Papers are printed in the background, never while a number is taken, and holders are reminded of certificates that expire.

use super::actions::{PRINT_JOB, printing, reminding};
use crate::jobs::{Job, Runner};
use crate::kernel::{DocumentId, Problem};
use crate::web::Kit;
use serde::Deserialize;
use std::sync::Arc;

#[derive(Deserialize)]
struct Payload {
    documents: Vec<DocumentId>,
}

/// Teaches a runner this room's jobs.
pub fn register(runner: Runner, kit: Arc<Kit>) -> Runner {
    let reminder = kit.clone();
    let runner = runner.on(PRINT_JOB, move |job| print(kit.clone(), job));
    runner.on(reminding::REMIND_JOB, move |job| remind(reminder.clone(), job))
}

async fn print(kit: Arc<Kit>, job: Job) -> Result<(), Problem> {
    let Payload { documents } = serde_json::from_value(job.payload).map_err(Problem::internal)?;
    printing::print_all(&kit, documents, job.now).await
}

async fn remind(kit: Arc<Kit>, job: Job) -> Result<(), Problem> {
    let Payload { documents } = serde_json::from_value(job.payload).map_err(Problem::internal)?;
    let now = job.now;
    kit.db.write(move |w| reminding::remind(w, &documents, now)).await?;
    Ok(())
}
