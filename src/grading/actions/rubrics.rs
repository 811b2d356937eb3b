//! What a changed rubric means for grades that were given: they stay as they are until somebody gives them anew, one by
//! one, or decides that they stay.

use super::claims::refusal;
use super::desk::load;
use crate::audit::{self, Entry};
use crate::cases::actions::{ChangingRubric, changing_rubric, nameless};
use crate::db::{Read, Write};
use crate::grading::rules::may_correct;
use crate::grading::store::{self, AffectedRow};
use crate::kernel::{ActivityId, Actor, EditionId, EnrolmentId, Moment, Problem, ProblemCode, SubmissionId};
use serde_json::json;

/// The rubric of a case in an edition, and the grades that were given by earlier versions of it.
#[derive(Debug, Clone)]
pub struct CaseRubrics {
    /// The versions.
    pub changing: ChangingRubric,
    /// The grades, the oldest work first; without names where the case is graded without names.
    pub affected: Vec<AffectedRow>,
    /// How many works are being marked now: whoever marks them is told of a change.
    pub in_marking: i64,
}

/// The rubric of a case, and the grades that were given by earlier versions of it.
///
/// # Errors
/// `NotFound` for whoever does not teach the edition.
pub fn case_rubrics(
    r: &mut Read,
    actor: &Actor,
    at: (EditionId, ActivityId),
    now: Moment,
) -> Result<CaseRubrics, Problem> {
    let changing = changing_rubric(r, actor, at)?;
    let mut affected = store::affected(r, at, changing.rubrics.newest(), actor.person)?;
    let authors: Vec<EnrolmentId> = affected.iter().map(|row| row.enrolment).collect();
    let nameless = nameless(r, at, &authors)?;
    for row in &mut affected {
        row.author = row.author.take().filter(|_| !nameless.contains(&row.enrolment));
    }
    let busy: Vec<SubmissionId> = store::busy(r, at.0, now)?.into_iter().collect();
    let in_marking = store::in_marking(r, at, &busy)?;
    Ok(CaseRubrics { changing, affected, in_marking })
}

/// Decides that a grade by an earlier version of the rubric stays as it is. Once is enough: again changes nothing. Gives
/// back at which case of which edition it is.
///
/// # Errors
/// `NotFound` unless the actor teaches the edition; `Forbidden` for one's own work; `Colleague`; `Conflict` for a work that
/// was hidden, without a grade, or with one by the newest version.
pub fn keep_grade(
    w: &mut Write,
    actor: &Actor,
    id: SubmissionId,
    now: Moment,
) -> Result<(EditionId, ActivityId), Problem> {
    let work = load(w, actor, id, now)?;
    may_correct(work.footing()).map_err(|barrier| refusal(actor, &work, barrier, now))?;
    let grade = work.version.grade.as_ref().ok_or_else(|| Problem::new(ProblemCode::Conflict))?;
    let (newest, at) = (work.rubrics.newest(), (work.row.edition, work.row.activity));
    if grade.row.rubric == newest {
        return Err(Problem::new(ProblemCode::Conflict));
    }
    if store::stays(w, grade.row.id, newest)? {
        return Ok(at);
    }
    store::insert_stays(w, (grade.row.id, newest), (actor.person, now))?;
    let after = Some(json!({ "graded_by": grade.row.rubric, "rubric": newest, "total": grade.row.total }));
    let subject = ("submission", id.0);
    audit::record(w, actor, now, Entry { action: "grade-kept", subject, before: None, after })?;
    Ok(at)
}
