//! The bytes of a removed list go in the background, when nobody can be loading the same ones.

use super::actions::FILE_JOB;
use crate::db::Db;
use crate::files::{FileStore, store};
use crate::jobs::{Job, Runner};
use crate::kernel::{Problem, ProblemCode};
use serde::Deserialize;

/// Bytes laid away within so many minutes may be on their way to a new owner.
const FRESH_MINUTES: i64 = 30;

#[derive(Deserialize)]
struct Payload {
    key: String,
}

/// Teaches a runner this room's jobs.
pub fn register(runner: Runner, db: &Db, files: &FileStore) -> Runner {
    let (db, files) = (db.clone(), files.clone());
    runner.on(FILE_JOB, move |job| forget(db.clone(), files.clone(), job))
}

async fn forget(db: Db, files: FileStore, job: Job) -> Result<(), Problem> {
    let Payload { key } = serde_json::from_value(job.payload).map_err(Problem::internal)?;
    let asked = key.clone();
    if db.read(move |r| store::is_kept(r, &asked)).await? {
        return Ok(());
    }
    if files.forget(&key, job.now.plus_minutes(-FRESH_MINUTES)).await? {
        Ok(())
    } else {
        // Tried again later, when it is known whose they are.
        Err(Problem::new(ProblemCode::Busy))
    }
}
