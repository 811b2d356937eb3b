//! The way that the author of a work took through the steps.

use super::loading::settled;
use crate::cases::actions::Which;
use crate::cases::store as cases;
use crate::db::Read;
use crate::kernel::{Actor, Moment, Problem, SubmissionId};
use crate::programmes::rules::words::ActivityKind;
use crate::programmes::rules::{CaseDefinition, StagePlan};
use crate::progress::actions::{self as progress, Standing};
use crate::progress::rules::ActivityFact;
use crate::staged_cases::rules::Step;
use crate::staged_cases::store;

/// A way through the steps.
#[derive(Debug, Clone)]
pub struct Path {
    /// The stages, all of them: for staff only.
    pub plan: StagePlan,
    /// In which run it was gone.
    pub run: i32,
    /// The steps, in their order.
    pub steps: Vec<Step>,
}

/// The way that belongs to a version of a work: that of the last run up to it. Nothing for a case without steps and
/// for who has not begun. Who may see it is the caller's to decide.
///
/// # Errors
/// The database's.
pub fn path(
    r: &mut Read,
    which: Which,
    (definition, version): (&CaseDefinition, i32),
    now: Moment,
) -> Result<Option<Path>, Problem> {
    let Some(plan) = definition.stages.clone() else { return Ok(None) };
    let mut rows = store::steps(r, which.enrolment, which.activity)?;
    let Some(run) = rows.iter().map(|row| row.run).filter(|run| *run <= version).max() else {
        return Ok(None);
    };
    rows.retain(|row| row.run == run);
    let steps = settled(&plan, rows, None, now);
    Ok(Some(Path { plan, run, steps }))
}

/// A way with what it belongs to. No name is in it: works may be graded without.
#[derive(Debug, Clone)]
pub struct PathOf {
    /// The place in the edition.
    pub standing: Standing,
    /// The case.
    pub fact: ActivityFact,
    /// Its definition, with what only staff see.
    pub definition: CaseDefinition,
    /// The version of the work.
    pub version: i32,
    /// The way.
    pub path: Path,
}

/// The way that belongs to a work, for those who teach its edition.
///
/// # Errors
/// `NotFound` for anybody else, for a work without one, and for a work that was hidden.
pub fn path_of(r: &mut Read, actor: &Actor, id: SubmissionId, now: Moment) -> Result<PathOf, Problem> {
    let row = cases::submission(r, id)?.ok_or_else(Problem::not_found)?;
    let standing = progress::standing(r, actor, row.enrolment_id)?;
    if !actor.teaches(standing.edition.id, standing.edition.organisation_id) {
        return Err(Problem::not_found());
    }
    // The steps were written by the same hand, about the same people.
    if !cases::hidings(r, &[id])?.is_empty() {
        return Err(Problem::not_found());
    }
    let fact = standing.activity(row.activity_id, ActivityKind::Case)?.clone();
    let definition = cases::definition(r, fact.id)?.ok_or_else(Problem::not_found)?;
    let which = Which { enrolment: row.enrolment_id, activity: row.activity_id };
    let path = path(r, which, (&definition, row.version), now)?.ok_or_else(Problem::not_found)?;
    Ok(PathOf { standing, fact, definition, version: row.version, path })
}
