//! Calibration: works that every grader marks before their real marks of the case count, and a page that compares.

use super::desk::{Work, load};
use crate::audit::{self, Entry};
use crate::cases::actions::taught_case;
use crate::cases::rules::Rubrics;
use crate::cases::store as cases;
use crate::db::{Read, Write};
use crate::editions::store::EditionRow;
use crate::grading::rules::{Marks, graded};
use crate::grading::store::{self, CalibrationRow};
use crate::kernel::{
    ActivityId, Actor, EditionId, Fault, Localised, Moment, Problem, ProblemCode, SubmissionId,
};
use crate::programmes::rules::Criterion;
use serde_json::json;

/// A work that every grader marks first.
#[derive(Debug, Clone)]
pub struct CalibratedWork {
    /// The version.
    pub submission: SubmissionId,
    /// What it is marked by: by everybody the same version.
    pub rubric: Vec<Criterion>,
    /// The number of that version.
    pub by: i32,
    /// How many have marked it.
    pub count: usize,
    /// What they gave; nothing for a reader who has works left to mark, and of the reader's own work before its grade
    /// is released.
    pub given: Vec<CalibrationRow>,
}

/// The calibration of a case.
#[derive(Debug, Clone)]
pub struct Calibration {
    /// The edition.
    pub edition: EditionRow,
    /// The case.
    pub case: ActivityId,
    /// Its title.
    pub title: Localised,
    /// The number of the newest version of the rubric.
    pub newest: i32,
    /// The chosen works.
    pub works: Vec<CalibratedWork>,
    /// Those the reader has to mark yet.
    pub left: Vec<SubmissionId>,
    /// Whether the reader chooses them.
    pub chooses: bool,
}

/// The calibration of a case. Nobody sees what others gave before they have marked everything themselves.
///
/// # Errors
/// `NotFound` for whoever does not teach the edition.
pub fn calibration(r: &mut Read, actor: &Actor, at: (EditionId, ActivityId)) -> Result<Calibration, Problem> {
    let (edition, title) = taught_case(r, actor, at)?;
    let (_, rubrics) = cases::graded_case(r, at)?.ok_or_else(Problem::not_found)?;
    let ids = store::chosen(r, at)?;
    let left = match actor.person {
        Some(person) => store::uncalibrated(r, at, person)?,
        None => Vec::new(),
    };
    let rows = store::calibrations(r, &ids)?;
    let own = own_unreleased(r, actor, at)?;
    let work = |id: &SubmissionId| {
        let given: Vec<CalibrationRow> = rows.iter().filter(|row| row.submission == *id).cloned().collect();
        let (count, shown) = (given.len(), left.is_empty() && !own.contains(id));
        let by = given.first().map_or(rubrics.newest(), |row| row.rubric);
        let (rubric, given) = (rubrics.by(by).criteria.clone(), if shown { given } else { Vec::new() });
        CalibratedWork { submission: *id, rubric, by, count, given }
    };
    Ok(Calibration {
        chooses: actor.require_administrator_of(edition.organisation_id).is_ok(),
        works: ids.iter().map(work).collect(),
        edition,
        case: at.1,
        title,
        newest: rubrics.newest(),
        left,
    })
}

/// The reader's own works at a case whose grades are not released: what graders gave them is not for the reader yet.
pub(super) fn own_unreleased(
    r: &mut Read,
    actor: &Actor,
    at: (EditionId, ActivityId),
) -> Result<Vec<SubmissionId>, Problem> {
    actor.person.map_or_else(|| Ok(Vec::new()), |person| store::unreleased_of(r, at, person))
}

