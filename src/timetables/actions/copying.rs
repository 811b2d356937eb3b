//! The schedule of another edition, moved by whole weeks.

use super::lines::{self, Draft, Line};
use crate::agendas::actions::{Copied, Copying, copy_programmes};
use crate::attendance::actions::{self as attendance, Setting};
use crate::attendance::rules::Booking;
use crate::attendance::rules::booking::length;
use crate::attendance::store::sessions::{self, SessionRow};
use crate::db::{Read, Write};
use crate::editions::actions as editions;
use crate::editions::store::{self as editions_store, EditionRow};
use crate::kernel::{
    ActivityId, Actor, EditionId, Fault, Localised, Minutes, Moment, Problem, ProgrammeVersionId, SessionId,
};
use crate::programmes::store::{self as programmes, VersionRow};
use crate::timetables::rules::{Chosen, shift};
use chrono::NaiveDate;
use std::collections::{HashMap, HashSet};

/// What the schedule of another edition would be in this one.
#[derive(Debug, Clone)]
pub struct CopyRun {
    /// Where it is booked.
    pub setting: Setting,
    /// The editions it can be copied from, the latest first: of the same programme, by this version or an earlier one.
    pub sources: Vec<(EditionId, String)>,
    /// The one that is chosen.
    pub source: Option<EditionId>,
    /// By how many weeks it is moved.
    pub weeks: i64,
    /// Its sessions, in order.
    pub lines: Vec<Line>,
}

/// What the schedule of another edition would be in this one, by its own weeks or by as many as wanted. Nothing is
/// booked; without an edition to copy from there is only the choice.
///
/// # Errors
/// `NotFound` when either edition is not the actor's, or the other one teaches another programme or a newer version;
/// `Invalid` for more weeks than ten years have.
pub fn copy(
    r: &mut Read,
    actor: &Actor,
    id: EditionId,
    (source, weeks): (Option<EditionId>, Option<i64>),
) -> Result<CopyRun, Problem> {
    let setting = attendance::setting(r, actor, id)?;
    let sources = sources(r, actor, &setting.edition)?;
    let listed = |rows: &[EditionRow]| rows.iter().map(|row| (row.id, row.title.clone())).collect();
    let Some(source) = source else {
        return Ok(CopyRun { sources: listed(&sources), setting, source: None, weeks: 0, lines: Vec::new() });
    };
    let from = sources.iter().find(|row| row.id == source).ok_or_else(Problem::not_found)?;
    let weeks = weeks.unwrap_or_else(|| shift::weeks(from.starts_on, setting.edition.starts_on));
    if weeks.abs() > shift::MOST_WEEKS {
        let fault = Fault::new("weeks", "out-of-range");
        let fault = fault.with("low", -shift::MOST_WEEKS).with("high", shift::MOST_WEEKS);
        return Err(Problem::invalid(vec![fault]));
    }
    let drafts = drafts(r, &setting, from, weeks)?;
    let lines = lines::look(r, &setting, drafts, actor.language)?;
    Ok(CopyRun { sources: listed(&sources), setting, source: Some(source), weeks, lines })
}

/// The editions that the schedule can be copied from.
fn sources(r: &mut Read, actor: &Actor, edition: &EditionRow) -> Result<Vec<EditionRow>, Problem> {
    let versions = programmes::versions(r)?;
    let version = |id: ProgrammeVersionId| versions.iter().find(|row| row.id == id);
    let Some(own) = version(edition.version_id) else { return Ok(Vec::new()) };
    let fits = |other: &VersionRow| other.slug == own.slug && other.number <= own.number;
    let rows = editions::list(r, actor)?.into_iter().map(|listed| listed.row.edition);
    Ok(rows
        .filter(|row| row.id != edition.id && actor.teaches(row.id, row.organisation_id))
        .filter(|row| version(row.version_id).is_some_and(fits))
        .collect())
}

fn drafts(r: &mut Read, setting: &Setting, from: &EditionRow, weeks: i64) -> Result<Vec<Draft>, Problem> {
    let keys: HashMap<ActivityId, (String, Localised)> = programmes::activities(r, from.version_id)?
        .into_iter()
        .map(|activity| (activity.id, (activity.key, activity.title.0)))
        .collect();
    let here: HashMap<&str, ActivityId> =
        setting.activities.iter().map(|activity| (activity.key.as_str(), activity.id)).collect();
    let booked = sessions::of_edition(r, setting.edition.id)?;
    let scheduled: HashSet<ActivityId> = booked
        .iter()
        .filter(|(row, ..)| row.cancelled_at.is_none())
        .map(|(row, ..)| row.activity_id)
        .collect();
    let rows = sessions::of_edition(r, from.id)?;
    let held = rows.into_iter().map(|(row, ..)| row).filter(|row| row.cancelled_at.is_none());
    let draft = |row: SessionRow| {
        let (key, title) = keys.get(&row.activity_id).cloned().unwrap_or_default();
        let activity = here.get(key.as_str()).copied();
        let gone = Fault::new("activity", "activity-gone");
        Draft {
            key: row.id.to_string(),
            title,
            scheduled: activity.is_some_and(|activity| scheduled.contains(&activity)),
            faults: if activity.is_some() { Vec::new() } else { vec![gone] },
            booking: moved(setting, &row, activity.unwrap_or(row.activity_id), weeks),
        }
    };
    Ok(held.map(draft).collect())
}

/// A session of the other edition in this one: the same weekday and time on the wall, the same place; its trainer where
/// that is a trainer here too.
fn moved(setting: &Setting, row: &SessionRow, activity: ActivityId, weeks: i64) -> Booking {
    let old = attendance::booking_of(row);
    Booking {
        activity,
        held_on: shift::later(old.held_on, weeks),
        trainer: old.trainer.filter(|trainer| setting.trainers.iter().any(|(id, _)| id == trainer)),
        ..old
    }
}

/// What was booked, and what went along with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BookedCopy {
    /// How many sessions.
    pub booked: usize,
    /// Their programmes, and the shifts of the edition.
    pub copied: Copied,
}

/// Books the chosen sessions of another edition's schedule, all of them or none, with their programmes; and the shifts of the
/// edition (F2, F3, F7–F9, F15).
///
/// # Errors
/// As [`copy`] and [`super::book_series`].
pub fn book_copy(
    w: &mut Write,
    actor: &Actor,
    id: EditionId,
    ((source, weeks), chosen): ((EditionId, Option<i64>), &Chosen),
    now: Moment,
) -> Result<BookedCopy, Problem> {
    let run = copy(w, actor, id, (Some(source), weeks))?;
    let booked = lines::book(w, actor, id, (&run.lines, chosen), now)?;
    let to = &run.setting.edition;
    let session = |(line, new): &(&Line, SessionId)| {
        let (from, until) = line.booking.instants(to.time_zone);
        Some((line.key.parse::<SessionId>().ok()?, *new, length(from, until)))
    };
    let sessions: Vec<(SessionId, SessionId, Minutes)> = booked.iter().filter_map(session).collect();
    let from = editions_store::edition(w, source)?.ok_or_else(Problem::not_found)?;
    let later = |date: NaiveDate| shift::later(date, run.weeks);
    let copying = Copying { from: &from, to, sessions: &sessions, later: &later };
    let copied = copy_programmes(w, actor, &copying, now)?;
    Ok(BookedCopy { booked: booked.len(), copied })
}
