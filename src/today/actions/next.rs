//! What awaits a trainee: the next step of each programme and the next session.

use crate::attendance::actions::{self as attendance, Planned};
use crate::db::Read;
use crate::kernel::{Actor, Moment, Problem};
use crate::progress::actions::{self as progress, Course};

/// Everything the page «Дальше» is made of.
#[derive(Debug, Clone)]
pub struct Next {
    /// The person's programmes, the newest first.
    pub courses: Vec<Course>,
    /// The session under way or the next one that was not cancelled.
    pub session: Option<Planned>,
}

/// What awaits the actor.
///
/// # Errors
/// The database's.
pub fn next(r: &mut Read, actor: &Actor, now: Moment) -> Result<Next, Problem> {
    let session = attendance::schedule(r, actor)?.into_iter().find(|planned| {
        let row = &planned.listed.session;
        row.ends_at > now && row.cancelled_at.is_none()
    });
    Ok(Next { courses: progress::own_courses(r, actor)?, session })
}
