//! The timetable of an edition as its trainers read it, and the setting in which its sessions are booked.

use super::{taught_edition, taught_session};
use crate::attendance::store::sessions::{self, SessionRow};
use crate::attendance::store::{beforehand, composition};
use crate::db::Read;
use crate::editions::store::EditionRow;
use crate::formats::actions as formats;
use crate::formats::rules::Called;
use crate::holidays::actions as holidays;
use crate::holidays::rules::Calendar;
use crate::kernel::{Actor, EditionId, Localised, Minutes, PersonId, PersonName, Problem, SessionId};
use crate::programmes::store::{self as programmes, ActivityRow};
use crate::progress::store::assignment::{self, Among, Outside};
use std::collections::{HashMap, HashSet};

/// The sessions of an edition with how far each is marked.
#[derive(Debug, Clone)]
pub struct Timetable {
    /// The edition.
    pub edition: EditionRow,
    /// The sessions with the titles of their activities and what is held.
    pub sessions: Vec<(SessionRow, Localised, Called)>,
    /// The trainers by id.
    pub trainers: HashMap<PersonId, PersonName>,
    /// How many people are enrolled.
    pub enrolled: i64,
    /// Of whom which activities are not asked.
    pub outside: Outside,
    /// How many of them are marked, by session.
    pub marked: HashMap<SessionId, i64>,
    /// How many are expected where people sign up, by session.
    pub signed_up: HashMap<SessionId, i64>,
    /// How many activities have no session yet.
    pub unscheduled: usize,
    /// What the blocks of sessions sum to, where there are any.
    pub blocks: HashMap<SessionId, Minutes>,
    /// The days off that the edition keeps.
    pub calendar: Calendar,
    /// How many late notices of absence wait for a decision.
    pub waiting_notices: i64,
}

impl Timetable {
    /// Of how many people a session is asked: in an extra module not of everybody (A14), and where people sign up, of
    /// those with a place.
    pub fn expected(&self, row: &SessionRow) -> i64 {
        let all = self.enrolled - self.outside.count(self.edition.id, row.activity_id);
        self.signed_up.get(&row.id).copied().unwrap_or(all)
    }
}

/// The timetable of an edition.
///
/// # Errors
/// `NotFound` when it is not the actor's to see.
pub fn timetable(r: &mut Read, actor: &Actor, id: EditionId) -> Result<Timetable, Problem> {
    let edition = taught_edition(r, actor, id)?;
    let rows = sessions::of_edition(r, id)?;
    let ids: Vec<SessionId> = rows.iter().map(|(row, ..)| row.id).collect();
    let formats = formats::names(r, rows.iter().map(|(.., format)| format.as_str()))?;
    let unscheduled = unscheduled(r, &edition)?.len();
    let days = rows.iter().map(|(row, ..)| row.held_on);
    let span = (days.clone().min().unwrap_or(edition.starts_on), days.max().unwrap_or(edition.ends_on));
    let calendar = holidays::calendar(r, &edition, span)?;
    Ok(Timetable {
        calendar,
        trainers: sessions::trainers(r, id)?.into_iter().collect(),
        enrolled: sessions::enrolled(r, &[id])?.first().map_or(0, |(_, count)| *count),
        outside: assignment::outside(r, Among::Editions(&[id]))?,
        marked: sessions::marked(r, &ids)?.into_iter().collect(),
        blocks: composition::blocks(r, &ids)?,
        signed_up: beforehand::expected(r, &ids)?,
        waiting_notices: beforehand::waiting_notices(r, id)?,
        sessions: rows
            .into_iter()
            .map(|(row, title, format)| (row, title.0, formats.call(&format)))
            .collect(),
        edition,
        unscheduled,
    })
}

/// What a session of an edition can be about, and who can teach it.
#[derive(Debug, Clone)]
pub struct Setting {
    /// The edition.
    pub edition: EditionRow,
    /// The activities that are completed by being there, in programme order.
    pub activities: Vec<ActivityRow>,
    /// The trainers of the edition.
    pub trainers: Vec<(PersonId, PersonName)>,
    /// How many of the activities have no session yet.
    pub unscheduled: usize,
}

/// The setting in which a session is booked.
///
/// # Errors
/// `NotFound` when the edition is not the actor's.
pub fn setting(r: &mut Read, actor: &Actor, id: EditionId) -> Result<Setting, Problem> {
    let edition = taught_edition(r, actor, id)?;
    let activities = attended(r, &edition)?;
    let (trainers, unscheduled) = (sessions::trainers(r, id)?, unscheduled(r, &edition)?.len());
    Ok(Setting { edition, activities, trainers, unscheduled })
}

/// A session about to be changed, with its setting.
///
/// # Errors
/// `NotFound` when it is not the actor's.
pub fn editing(r: &mut Read, actor: &Actor, id: SessionId) -> Result<(SessionRow, Setting), Problem> {
    let (session, edition, _) = taught_session(r, actor, id)?;
    Ok((session, setting(r, actor, edition.id)?))
}

fn attended(r: &mut Read, edition: &EditionRow) -> Result<Vec<ActivityRow>, Problem> {
    let activities = programmes::activities(r, edition.version_id)?;
    Ok(activities.into_iter().filter(|activity| !activity.kind.has_text()).collect())
}

pub(super) fn unscheduled(r: &mut Read, edition: &EditionRow) -> Result<Vec<ActivityRow>, Problem> {
    let rows = sessions::of_edition(r, edition.id)?;
    let live = rows.iter().filter(|(row, ..)| row.cancelled_at.is_none());
    let scheduled: HashSet<_> = live.map(|(row, ..)| row.activity_id).collect();
    let activities = attended(r, edition)?;
    Ok(activities.into_iter().filter(|activity| !scheduled.contains(&activity.id)).collect())
}
