//! The bank's background work.

use super::actions::folds;
use crate::db::Db;
use crate::jobs::Runner;
use crate::kernel::Problem;

/// Teaches a runner this room's jobs.
pub fn register(runner: Runner, db: &Db) -> Runner {
    let db = db.clone();
    runner.on(folds::FOLD_JOB, move |_| fold_all(db.clone()))
}

async fn fold_all(db: Db) -> Result<(), Problem> {
    while db.write(folds::fold_some).await? {}
    Ok(())
}
