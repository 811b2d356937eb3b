//! A week of an edition, and of whoever teaches.

use crate::attendance::actions as attendance;
use crate::attendance::store::sessions::{self, Listed, SessionRow};
use crate::db::Read;
use crate::editions::store::EditionRow;
use crate::holidays::actions as holidays;
use crate::holidays::rules::{Calendar, Closed};
use crate::kernel::{Actor, EditionId, Localised, Moment, PersonId, PersonName, Problem};
use crate::timetables::rules::week::days_of;
use chrono::NaiveDate;
use std::collections::HashMap;

/// A session of a week.
#[derive(Debug, Clone)]
pub struct Held {
    /// The session.
    pub row: SessionRow,
    /// The title of what is held.
    pub title: Localised,
    /// Its format by the centre's own list.
    pub format: String,
    /// The title of the edition, in the reader's own week.
    pub edition: Option<String>,
}

/// A week with its sessions.
#[derive(Debug, Clone)]
pub struct Week {
    /// Whose: an edition's, or the reader's own.
    pub edition: Option<EditionRow>,
    /// Its days, from Monday.
    pub days: Vec<NaiveDate>,
    /// The sessions, as they follow one another.
    pub sessions: Vec<Held>,
    /// The trainers of the edition by id.
    pub trainers: HashMap<PersonId, PersonName>,
    /// The days off that the edition keeps.
    pub calendar: Calendar,
    /// The hours in which it books nothing.
    pub closed: Vec<Closed>,
}

/// The week of an edition that a day is in, its cancelled sessions too; without a day, the week of today, or the first
/// one while the edition has not begun.
///
/// # Errors
/// `NotFound` for anybody who neither teaches nor administers it.
pub fn of_edition(
    r: &mut Read,
    actor: &Actor,
    id: EditionId,
    (day, now): (Option<NaiveDate>, Moment),
) -> Result<Week, Problem> {
    let setting = attendance::setting(r, actor, id)?;
    let edition = setting.edition;
    let today = now.date_in(edition.time_zone);
    let days = days_of(day.unwrap_or_else(|| today.max(edition.starts_on).min(edition.ends_on)));
    let rows = sessions::of_edition(r, id)?;
    let held = rows.into_iter().filter(|(row, ..)| days.contains(&row.held_on));
    let span = (days.first().copied().unwrap_or(today), days.last().copied().unwrap_or(today));
    Ok(Week {
        sessions: held
            .map(|(row, title, format)| Held { row, title: title.0, format, edition: None })
            .collect(),
        trainers: setting.trainers.into_iter().collect(),
        calendar: holidays::calendar(r, &edition, span)?,
        closed: holidays::closed(r, &edition)?.into_iter().map(|row| row.closed).collect(),
        edition: Some(edition),
        days,
    })
}

/// The week of the reader that a day is in: what the reader teaches anywhere, and what is held in the editions of which
/// the reader is a trainer. Days are those on the wall of each session.
///
/// # Errors
/// The database's.
pub fn of_trainer(
    r: &mut Read,
    actor: &Actor,
    (day, now): (Option<NaiveDate>, Moment),
) -> Result<Week, Problem> {
    let today = now.date_in(actor.zone);
    let days = days_of(day.unwrap_or(today));
    let (first, last) = (days.first().copied().unwrap_or(today), days.last().copied().unwrap_or(today));
    // No zone is farther from another than a day and two hours.
    let margin = 26 * 60;
    let from = actor.zone.instant(first, chrono::NaiveTime::MIN).plus_minutes(-margin);
    let span = (from, actor.zone.end_of(last).plus_minutes(margin));
    let rows = sessions::taught(r, actor.person_id()?, &actor.roles.trainer_of, span)?;
    // Where it meets from now on is nothing to whoever was taken out of the edition.
    let known = |listed: &Listed| {
        actor.roles.trainer_of.contains(&listed.session.edition_id) || listed.session.ends_at <= now
    };
    let held = rows.into_iter().filter(|one| days.contains(&one.session.held_on) && known(one));
    let session = |listed: Listed| Held {
        row: listed.session,
        title: listed.title.0,
        format: listed.format,
        edition: Some(listed.edition),
    };
    Ok(Week {
        edition: None,
        sessions: held.map(session).collect(),
        days,
        trainers: HashMap::new(),
        calendar: Calendar::default(),
        closed: Vec::new(),
    })
}
