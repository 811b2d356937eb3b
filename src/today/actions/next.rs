//! What awaits a trainee: the next step of each programme and the next session.

use super::course::look_ahead;
use crate::appointments::actions::{self as appointments, Held};
use crate::attendance::actions::{self as attendance, Planned};
use crate::cases::actions as cases;
use crate::continuing_training::actions::{self as training, Own};
use crate::db::Read;
use crate::editions::rules::Stage;
use crate::kernel::{ActivityId, Actor, EnrolmentId, Moment, Problem};
use crate::mail::actions::messages;
use crate::peer_reviews::actions::{self as peers, Owed};
use crate::programmes::rules::words::ActivityKind;
use crate::progress::actions::{self as progress, Course};
use crate::progress::rules::{ActivityFact, Work};
use crate::quizzes::actions as quizzes;
use crate::reminders::actions::{self as reminders, Warning};

/// An edition's end is named as due when it is no farther than this.
const DUE_DAYS: i64 = 21;

/// How many days ahead consultations are named.
const CONSULTATION_DAYS: i64 = 30;

/// Everything the page «Дальше» is made of.
#[derive(Debug, Clone)]
pub struct Next {
    /// The person's programmes, the newest first.
    pub courses: Vec<Course>,
    /// The session under way or the next one that was not cancelled, and in which the person has a place where one needs
    /// one.
    pub session: Option<Planned>,
    /// The consultations that the person has booked, the next first.
    pub consultations: Vec<Held>,
    /// What is due before an edition ends, the most urgent first.
    pub dues: Vec<DueWork>,
    /// Reviews of other people's works to write, the most urgent first.
    pub reviews: Vec<Owed>,
    /// How the person stands with training in person, where it is asked.
    pub training: Vec<Own>,
    /// Messages that were not opened.
    pub unread: i64,
    /// What the person is warned of because of missed sessions.
    pub warnings: Vec<Warning>,
}

/// A quiz or a case with a last moment of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DueWork {
    /// In which programme of the person.
    pub enrolment: EnrolmentId,
    /// Which.
    pub activity: ActivityId,
    /// The first instant at which it is too late.
    pub due_at: Moment,
}

/// What awaits the actor.
///
/// # Errors
/// The database's.
pub fn next(r: &mut Read, actor: &Actor, now: Moment) -> Result<Next, Problem> {
    let session = attendance::schedule(r, actor)?.into_iter().find(|planned| {
        let row = &planned.listed.session;
        row.ends_at > now && row.cancelled_at.is_none() && planned.has_seat()
    });
    let mut courses = progress::own_courses(r, actor)?;
    let mut dues = Vec::new();
    for course in &mut courses {
        look_ahead(r, actor, course, now)?;
        if stage(course, now) == Stage::Running {
            dues.extend(due_works(r, course, now)?);
        }
    }
    dues.sort_by_key(|due| due.due_at);
    let mut consultations =
        appointments::own_days(r, actor, (now, now.plus_minutes(CONSULTATION_DAYS * 24 * 60)))?;
    consultations.retain(|one| !one.consults);
    let reviews = peers::owed(r, actor)?;
    let training = training::own(r, actor, now)?;
    let unread = messages::unread(r, actor)?;
    let warnings = reminders::own(r, actor, now)?;
    Ok(Next { courses, session, consultations, dues, reviews, training, unread, warnings })
}

impl Next {
    /// The programmes whose edition runs now, the newest first.
    pub fn running(&self, now: Moment) -> impl Iterator<Item = &Course> {
        self.courses.iter().filter(move |course| stage(course, now) == Stage::Running)
    }
}

/// What is due soon, and neither completed nor waiting for a trainer.
fn due_works(r: &mut Read, course: &Course, now: Moment) -> Result<Vec<DueWork>, Problem> {
    let (edition, enrolment) = (&course.row.edition, &course.row.enrolment);
    let left = |fact: &&ActivityFact| !fact.completed && course.works.get(&fact.id) != Some(&Work::Waiting);
    let of_kind =
        |kind| course.facts.iter().filter(left).filter(move |fact| fact.kind == kind).map(|fact| fact.id);
    let closings = quizzes::closings(r, edition, enrolment)?;
    let quizzes = of_kind(ActivityKind::Quiz).filter_map(|id| Some((id, *closings.get(&id)?)));
    let mut found: Vec<(ActivityId, Moment)> = quizzes.collect();
    found.extend(cases::deadlines(r, edition, enrolment, of_kind(ActivityKind::Case))?);
    let soon = |(_, due): &(ActivityId, Moment)| *due > now && now.days_until(*due) <= DUE_DAYS;
    let work = |(activity, due_at)| DueWork { enrolment: enrolment.id, activity, due_at };
    Ok(found.into_iter().filter(soon).map(work).collect())
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
    let left = course.conditions(now).iter().filter(|condition| !condition.met).count();
    let days = now.days_until(course.row.edition.term().ends_at());
    (left > 0 && days <= DUE_DAYS).then_some(Due { days, left })
}
