//! Releasing grades to their authors: one, all of a case, or at a set time. Only what is released is seen, counts
//! and is written about.

use super::desk::load;
use super::letters;
use crate::audit::{self, Entry};
use crate::cases::actions::{Grade, Grades, Version, Which, taught_case, versions};
use crate::cases::rules::{self, CaseSetup, Release};
use crate::cases::store as cases;
use crate::db::{Read, Write};
use crate::editions::store::{self as editions, EditionRow};
use crate::grading::rules::{WorkState, state_of};
use crate::grading::store::{self, ExceptionRow};
use crate::kernel::{ActivityId, Actor, EditionId, Localised, Moment, Problem, ProblemCode, SubmissionId};
use crate::programmes::rules::words::ActivityKind;
use crate::programmes::store as programmes;
use crate::progress::actions::{self as progress, Completed, Standing};
use crate::progress::rules::ActivityFact;
use crate::progress::store::SourceKind;
use std::cmp::Ordering;
use std::collections::HashMap;

/// Releases the decided grade of a work.
///
/// # Errors
/// `NotFound` unless the actor teaches the edition; `Forbidden` for one's own work; `Conflict` while no grade is
/// decided, and for a work that was hidden.
pub fn release(w: &mut Write, actor: &Actor, id: SubmissionId, now: Moment) -> Result<(), Problem> {
    let work = load(w, actor, id, now)?;
    if work.own {
        return Err(Problem::forbidden());
    }
    work.require_visible()?;
    match &work.version.grade {
        None => Err(Problem::new(ProblemCode::Conflict)),
        Some(grade) if grade.row.released_at.is_some() => Ok(()),
        Some(_) => release_one(w, actor, id, now),
    }
}

/// Releases every decided grade of a case in an edition; gives back how many.
///
/// # Errors
/// `NotFound` unless the actor teaches the edition.
pub fn release_all(
    w: &mut Write,
    actor: &Actor,
    at: (EditionId, ActivityId),
    now: Moment,
) -> Result<usize, Problem> {
    taught_case(w, actor, at)?;
    let ids = store::in_review(w, at)?;
    let mut released = 0;
    for id in ids {
        let author = store::work(w, id)?.map(|row| row.author);
        if author.is_some() && author != actor.person {
            release_one(w, actor, id, now)?;
            released += 1;
        }
    }
    Ok(released)
}

/// What is due of a case whose setup of this number names a time, if that setup still holds.
///
/// # Errors
/// The database's.
pub fn due(
    r: &mut Read,
    at: (EditionId, ActivityId),
    number: i32,
    now: Moment,
) -> Result<Vec<SubmissionId>, Problem> {
    if is_due(r, at, number, now)? { store::in_review(r, at) } else { Ok(Vec::new()) }
}

/// Whether a case's setup of this number still holds and its time has come.
fn is_due(r: &mut Read, at: (EditionId, ActivityId), number: i32, now: Moment) -> Result<bool, Problem> {
    let (holds, setup) = cases::setup(r, at)?;
    Ok(holds == Some(number) && matches!(setup.release, Release::At(when) if when <= now))
}

/// Releases one of the works that are [`due`], each in a transaction of its own: a whole edition's at once would keep
/// every other writer waiting. One that was released meanwhile, or whose time was moved, stays as it is.
///
/// # Errors
/// The database's.
pub fn release_due(w: &mut Write, id: SubmissionId, number: i32, now: Moment) -> Result<(), Problem> {
    let Some(row) = store::work(w, id)? else { return Ok(()) };
    let in_review = row.settled_at.is_some() && row.closed_at.is_none();
    if in_review && is_due(w, (row.edition, row.activity), number, now)? {
        release_one(w, &Actor::program(), id, now)?;
    }
    Ok(())
}

/// Releases a decided grade: its author sees it, it counts, and a letter says so.
pub(super) fn release_one(
    w: &mut Write,
    actor: &Actor,
    id: SubmissionId,
    now: Moment,
) -> Result<(), Problem> {
    store::release(w, id, (actor.person, now))?;
    store::close(w, &[id], now)?;
    let subject = ("submission", id.0);
    audit::record(w, actor, now, Entry { action: "grade-released", subject, before: None, after: None })?;
    carry(w, id, false, now)
}

/// What the released grades of a work come to.
struct Carried {
    standing: Standing,
    fact: ActivityFact,
    versions: Vec<Version>,
}

