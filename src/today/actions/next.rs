//! What awaits a trainee: the next step of each programme and the next session.

use super::course::look_ahead;
use crate::attendance::actions::{self as attendance, Planned};
use crate::db::Read;
use crate::editions::rules::Stage;
use crate::kernel::{Actor, Moment, Problem};
use crate::progress::actions::{self as progress, Course};

/// An edition's end is named as due when it is no farther than this.
const DUE_DAYS: i64 = 21;

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
    let mut courses = progress::own_courses(r, actor)?;
    for course in &mut courses {
        look_ahead(r, actor, course, now)?;
    }
    Ok(Next { courses, session })
}

impl Next {
    /// The programmes whose edition runs now, the newest first.
    pub fn running(&self, now: Moment) -> impl Iterator<Item = &Course> {
        self.courses.iter().filter(move |course| stage(course, now) == Stage::Running)
    }
}

/// Where an edition stands.
pub fn stage(course: &Course, now: Moment) -> Stage {
    course.row.edition.term().stage(now)
}

/// An edition that ends soon while something is left to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// Whole days until it ends.
    pub days: i64,
    /// How many conditions are not met.
    pub left: usize,
}

/// The edition's end, when it is near and something is left to do.
pub fn due(course: &Course, now: Moment) -> Option<Due> {
    let left = course.conditions().iter().filter(|condition| !condition.met).count();
    let days = now.days_until(course.row.edition.term().ends_at());
    (left > 0 && days <= DUE_DAYS).then_some(Due { days, left })
}
