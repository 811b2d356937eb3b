//! Letters about quarters that end (T2): looked for every few minutes, put into the outbox once, checked again before
//! they go.

use super::place::{asked, one};
use super::{Mentor, mentors, running_quarter};
use crate::continuing_training::rules::{Quarter, TrainingRule, reminding};
use crate::continuing_training::store::people::{self, Among};
use crate::continuing_training::store::{self, reminders as rows};
use crate::db::{Read, Write};
use crate::editions::rules::Scope;
use crate::editions::store::{self as editions, EditionRow};
use crate::jobs::{self, NewJob};
use crate::kernel::{Actor, EnrolmentId, Language, Moment, Problem, ZoneName, dates};
use crate::mail::{self, Letter};
use crate::people::store::addressees;
use crate::web::paths;
use chrono::NaiveDate;
use serde_json::json;

/// The kind of the job that sends one letter.
pub const REMINDER_JOB: &str = "training-due";

/// A letter about a quarter, before it is in the outbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reminder {
    /// To whom.
    pub enrolment: EnrolmentId,
    /// About which quarter.
    pub quarter: Quarter,
    /// How many days before its end: 30 or 7.
    pub lead: i32,
}

/// The letters of now that did not go yet.
///
/// # Errors
/// The database's.
pub fn reminders(r: &mut Read, now: Moment) -> Result<Vec<Reminder>, Problem> {
    let mut found = Vec::new();
    let yesterday = now.plus_minutes(-24 * 60).date_in(ZoneName::MOSCOW);
    for (edition, row) in store::holding(r, None, yesterday)? {
        let today = now.date_in(edition.time_zone);
        let quarter = running_quarter(&edition, today);
        let until = quarter.last_day().min(edition.ends_on);
        let lead = reminding::lead(until, edition.time_zone, now);
        let Some(lead) = lead.filter(|_| row.rule.quarterly && edition.starts_on <= today) else { continue };
        let told = rows::told(r, &edition, (quarter, lead))?;
        let seen = (&edition, &row.rule, &Scope::Everyone);
        for mentor in mentors(r, Among::Edition(edition.id), seen, (Language::Ru, today))? {
            let enrolment = mentor.row.enrolment;
            if !told.contains(&mentor.row.person) && is_awaited(&mentor, quarter, today) {
                found.push(Reminder { enrolment, quarter, lead });
            }
        }
    }
    Ok(found)
}

/// Whether a quarter is still open for somebody who is there and has begun.
fn is_awaited(mentor: &Mentor, quarter: Quarter, today: NaiveDate) -> bool {
    let due = mentor.standing.due().is_some_and(|due| due.quarter == quarter);
    due && mentor.is_here() && mentor.starts_on <= today
}

/// Puts letters into the outbox; those that were put there on the same day are not put there again. On the next day they
/// are, unless they went: a quarter that was closed for an hour by mistake, or an address that comes late, is no reason
/// never to write. What went is told by its own row, so no letter goes twice.
///
/// # Errors
/// The database's.
pub fn remind(w: &mut Write, reminders: &[Reminder], now: Moment) -> Result<(), Problem> {
    let today = now.date_in(ZoneName::MOSCOW);
    for Reminder { enrolment, quarter, lead } in reminders {
        let payload = json!({ "enrolment": enrolment, "quarter": quarter.to_string(), "lead": lead });
        let unique_key = Some(format!("{REMINDER_JOB}-{enrolment}-{quarter}-{lead}-{today}"));
        jobs::enqueue(w, now, NewJob { kind: REMINDER_JOB, payload, unique_key })?;
    }
    Ok(())
}

/// Sends a letter, unless its reason is gone: the quarter was closed meanwhile, the person left, the rule is another; or the
/// person was told of the quarter for another edition of the programme.
///
/// # Errors
/// The database's.
pub fn send(w: &mut Write, reminder: Reminder, now: Moment) -> Result<(), Problem> {
    let Reminder { enrolment, quarter, lead } = reminder;
    let Some((_, edition)) = editions::enrolment(w, enrolment)? else { return Ok(()) };
    let rule = asked(store::rule(w, edition.id)?);
    let today = now.date_in(edition.time_zone);
    let mentor = one(w, enrolment, (&edition, &rule), (&Actor::program(), today))?;
    if !is_awaited(&mentor, quarter, today) {
        return Ok(());
    }
    if rows::told(w, &edition, (quarter, lead))?.contains(&mentor.row.person) {
        return Ok(());
    }
    let Some(to) = addressees::of(w, &[mentor.row.person])?.pop() else { return Ok(()) };
    if !rows::note(w, enrolment, (quarter, lead), now)? {
        return Ok(());
    }
    let until = quarter.last_day().min(edition.ends_on);
    let next = next_session(w, (&edition, &rule), (until, now))?;
    let language = to.language;
    let data = json!({
        "name": to.name.address(),
        "edition": edition.title,
        "quarter": quarter.name(language),
        "until": dates::date(language, until),
        "next": next.map(|at| dates::day_and_time(language, at, edition.time_zone)),
        "city": dates::zone_city(language, edition.time_zone),
        "path": paths::own_training(enrolment),
    });
    mail::send(w, now, &Letter { name: "training_due", to: to.recipient(), data })?;
    Ok(())
}

/// When the next session in a room begins that would close the quarter.
fn next_session(
    r: &mut Read,
    (edition, rule): (&EditionRow, &TrainingRule),
    (until, now): (NaiveDate, Moment),
) -> Result<Option<Moment>, Problem> {
    let ahead = people::gatherings(r, edition.id)?.into_iter();
    let mut fitting =
        ahead.filter(|one| one.starts_at > now && one.held_on <= until && rule.counts(one.activity));
    Ok(fitting.next().map(|one| one.starts_at))
}
