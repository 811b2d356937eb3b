//! A letter to the administrators of an organisation while documents are overdue or due within a week: one a day.

use crate::countries;
use crate::db::{Read, Write};
use crate::federal_register::rules::queue::{SOON, issued_from};
use crate::federal_register::store::{queue, reminders as store};
use crate::jobs::{self, NewJob};
use crate::kernel::{Moment, OrganisationId, Problem, ZoneName};
use crate::mail::{self, Letter};
use crate::organisations::store as organisations;
use crate::people::store::addressees;
use crate::web::paths;
use chrono::NaiveDate;
use serde_json::json;
use std::collections::HashMap;

/// The kind of the job that writes the letters of one organisation.
pub const REMINDER_JOB: &str = "federal-reminder";

/// How many documents are overdue, and how many of all are overdue or due within a week.
fn counts(
    r: &mut Read,
    organisation: OrganisationId,
    today: NaiveDate,
) -> Result<Option<(i64, i64)>, Problem> {
    let Some(federal) = countries::store::profile_of(r, organisation)?.federal else { return Ok(None) };
    let days = (issued_from(today, federal.days + 1), issued_from(today, federal.days - SOON));
    let (overdue, near) = queue::count_open(r, organisation, days)?;
    Ok((near > 0).then_some((overdue, near)))
}

/// The organisations whose administrators are to be reminded today and were not.
///
/// # Errors
/// The database's.
pub fn due(r: &mut Read, now: Moment) -> Result<Vec<OrganisationId>, Problem> {
    // No zone is so far behind that its day is not yesterday's, today's or tomorrow's of the middle of the earth.
    let since = now.date_in(ZoneName::MOSCOW).pred_opt().unwrap_or(NaiveDate::MIN);
    let issuers = store::organisations(r, since)?;
    let ids: Vec<OrganisationId> = issuers.iter().map(|(id, _)| *id).collect();
    let zones = store::zones(r, &ids)?;
    let mut due = Vec::new();
    for (organisation, reminded) in issuers {
        let today = now.date_in(zone(&zones, organisation));
        if !reminded.contains(&today) && counts(r, organisation, today)?.is_some() {
            due.push(organisation);
        }
    }
    Ok(due)
}

/// The zone an organisation lives by: that of its latest edition, and where it has none, the first of Russia's.
fn zone(zones: &HashMap<OrganisationId, ZoneName>, organisation: OrganisationId) -> ZoneName {
    zones.get(&organisation).copied().unwrap_or(ZoneName::MOSCOW)
}

/// The day it is for an organisation.
fn today_of(r: &mut Read, organisation: OrganisationId, now: Moment) -> Result<NaiveDate, Problem> {
    Ok(now.date_in(zone(&store::zones(r, &[organisation])?, organisation)))
}

/// Puts the letters of today into the outbox, each once.
///
/// # Errors
/// The database's.
pub fn plan(w: &mut Write, these: &[OrganisationId], now: Moment) -> Result<(), Problem> {
    let zones = store::zones(w, these)?;
    for organisation in these {
        let today = now.date_in(zone(&zones, *organisation));
        let payload = json!({ "organisation": organisation });
        let unique_key = Some(format!("{REMINDER_JOB}-{organisation}-{today}"));
        jobs::enqueue(w, now, NewJob { kind: REMINDER_JOB, payload, unique_key })?;
    }
    Ok(())
}

/// Writes to the administrators of an organisation, unless that was done today or there is nothing to write about any
/// more.
///
/// # Errors
/// The database's.
pub fn remind(w: &mut Write, id: OrganisationId, now: Moment) -> Result<(), Problem> {
    let today = today_of(w, id, now)?;
    let Some((overdue, near)) = counts(w, id, today)? else { return Ok(()) };
    let Some(organisation) = organisations::find(w, id)? else { return Ok(()) };
    if !store::note(w, id, (today, now))? {
        return Ok(());
    }
    let administrators = addressees::administrators_of(w, id)?;
    for to in addressees::of(w, &administrators)? {
        let data = json!({
            "name": to.name.address(),
            "organisation": organisation.short_name,
            "overdue": overdue,
            "soon": near - overdue,
            "path": paths::federal_register(id),
        });
        mail::send(w, now, &Letter { name: "federal_due", to: to.recipient(), data })?;
    }
    Ok(())
}
