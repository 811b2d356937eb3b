//! Opening a lesson, keeping the place, marking it read.

use super::rules;
use super::store::{self, Visit};
use crate::db::{Read, Write};
use crate::editions::rules::Stage;
use crate::editions::store as editions;
use crate::kernel::{
    ActivityId, Actor, EnrolmentId, Language, Localised, Moment, Permille, Problem, ProblemCode,
    ProgrammeVersionId,
};
use crate::programmes::rules::LessonText;
use crate::programmes::rules::words::ActivityKind;
use crate::programmes::store::{self as programmes, ActivityRow, MediaRow};
use crate::progress::actions::{self as progress, Completed, Standing};
use crate::progress::rules::{ActivityFact, is_open};
use crate::progress::store::SourceKind;

/// A lesson's text with the names of what it belongs to.
#[derive(Debug, Clone)]
pub struct Text {
    /// The language it is really in.
    pub language: Language,
    /// The text.
    pub body: LessonText,
    /// The title of its module.
    pub module: Localised,
    /// The title of its programme.
    pub programme: Localised,
}

/// What a reader may do with a lesson.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// Read it and mark it as read.
    Open,
    /// Read it again.
    Done,
    /// Read it; the edition is over and nothing can be marked.
    Over,
    /// Look at it as a trainee sees it: the edition's trainers and administrators.
    Preview,
}

/// A lesson in front of a reader.
#[derive(Debug, Clone)]
pub struct Lesson {
    /// Whose place in the edition, with every activity.
    pub standing: Standing,
    /// The lesson among the activities.
    pub fact: ActivityFact,
    /// The text.
    pub text: Text,
    /// How far the reader had come.
    pub place: Permille,
    /// What the reader may do.
    pub reading: Reading,
}

/// What a reader gets who opens a lesson.
#[derive(Debug, Clone)]
pub enum Opened {
    /// The lesson.
    Lesson(Box<Lesson>),
    /// Other activities come first.
    Locked {
        /// Whose place in the edition.
        standing: Box<Standing>,
        /// The lesson.
        fact: ActivityFact,
    },
    /// The edition has not begun.
    Ahead {
        /// Whose place in the edition.
        standing: Box<Standing>,
        /// The lesson.
        fact: ActivityFact,
    },
}

/// Which lesson of whose.
#[derive(Debug, Clone, Copy)]
pub struct Which {
    /// Whose.
    pub enrolment: EnrolmentId,
    /// Which lesson.
    pub activity: ActivityId,
}

/// Opens a lesson for its trainee, or for those who teach the edition, who see it whatever the locks.
///
/// # Errors
/// `NotFound` for anybody else and for other activities; `EditionClosed` for who was withdrawn.
pub fn open(r: &mut Read, actor: &Actor, which: Which, now: Moment) -> Result<Opened, Problem> {
    let standing = progress::standing(r, actor, which.enrolment)?;
    let fact = standing.activity(which.activity, ActivityKind::Lesson)?.clone();
    let own = actor.person == Some(standing.enrolment.person_id);
    let stage = standing.edition.term().stage(now);
    if own {
        let standing = Box::new(standing.clone());
        if standing.enrolment.withdrawn_at.is_some() {
            return Err(Problem::new(ProblemCode::EditionClosed));
        }
        if stage == Stage::Ahead {
            return Ok(Opened::Ahead { standing, fact });
        }
        // After the end nothing can be completed any more, so a lock would only hide what may still be read. What waits
        // for an answer is not known to be theirs.
        let locked = stage == Stage::Running && !is_open(&fact, &standing.facts);
        if locked || fact.question.is_some() {
            return Ok(Opened::Locked { standing, fact });
        }
    }
    let reading = match (own, fact.completed, stage) {
        (false, _, _) => Reading::Preview,
        (true, true, _) => Reading::Done,
        (true, false, Stage::Over) => Reading::Over,
        (true, false, _) => Reading::Open,
    };
    let text = text(r, fact.id, actor.language)?;
    let visit = store::visit(r, which.enrolment, fact.id)?;
    let place = visit.filter(|_| own).map_or(Permille(0), |visit| visit.place);
    Ok(Opened::Lesson(Box::new(Lesson { standing, fact, text, place, reading })))
}

/// The text of a lesson for a reader: the own language, then kk → ru → en (V2).
fn text(r: &mut Read, activity: ActivityId, reader: Language) -> Result<Text, Problem> {
    let mut rows = store::texts(r, activity)?;
    let best = reader.fallbacks().find_map(|language| rows.iter().position(|row| row.language == language));
    let row = best.map(|place| rows.swap_remove(place)).ok_or_else(Problem::not_found)?;
    Ok(Text { language: row.language, body: row.body.0, module: row.module.0, programme: row.programme.0 })
}

/// What marking a lesson as read came to.
#[derive(Debug, Clone)]
pub struct Marked {
    /// What comes next; nothing when all that can be done at one's own time is done.
    pub next: Option<ActivityFact>,
}

