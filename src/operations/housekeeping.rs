//! Small chores that keep memory and tables from growing.

use super::LOG_PURPOSE;
use crate::audit::chain;
use crate::cases::actions as cases;
use crate::continuing_training::actions as training;
use crate::credentials::actions::lists;
use crate::db::Write;
use crate::federal_register::jobs as federal_register;
use crate::jobs;
use crate::kernel::Problem;
use crate::mentoring::jobs as mentoring;
use crate::reminders::jobs as reminders;
use crate::sign_ups::actions as sign_ups;
use crate::web::{Kit, guard};
use crate::webinars::actions as webinars;
use actix_web::web::Data;
use std::sync::Arc;
use std::time::Duration;

/// How long a form is remembered, so that it is not done twice.
const FORM_MINUTES: i64 = 60 * 24 * 3;
/// How long a job that was done can still be looked up.
const JOB_MINUTES: i64 = 60 * 24 * 30;
/// How long a file of questions waits for its confirmation.
const WAITING_MINUTES: i64 = 60 * 24;
/// How many entries of the log are sealed in one transaction.
const SEALED_AT_ONCE: i64 = 200;
const EVERY: Duration = Duration::from_secs(600);
/// The chores of a day are done at every so many rounds, the first of them included.
const ROUNDS_OF_A_DAY: u32 = 144;

/// Does the chores every ten minutes, for good.
pub async fn run(kit: Data<Kit>) {
    let mut every = tokio::time::interval(EVERY);
    for round in 0u32.. {
        every.tick().await;
        kit.limits.sweep();
        if let Err(problem) = forget_forms(&kit).await {
            tracing::warn!(%problem, "old forms were not forgotten");
        }
        if let Err(problem) = seal_log(&kit.clone().into_inner()).await {
            tracing::warn!(%problem, "the log of acts was not sealed");
        }
        if let Err(problem) = lists::renew(&kit.clone().into_inner()).await {
            tracing::warn!(%problem, "the lists of statuses were not signed again");
        }
        if let Err(problem) = remind(&kit).await {
            tracing::warn!(%problem, "nobody was reminded of a deadline");
        }
        if let Err(problem) = fill_places(&kit).await {
            tracing::warn!(%problem, "free places were not given to those who wait");
        }
        if round.is_multiple_of(ROUNDS_OF_A_DAY)
            && let Err(problem) = tidy(&kit).await
        {
            tracing::warn!(%problem, "the tables were not tidied");
        }
    }
}

/// Seals what was written into the log of acts since, in transactions that keep nobody waiting.
///
/// # Errors
/// The database's.
pub async fn seal_log(kit: &Arc<Kit>) -> Result<(), Problem> {
    let now = kit.clock.now();
    loop {
        let keys = kit.clone();
        let seal = move |w: &mut Write| {
            chain::seal(w, &|text| keys.secrets.seal(LOG_PURPOSE, text), SEALED_AT_ONCE, now)
        };
        if kit.db.write(seal).await? == 0 {
            return Ok(());
        }
    }
}

async fn forget_forms(kit: &Kit) -> Result<(), Problem> {
    let before = kit.clock.now().plus_minutes(-FORM_MINUTES);
    kit.db.write(move |w| guard::forget_before(w, before)).await?;
    Ok(())
}

/// Reminds those whose deadlines or sessions come near and those whose quarter of training ends, and warns those who
/// missed too many sessions, each once.
///
/// # Errors
/// The database's.
pub async fn remind(kit: &Kit) -> Result<(), Problem> {
    let now = kit.clock.now();
    let found = kit.db.read(move |r| cases::reminders(r, now)).await?;
    if !found.is_empty() {
        kit.db.write(move |w| cases::remind(w, &found, now)).await?;
    }
    let found = kit.db.read(move |r| training::reminders(r, now)).await?;
    if !found.is_empty() {
        kit.db.write(move |w| training::remind(w, &found, now)).await?;
    }
    mentoring::look(&kit.db, now).await?;
    reminders::look(&kit.db, now).await?;
    federal_register::look(&kit.db, now).await
}

/// Gives places of sessions ahead to those who wait, where somebody left the edition or closed the account.
///
/// # Errors
/// The database's.
pub async fn fill_places(kit: &Kit) -> Result<(), Problem> {
    let now = kit.clock.now();
    if kit.db.read(move |r| sign_ups::has_free(r, now)).await? {
        let given = kit.db.write(move |w| sign_ups::fill_free(w, now)).await?;
        tracing::debug!(given, "free places went to those who waited");
    }
    Ok(())
}

/// The chores of a day: jobs long done go, files that nobody confirmed, and lists of webinars after a year; the database looks at its tables again.
///
/// # Errors
/// The database's.
pub async fn tidy(kit: &Kit) -> Result<(), Problem> {
    let before = kit.clock.now().plus_minutes(-JOB_MINUTES);
    let forgotten = kit.db.write(move |w| jobs::forget_finished_before(w, before)).await?;
    tracing::debug!(forgotten, "jobs done long ago are forgotten");
    let before = kit.clock.now().plus_minutes(-WAITING_MINUTES);
    let forgotten = kit.files.forget_waiting(before).await?;
    tracing::debug!(forgotten, "files that nobody confirmed are forgotten");
    let now = kit.clock.now();
    let removed = kit.db.write(move |w| webinars::remove_old(w, now)).await?;
    tracing::debug!(removed, "lists of webinars are removed after a year");
    kit.db.tend().await
}
