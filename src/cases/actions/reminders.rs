//! Reminders of deadlines: looked for every few minutes, put into the outbox once, checked again before they go.

use super::deadlines::{Place, extension_of};
use super::letters;
use super::opening::Which;
use crate::cases::rules;
use crate::cases::store::{self, CaseAt};
use crate::db::{Read, Write};
use crate::editions::store::{self as editions, EditionRow, EnrolmentRow};
use crate::jobs::{self, NewJob};
use crate::kernel::{ActivityId, Language, Moment, Problem, TeamId, ZoneName};
use crate::programmes::rules::CaseDefinition;
use crate::programmes::store as programmes;
use crate::teams::store as teams;
use serde_json::json;
use std::collections::HashMap;

/// The kind of the job that sends one reminder.
pub const REMINDER_JOB: &str = "case-reminder";
/// The first reminder is sent three days before, and zones differ by about one.
const NEAR_DAYS: i64 = 5;

/// A deadline of somebody who has not handed in.
#[derive(Debug, Clone)]
pub(super) struct Awaited {
    /// Whose.
    pub enrolment: EnrolmentRow,
    /// The edition.
    pub edition: EditionRow,
    /// The first instant at which their work is late.
    pub due_at: Moment,
    /// The zone they live in.
    pub zone: ZoneName,
}

/// A reminder of today, before it is in the outbox.
#[derive(Debug, Clone)]
pub struct Reminder {
    which: Which,
    due: Moment,
    days: u32,
}

/// The reminders of now, whether they were sent before or not.
///
/// # Errors
/// The database's.
pub fn reminders(r: &mut Read, now: Moment) -> Result<Vec<Reminder>, Problem> {
    let mut found = Vec::new();
    for (edition, case, definition) in store::running_cases(r, now.date_in(ZoneName::MOSCOW))? {
        if !is_near(r, (&edition, case, &definition), now)? {
            continue;
        }
        for one in awaited(r, (&edition, case, &definition), None)? {
            let Some(days) = rules::reminder(one.due_at, one.zone, now) else { continue };
            let which = Which { enrolment: one.enrolment.id, activity: case };
            found.push(Reminder { which, due: one.due_at, days });
        }
    }
    Ok(found)
}

/// Puts reminders into the outbox; those that were put there before are not put there again.
///
/// # Errors
/// The database's.
pub fn remind(w: &mut Write, reminders: &[Reminder], now: Moment) -> Result<(), Problem> {
    for Reminder { which: Which { enrolment, activity }, due, days } in reminders {
        let payload = json!({ "enrolment": enrolment, "activity": activity, "due": due });
        // Another deadline is another reminder.
        let key = Some(format!("{REMINDER_JOB}-{enrolment}-{activity}-{days}-{}", due.rfc3339()));
        jobs::enqueue(w, now, NewJob { kind: REMINDER_JOB, payload, unique_key: key })?;
    }
    Ok(())
}

/// Whether the deadline of a case, or one of its extensions, is so near that somebody may have to be reminded.
fn is_near(
    r: &mut Read,
    (edition, case, definition): (&EditionRow, ActivityId, &CaseDefinition),
    now: Moment,
) -> Result<bool, Problem> {
    let at = (edition.id, case);
    let (_, setup) = store::setup(r, at)?;
    let extended = store::extensions(r, at)?.into_iter().map(|row| Some(row.due_on));
    let due = |extended| setup.due_at(&edition.term(), definition.settings.due_days, extended);
    Ok(std::iter::once(None)
        .chain(extended)
        .map(due)
        .any(|due| (0..=NEAR_DAYS).contains(&now.days_until(due))))
}

/// Those who have not handed in a case, with the deadlines that hold for them.
fn awaited(
    r: &mut Read,
    (edition, case, definition): (&EditionRow, ActivityId, &CaseDefinition),
    only: Option<Which>,
) -> Result<Vec<Awaited>, Problem> {
    let at = (edition.id, case);
    let (_, setup) = store::setup(r, at)?;
    let extensions = store::extensions(r, at)?;
    let rows = store::awaited(r, at, only.map(|which| which.enrolment))?;
    let teams = if extensions.is_empty() { Vec::new() } else { teams_at(r, at, definition)? };
    let one = |(enrolment, zone): (EnrolmentRow, ZoneName)| {
        let mates = teams.iter().find(|team| team.iter().any(|mate| mate.enrolment == enrolment.id));
        let mates = mates.map(Vec::as_slice).unwrap_or_default();
        let extended = extension_of(&extensions, Place::of(&enrolment), mates).map(|row| row.due_on);
        let due_at = setup.due_at(&edition.term(), definition.settings.due_days, extended);
        Awaited { enrolment, edition: edition.clone(), due_at, zone }
    };
    Ok(rows.into_iter().map(one).collect())
}

/// The teams of a case with who is in them, where teams hand it in.
fn teams_at(
    r: &mut Read,
    (edition, case): CaseAt,
    definition: &CaseDefinition,
) -> Result<Vec<Vec<Place>>, Problem> {
    let set = teams::uses(r, edition)?.into_iter().find(|(other, _)| *other == case);
    let Some((_, set)) = set.filter(|_| definition.settings.team.is_some()) else { return Ok(Vec::new()) };
    let mut of_team: HashMap<TeamId, Vec<Place>> = HashMap::new();
    for one in teams::people(r, (edition, set), Language::Ru)? {
        if let Some(team) = one.team {
            let place = Place { enrolment: one.enrolment, organisation: one.organisation };
            of_team.entry(team).or_default().push(place);
        }
    }
    Ok(of_team.into_values().collect())
}

/// Sends a reminder, unless its reason is gone: the work is in, the deadline is another, the trainee was withdrawn.
///
/// # Errors
/// The database's.
pub fn send_reminder(w: &mut Write, which: Which, due: Moment, now: Moment) -> Result<(), Problem> {
    let Some((_, edition)) = editions::enrolment(w, which.enrolment)? else { return Ok(()) };
    let Some(definition) = store::definition(w, which.activity)? else { return Ok(()) };
    let Some(activity) = programmes::activity(w, which.activity)? else { return Ok(()) };
    let found = awaited(w, (&edition, which.activity, &definition), Some(which))?.pop();
    match found.filter(|one| one.due_at == due && now < due) {
        Some(one) => letters::tell_of_deadline(w, &one, (which.activity, &activity.title.0), now),
        None => Ok(()),
    }
}
