//! What awaits a trainer, gathered from the rooms of learning.

pub mod course;
pub mod next;

use crate::attendance::actions as attendance;
use crate::db::Read;
use crate::grading::actions::{self as grading, WaitingWork};
use crate::kernel::{Actor, Moment, Problem};
use crate::quiz_marking::actions::{self as marking, Waiting};

/// Everything that awaits a trainer.
#[derive(Debug, Clone, Default)]
pub struct Today {
    /// Sessions to run, and sheets that are not complete.
    pub sessions: attendance::Day,
    /// Works to grade, the oldest first.
    pub works: Vec<WaitingWork>,
    /// Answers to mark and appeals to decide.
    pub marking: Waiting,
}

/// What awaits the actor.
///
/// # Errors
/// The database's.
pub fn today(r: &mut Read, actor: &Actor, now: Moment) -> Result<Today, Problem> {
    Ok(Today {
        sessions: attendance::day(r, actor, now)?,
        works: grading::waiting(r, actor, now)?,
        marking: marking::waiting(r, actor, now)?,
    })
}
