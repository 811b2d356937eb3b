//! What awaits a trainer, gathered from the rooms of learning.

pub mod next;

use crate::attendance::actions as attendance;
use crate::db::Read;
use crate::kernel::{Actor, Moment, Problem};

/// Everything that awaits a trainer. Works to grade will stand beside the sessions.
#[derive(Debug, Clone, Default)]
pub struct Today {
    /// Sessions to run, and sheets that are not complete.
    pub sessions: attendance::Day,
}

/// What awaits the actor.
///
/// # Errors
/// The database's.
pub fn today(r: &mut Read, actor: &Actor, now: Moment) -> Result<Today, Problem> {
    Ok(Today { sessions: attendance::day(r, actor, now)? })
}