/// Lets every grader of a case mark a work first.
///
/// # Errors
/// `NotFound` for whoever does not teach the edition; `Forbidden` unless they administer it; `Invalid` for a number
/// that is no work of this case, was hidden, or is chosen already.
pub fn choose(
    w: &mut Write,
    actor: &Actor,
    at: (EditionId, ActivityId),
    id: SubmissionId,
    now: Moment,
) -> Result<(), Problem> {
    let (edition, _) = taught_case(w, actor, at)?;
    actor.require_administrator_of(edition.organisation_id)?;
    let known = store::work(w, id)?.filter(|row| (row.edition, row.activity) == at);
    if known.is_none() || !cases::hidings(w, &[id])?.is_empty() {
        return Err(Problem::invalid(vec![Fault::new("submission", "unknown")]));
    }
    if store::chosen(w, at)?.contains(&id) {
        return Err(Problem::invalid(vec![Fault::new("submission", "grading-chosen")]));
    }
    store::choose(w, at, id, (actor.person, now))?;
    let (subject, after) = (("submission", id.0), Some(json!({ "calibration": true })));
    audit::record(w, actor, now, Entry { action: "calibration-work-chosen", subject, before: None, after })
}

/// Takes a work out of those that are marked first.
///
/// # Errors
/// As [`choose`]; `NotFound` for one that was not chosen.
pub fn unchoose(
    w: &mut Write,
    actor: &Actor,
    id: SubmissionId,
    now: Moment,
) -> Result<(EditionId, ActivityId), Problem> {
    let work = load(w, actor, id, now)?;
    actor.require_administrator_of(work.standing.edition.organisation_id)?;
    if !store::unchoose(w, id)? {
        return Err(Problem::not_found());
    }
    let (subject, before) = (("submission", id.0), Some(json!({ "calibration": true })));
    audit::record(w, actor, now, Entry { action: "calibration-work-removed", subject, before, after: None })?;
    Ok((work.row.edition, work.row.activity))
}

/// By which version of the rubric everybody marks a chosen work: by the one that was used first, so that what they gave
/// can be compared.
pub(super) fn rubric_of(r: &mut Read, id: SubmissionId, rubrics: &Rubrics) -> Result<i32, Problem> {
    Ok(store::calibrations(r, &[id])?.first().map_or(rubrics.newest(), |row| row.rubric))
}

/// Marks a work that everybody marks first. It is no grade: its author sees nothing of it.
///
/// # Errors
/// `NotFound` unless the actor teaches the edition and the work was chosen; `Forbidden` for one's own work;
/// `AlreadyMarked`; `RubricChanged`; `Invalid` naming everything the marks lack.
pub fn calibrate(
    w: &mut Write,
    actor: &Actor,
    (id, marks, written_by): (SubmissionId, &Marks, Option<i32>),
    now: Moment,
) -> Result<u32, Problem> {
    let mut work = load(w, actor, id, now)?;
    if work.own {
        return Err(Problem::forbidden());
    }
    let (person, at) = (actor.person_id()?, (work.row.edition, work.row.activity));
    if !store::chosen(w, at)?.contains(&id) {
        return Err(Problem::not_found());
    }
    if !store::uncalibrated(w, at, person)?.contains(&id) {
        return Err(Problem::new(ProblemCode::AlreadyMarked));
    }
    work.grade_by(rubric_of(w, id, &work.rubrics)?);
    work.require_rubric(written_by)?;
    let marks = marks.clone().tidy();
    let total = graded(&work.definition, work.pass_points, &marks, actor.language)?;
    let points = i32::try_from(total).map_err(Problem::internal)?;
    store::insert_calibration(w, (id, person), (&marks, points, work.by), now)?;
    let (subject, after) = (("submission", id.0), Some(json!({ "total": total, "rubric": work.by })));
    audit::record(w, actor, now, Entry { action: "calibration-marked", subject, before: None, after })?;
    Ok(total)
}

/// The works that the actor has to mark before real marks of this case count.
pub(super) fn left(r: &mut Read, actor: &Actor, work: &Work) -> Result<Vec<SubmissionId>, Problem> {
    match actor.person {
        Some(person) => store::uncalibrated(r, (work.row.edition, work.row.activity), person),
        None => Ok(Vec::new()),
    }
}

/// Lets whoever has marked all of them pass.
pub(super) fn require_done(r: &mut Read, actor: &Actor, work: &Work) -> Result<(), Problem> {
    if left(r, actor, work)?.is_empty() { Ok(()) } else { Err(Problem::new(ProblemCode::CalibrationFirst)) }
}
