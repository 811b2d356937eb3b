//! What awaits a trainer, gathered from the rooms of learning.

pub mod course;
pub mod next;

use crate::appointments::actions::{self as appointments, Held};
use crate::attendance::actions as attendance;
use crate::db::Read;
use crate::grading::actions::{self as grading, WaitingWork};
use crate::kernel::{Actor, Moment, Problem};
use crate::mail::actions::messages;
use crate::quiz_marking::actions::{self as marking, Waiting};
use crate::site_cases::actions as site_cases;
use crate::teams::actions::{self as teams, Unplaced};

/// Everything that awaits a trainer.
#[derive(Debug, Clone, Default)]
pub struct Today {
    /// Sessions to run, and sheets that are not complete.
    pub sessions: attendance::Day,
    /// Their own consultations of the next days: those that somebody has booked, and today's free ones.
    pub consultations: Vec<Held>,
    /// Works to grade, the oldest first.
    pub works: Vec<WaitingWork>,
    /// How many there are, whatever was asked for.
    pub works_count: i64,
    /// Answers to mark and appeals to decide.
    pub marking: Waiting,
    /// Cases from practice that wait for an answer.
    pub site_cases: site_cases::Waiting,
    /// Team cases with people who have no team.
    pub unplaced: Vec<Unplaced>,
    /// Messages that were not opened.
    pub unread: i64,
}

/// How many days ahead consultations are named.
const CONSULTATION_DAYS: i64 = 7;

/// What awaits the actor, with so many works at most.
///
/// # Errors
/// The database's.
pub fn today(r: &mut Read, actor: &Actor, limit: i64, now: Moment) -> Result<Today, Problem> {
    let (works, works_count) = grading::waiting(r, actor, limit, now)?;
    Ok(Today {
        sessions: attendance::day(r, actor, now)?,
        consultations: consultations(r, actor, now)?,
        works,
        works_count,
        marking: marking::waiting(r, actor, now)?,
        site_cases: site_cases::waiting(r, actor, now)?,
        unplaced: teams::unplaced(r, actor, now)?,
        unread: messages::unread(r, actor)?,
    })
}

fn consultations(r: &mut Read, actor: &Actor, now: Moment) -> Result<Vec<Held>, Problem> {
    let mut held = appointments::own_days(r, actor, (now, now.plus_minutes(CONSULTATION_DAYS * 24 * 60)))?;
    let today =
        |one: &Held| one.slot.starts_at.date_in(one.slot.time_zone) == now.date_in(one.slot.time_zone);
    held.retain(|one| one.consults && (!one.with.is_empty() || today(one)));
    Ok(held)
}