/// Brings progress to what the released grades of a work say, and tells its author about this version: that it was
/// graded, or that a grade they know was corrected.
pub(super) fn carry(w: &mut Write, id: SubmissionId, corrected: bool, now: Moment) -> Result<(), Problem> {
    let row = store::work(w, id)?.ok_or_else(Problem::not_found)?;
    let standing = progress::standing(w, &Actor::program(), row.enrolment)?;
    let fact = standing.activity(row.activity, ActivityKind::Case)?.clone();
    let (_, rubrics) = cases::graded_case(w, (row.edition, row.activity))?.ok_or_else(Problem::not_found)?;
    let which = Which { enrolment: row.enrolment, activity: row.activity };
    let versions = versions(w, which, (Grades::Released, &rubrics))?;
    let carried = Carried { standing, fact, versions };
    count(w, &carried, now)?;
    let told = carried.versions.iter().find(|version| version.row.id == id);
    let Some(grade) = told.and_then(|version| version.grade.as_ref()) else { return Ok(()) };
    let about = letters::About {
        standing: &carried.standing,
        fact: &carried.fact,
        most: grade.rubric.most_points(),
        total: grade.row.total,
        passed: grade.row.passed,
        corrected,
    };
    letters::tell_author(w, &about, now)
}

/// The best passed grade counts, as a share of what its version of the rubric gives; when a correction left none, the
/// case is open again.
fn count(w: &mut Write, carried: &Carried, now: Moment) -> Result<(), Problem> {
    let (enrolment, source) = (carried.standing.enrolment.id, SourceKind::Case);
    let grades = carried.versions.iter().filter_map(|version| version.grade.as_ref());
    let best = grades.filter(|grade| grade.row.passed).max_by(|one, other| better(one, other));
    let Some(grade) = best else {
        return progress::take_back(w, &carried.fact, (enrolment, source), now);
    };
    let total = u32::try_from(grade.row.total).unwrap_or(0);
    let result = rules::result(&grade.rubric, total);
    let done = Completed { enrolment, source, source_id: grade.row.id.0, result: Some(result) };
    progress::complete(w, &carried.fact, done, now)?;
    progress::recount(w, enrolment, carried.fact.id, result)
}

/// Which of two grades is the better share of the points of its rubric, without rounding.
fn better(one: &Grade, other: &Grade) -> Ordering {
    let share = |total: i32, most: u32| i64::from(total) * i64::from(most);
    let (first, second) = (one.rubric.most_points(), other.rubric.most_points());
    share(one.row.total, second).cmp(&share(other.row.total, first))
}

/// A case of an edition, with how far its works are.
#[derive(Debug, Clone)]
pub struct CaseLine {
    /// The case.
    pub id: ActivityId,
    /// Its title.
    pub title: Localised,
    /// How the edition takes it.
    pub setup: CaseSetup,
    /// How many works nobody has begun.
    pub not_marked: usize,
    /// How many are being marked.
    pub in_marking: usize,
    /// How many grades are decided and not released.
    pub in_review: usize,
    /// How many are released.
    pub released: usize,
}

/// The cases of an edition.
#[derive(Debug, Clone)]
pub struct EditionCases {
    /// The edition.
    pub edition: EditionRow,
    /// Its cases, in the order of the programme.
    pub cases: Vec<CaseLine>,
    /// Who may grade colleagues all the same.
    pub exceptions: Vec<ExceptionRow>,
    /// Its trainers, for an administrator who may make such an exception.
    pub trainers: Vec<editions::trainers::Named>,
}

/// The cases of an edition, for those who teach or administer it.
///
/// # Errors
/// `NotFound` for anybody else.
pub fn edition_cases(
    r: &mut Read,
    actor: &Actor,
    id: EditionId,
    now: Moment,
) -> Result<EditionCases, Problem> {
    let edition = editions::edition(r, id)?
        .filter(|row| actor.teaches(row.id, row.organisation_id))
        .ok_or_else(Problem::not_found)?;
    let mut states: HashMap<ActivityId, Vec<WorkState>> = HashMap::new();
    let busy = store::busy(r, id, now)?;
    for (case, (work, begun, settled, closed)) in store::states_of(r, id)? {
        let state = state_of(begun, settled, closed, busy.contains(&work));
        states.entry(case).or_default().push(state);
    }
    let mut setups = cases::setups(r, &[id])?;
    let mut lines = Vec::new();
    for row in programmes::activities(r, edition.version_id)? {
        if row.kind == ActivityKind::Case {
            let states = states.remove(&row.id).unwrap_or_default();
            let setup = setups.remove(&(id, row.id)).unwrap_or_default();
            lines.push(line((row.id, row.title.0), setup, &states));
        }
    }
    let administers = actor.require_administrator_of(edition.organisation_id).is_ok();
    let trainers = if administers { editions::trainers::of_edition(r, id)? } else { Vec::new() };
    let exceptions = store::exceptions(r, id)?;
    Ok(EditionCases { edition, cases: lines, exceptions, trainers })
}

fn line((id, title): (ActivityId, Localised), setup: CaseSetup, states: &[WorkState]) -> CaseLine {
    let count = |state: WorkState| states.iter().filter(|one| **one == state).count();
    CaseLine {
        id,
        title,
        setup,
        not_marked: count(WorkState::NotMarked),
        in_marking: count(WorkState::InMarking),
        in_review: count(WorkState::InReview),
        released: count(WorkState::Released),
    }
}
