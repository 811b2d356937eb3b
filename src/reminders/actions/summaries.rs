//! A letter to the trainers of an edition about those who were warned: at most one a day, by day.

use super::letters;
use crate::attendance::store::concerned;
use crate::db::{Read, Write};
use crate::editions::store as editions;
use crate::jobs::{self, NewJob};
use crate::kernel::{AbsenceWarningId, EditionId, Moment, Problem};
use crate::mail;
use crate::reminders::rules::reminding::is_daytime;
use crate::reminders::store::warnings;
use chrono::NaiveDate;
use serde_json::json;

/// The kind of the job that tells the trainers of an edition.
pub const SUMMARY_JOB: &str = "absence-summary";

/// The editions whose trainers are to be told now, with the day it is there.
///
/// # Errors
/// The database's.
pub fn due_summaries(r: &mut Read, now: Moment) -> Result<Vec<(EditionId, NaiveDate)>, Problem> {
    let mut due = Vec::new();
    for id in warnings::untold(r)? {
        let Some(edition) = editions::edition(r, id)? else { continue };
        let today = now.date_in(edition.time_zone);
        if is_daytime(edition.time_zone, now) && !warnings::was_told(r, id, today)? {
            due.push((id, today));
        }
    }
    Ok(due)
}

/// Puts the letters to the trainers of an edition into the outbox, once a day.
///
/// # Errors
/// The database's.
pub fn plan_summary(
    w: &mut Write,
    (edition, today): (EditionId, NaiveDate),
    now: Moment,
) -> Result<(), Problem> {
    let payload = json!({ "edition": edition, "today": today });
    let unique_key = Some(format!("{SUMMARY_JOB}-{edition}-{today}"));
    jobs::enqueue(w, now, NewJob { kind: SUMMARY_JOB, payload, unique_key })?;
    Ok(())
}

/// Tells the trainers of an edition who was warned since they were told last.
///
/// # Errors
/// The database's.
pub fn send_summary(w: &mut Write, (id, today): (EditionId, NaiveDate), now: Moment) -> Result<(), Problem> {
    let rows = warnings::to_tell(w, id)?;
    let Some(edition) = editions::edition(w, id)?.filter(|_| !rows.is_empty()) else { return Ok(()) };
    let Some(summary) = warnings::insert_summary(w, id, (today, now))? else { return Ok(()) };
    let ids: Vec<AbsenceWarningId> = rows.iter().map(|row| row.id).collect();
    let missed = warnings::missed(w, &ids)?;
    for told in concerned::trainers(w, id)? {
        mail::send(w, now, &letters::absence_summary(&edition, (&rows, &missed), &told))?;
    }
    warnings::set_told(w, &ids, summary)
}