/// Marks a lesson as read by its trainee, which credits its hours. A second time changes nothing.
///
/// # Errors
/// `NotFound` unless it is their own; `ActivityLocked`; `EditionClosed`.
pub fn mark_read(w: &mut Write, actor: &Actor, which: Which, now: Moment) -> Result<Marked, Problem> {
    let mut standing = progress::own_standing(w, actor, which.enrolment)?;
    let fact = standing.activity(which.activity, ActivityKind::Lesson)?.clone();
    if !fact.completed {
        standing.require_open(&fact, actor.language, now)?;
        let done = Completed {
            enrolment: which.enrolment,
            source: SourceKind::Lesson,
            source_id: fact.id.0,
            result: None,
        };
        progress::complete(w, &fact, done, now)?;
        store::note_read(w, Visit { enrolment: which.enrolment, activity: fact.id, at: now })?;
    }
    for one in standing.facts.iter_mut().filter(|one| one.id == fact.id) {
        one.completed = true;
    }
    Ok(Marked { next: rules::next_after(&standing.facts, fact.id).cloned() })
}

/// Keeps the place of a trainee in a lesson.
///
/// # Errors
/// `NotFound` unless it is their own; `EditionClosed` outside of its dates.
pub fn keep_place(
    w: &mut Write,
    actor: &Actor,
    which: Which,
    place: Permille,
    now: Moment,
) -> Result<(), Problem> {
    let (row, edition) = editions::enrolment(w, which.enrolment)?.ok_or_else(Problem::not_found)?;
    if actor.person != Some(row.person_id) {
        return Err(Problem::not_found());
    }
    let activity = programmes::activity(w, which.activity)?.ok_or_else(Problem::not_found)?;
    if activity.version_id != edition.version_id || activity.kind != ActivityKind::Lesson {
        return Err(Problem::not_found());
    }
    if row.withdrawn_at.is_some() {
        return Err(Problem::new(ProblemCode::EditionClosed));
    }
    edition.term().require_running(now)?;
    store::keep_place(w, Visit { enrolment: which.enrolment, activity: which.activity, at: now }, place)
}

/// A file that the texts of an edition's programme link to, for its trainee and for those who teach it.
///
/// # Errors
/// `NotFound` for anybody else and for other paths; `EditionClosed` before it begins and after a withdrawal.
pub fn media(
    r: &mut Read,
    actor: &Actor,
    enrolment: EnrolmentId,
    path: &str,
    now: Moment,
) -> Result<MediaRow, Problem> {
    let (row, edition) = editions::enrolment(r, enrolment)?.ok_or_else(Problem::not_found)?;
    let own = actor.person == Some(row.person_id);
    if !own && !actor.teaches(edition.id, edition.organisation_id) {
        return Err(Problem::not_found());
    }
    if own && (row.withdrawn_at.is_some() || edition.term().stage(now) == Stage::Ahead) {
        return Err(Problem::new(ProblemCode::EditionClosed));
    }
    programmes::media(r, edition.version_id, path)?.ok_or_else(Problem::not_found)
}

/// A lesson outside of any edition.
#[derive(Debug, Clone)]
pub struct Preview {
    /// The lesson.
    pub activity: ActivityRow,
    /// Every activity of its version, in order.
    pub activities: Vec<ActivityRow>,
    /// The text.
    pub text: Text,
    /// The slug of its programme and the number of its version.
    pub programme: (String, i32),
}

/// A lesson as a trainee will see it, for staff. Who may come in is the gate's matter.
///
/// # Errors
/// `NotFound` when it is no lesson.
pub fn preview(r: &mut Read, actor: &Actor, id: ActivityId) -> Result<Preview, Problem> {
    let activity = lesson(r, id)?;
    let version = programmes::version(r, activity.version_id)?.ok_or_else(Problem::not_found)?;
    let activities = programmes::activities(r, activity.version_id)?;
    let text = text(r, id, actor.language)?;
    Ok(Preview { activity, activities, text, programme: (version.slug, version.number) })
}

/// A file of the version that an activity belongs to, for staff.
///
/// # Errors
/// `NotFound` when there is no such file.
pub fn preview_media(r: &mut Read, id: ActivityId, path: &str) -> Result<MediaRow, Problem> {
    let activity = programmes::activity(r, id)?.ok_or_else(Problem::not_found)?;
    let version: ProgrammeVersionId = activity.version_id;
    programmes::media(r, version, path)?.ok_or_else(Problem::not_found)
}

fn lesson(r: &mut Read, id: ActivityId) -> Result<ActivityRow, Problem> {
    let activity = programmes::activity(r, id)?.ok_or_else(Problem::not_found)?;
    if activity.kind == ActivityKind::Lesson { Ok(activity) } else { Err(Problem::not_found()) }
}
