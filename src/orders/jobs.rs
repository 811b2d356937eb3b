//! Papers are printed in the background: never while a number is taken.

use super::actions::printing::{PRINT_JOB, print_one};
use crate::jobs::{Job, Runner};
use crate::kernel::{OrderId, Problem};
use crate::web::Kit;
use serde::Deserialize;
use std::sync::Arc;

#[derive(Deserialize)]
struct Payload {
    order: OrderId,
}

/// Teaches a runner this room's job.
pub fn register(runner: Runner, kit: Arc<Kit>) -> Runner {
    runner.on(PRINT_JOB, move |job| print(kit.clone(), job))
}

async fn print(kit: Arc<Kit>, job: Job) -> Result<(), Problem> {
    let Payload { order } = serde_json::from_value(job.payload).map_err(Problem::internal)?;
    print_one(&kit, order, job.now).await
}
