//! The programmes of sessions in those that were booked after them in another edition, and its shifts on later days.

use crate::agendas::rules::copying::{blocks_there, shift_there};
use crate::agendas::store::shifts;
use crate::agendas::store::whole::{self, Made};
use crate::agendas::store::{self, speakers, visits};
use crate::audit;
use crate::db::{Read, Write};
use crate::editions::store::EditionRow;
use crate::kernel::{ActivityId, Actor, Minutes, Moment, Problem, SessionId};
use crate::programmes::store as programmes;
use chrono::NaiveDate;
use serde_json::json;
use std::collections::HashMap;

/// What is copied.
pub struct Copying<'a> {
    /// The edition it is taken from.
    pub from: &'a EditionRow,
    /// The edition it goes to.
    pub to: &'a EditionRow,
    /// Each session, the one that was booked after it, and how long that one is.
    pub sessions: &'a [(SessionId, SessionId, Minutes)],
    /// The day on which something is held there.
    pub later: &'a dyn Fn(NaiveDate) -> NaiveDate,
}

/// What went along, and what did not.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Copied {
    /// Sessions whose topic, questions, blocks, guests, access or visit went along.
    pub programmes: usize,
    /// Shifts that went along.
    pub shifts: usize,
    /// Blocks that lead nowhere there: the other programme has no such activity.
    pub unlinked_blocks: usize,
    /// Sessions whose blocks stayed behind: the other one has another length.
    pub unfit_sessions: usize,
    /// Shifts that stayed behind: their days are outside the other edition.
    pub outside_shifts: usize,
}

/// Copies programmes and shifts. Reports of visits, places to sign up for, co-trainers and marks belong to what was held,
/// and stay. A shift that stands there already is not doubled.
///
/// # Errors
/// `NotFound` when one of the editions is not the actor's.
pub fn copy_programmes(
    w: &mut Write,
    actor: &Actor,
    copying: &Copying<'_>,
    now: Moment,
) -> Result<Copied, Problem> {
    for edition in [copying.from, copying.to] {
        if !actor.teaches(edition.id, edition.organisation_id) {
            return Err(Problem::not_found());
        }
    }
    let mut copied = copy_shifts(w, actor, copying, now)?;
    let activities = activities_there(w, copying)?;
    let old: Vec<SessionId> = copying.sessions.iter().map(|(old, ..)| *old).collect();
    let made = whole::made(w, &old)?;
    for (old, new, length) in copying.sessions {
        let Some(made) = made.get(old) else { continue };
        copied.programmes += 1;
        match blocks_there(&made.blocks, *length, &activities) {
            Some((blocks, lost)) => {
                copied.unlinked_blocks += lost;
                store::replace_blocks(w, *new, &blocks)?;
            }
            None => copied.unfit_sessions += 1,
        }
        write(w, actor, (*new, made), now)?;
    }
    let entry = audit::Entry {
        action: "session-programmes-copied",
        subject: ("edition", copying.to.id.0),
        before: None,
        after: Some(json!({
            "from": copying.from.id, "sessions": copied.programmes, "shifts": copied.shifts,
            "unlinked_blocks": copied.unlinked_blocks, "unfit_sessions": copied.unfit_sessions,
            "outside_shifts": copied.outside_shifts,
        })),
    };
    audit::record(w, actor, now, entry)?;
    Ok(copied)
}

/// What is written of a session besides its blocks.
fn write(
    w: &mut Write,
    actor: &Actor,
    (session, made): (SessionId, &Made),
    now: Moment,
) -> Result<(), Problem> {
    let by = (actor.person, now);
    let brief = &made.brief;
    if brief.topic.is_some() {
        store::set_topic(w, session, brief.topic.as_deref(), by)?;
    }
    if !brief.conditions.is_empty() || brief.access_note.is_some() {
        store::set_access(w, session, (&brief.conditions, brief.access_note.as_deref()), by)?;
    }
    store::replace_questions(w, session, &made.questions)?;
    speakers::replace(w, session, &made.guests)?;
    match &made.visit {
        Some((visit, host)) => visits::set(w, session, visit, *host),
        None => Ok(()),
    }
}

/// The activities of the other programme by those of this one: of the same key.
fn activities_there(r: &mut Read, copying: &Copying<'_>) -> Result<HashMap<ActivityId, ActivityId>, Problem> {
    let there: HashMap<String, ActivityId> = programmes::activities(r, copying.to.version_id)?
        .into_iter()
        .map(|activity| (activity.key, activity.id))
        .collect();
    let here = programmes::activities(r, copying.from.version_id)?.into_iter();
    Ok(here.filter_map(|activity| Some((activity.id, *there.get(&activity.key)?))).collect())
}

fn copy_shifts(w: &mut Write, actor: &Actor, copying: &Copying<'_>, now: Moment) -> Result<Copied, Problem> {
    let known = shifts::of_edition(w, copying.to.id)?;
    let (term, mut copied) = (copying.to.term(), Copied::default());
    for row in shifts::of_edition(w, copying.from.id)? {
        let Some(shift) = shift_there(&row.shift, &term, copying.later) else {
            copied.outside_shifts += 1;
            continue;
        };
        let stands = |one: &shifts::ShiftRow| {
            (one.shift.first_on, one.shift.last_on, &one.shift.place)
                == (shift.first_on, shift.last_on, &shift.place)
        };
        if !known.iter().any(stands) {
            shifts::insert(w, copying.to.id, &shift, (actor.person, now))?;
            copied.shifts += 1;
        }
    }
    Ok(copied)
}
