//! Giving a grade by the rubric, and correcting one with a reason.

use super::calibration;
use super::claims::{claim_if_free, hold, refusal, require_place};
use super::desk::{Work, load};
use super::queue::next;
use super::releasing::release_one;
use super::several::{self, Outcome};
use crate::audit::{self, Entry};
use crate::cases::actions::Grade;
use crate::cases::store::Decided;
use crate::db::Write;
use crate::grading::rules::{self, Marks, graded, may_correct};
use crate::grading::store::{self, Former, NewGrading};
use crate::kernel::{
    ActivityId, Actor, EditionId, Fault, Moment, PhraseId, Problem, ProblemCode, SubmissionId,
};
use crate::phrases::actions as phrases;
use crate::phrases::rules::{LONGEST_PHRASE, with_phrases};
use serde_json::json;
use std::collections::BTreeMap;

/// What a trainer says about a work.
#[derive(Debug, Clone)]
pub struct GradeInput {
    /// Of which version.
    pub submission: SubmissionId,
    /// What is said.
    pub marks: Marks,
    /// The version of the rubric that the grader had before the eyes; nothing for the one that counts.
    pub rubric: Option<i32>,
    /// Saved phrases that go under the remark on the whole.
    pub phrases: Vec<PhraseId>,
    /// Whether that remark becomes a saved phrase.
    pub keep: bool,
    /// Whether the grader goes on: then they are at work on the next one from this moment, where it has a place.
    pub onward: bool,
}

/// A grade that was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Graded {
    /// The sum of the points, after what lateness takes off.
    pub total: u32,
    /// Whether the pass mark is reached.
    pub passed: bool,
    /// Whether it is decided; `false` while other graders have to mark.
    pub decided: bool,
    /// Whether its author sees it already.
    pub released: bool,
    /// The oldest work that still waits.
    pub next: Option<SubmissionId>,
    /// The case in its edition.
    pub case: (EditionId, ActivityId),
}

/// Grades a work. Where grades are released at once, passing completes the case and the author gets a letter (T5).
///
/// # Errors
/// As [`super::claim`]; `RubricChanged`; `Invalid` naming everything the grade lacks.
pub fn grade(w: &mut Write, actor: &Actor, input: &GradeInput, now: Moment) -> Result<Graded, Problem> {
    let work = load(w, actor, input.submission, now)?;
    let person = require_place(actor, &work, now)?;
    calibration::require_done(w, actor, &work)?;
    work.require_rubric(input.rubric)?;
    hold(w, actor, &work, now)?;
    let marks = said(w, actor, &work, input)?;
    let sum = graded(&work.definition, work.pass_points, &marks, actor.language)?;
    let total = work.counted(sum);
    let passed = total >= work.pass_points;
    let remark = input.marks.remark.trim();
    if input.keep && !remark.is_empty() {
        phrases::add_phrase(w, actor, (remark, None), now)?;
    }
    store::mark_seat(w, (input.submission, person), now)?;
    store::drop_draft(w, (input.submission, person))?;
    let outcome = if work.row.graders > 1 {
        several::mark(w, actor, &work, (person, &marks, sum), now)?
    } else {
        Outcome::Decided { released: decide(w, actor, &work, (&marks, sum, Decided::Alone), now)? }
    };
    let (decided, released) = match outcome {
        Outcome::Waits => (false, false),
        Outcome::Decided { released } => (true, released),
    };
    let next = next(w, actor, input.submission, now)?;
    if let Some(next) = next.filter(|_| input.onward) {
        claim_if_free(w, actor, next, now)?;
    }
    let case = (work.row.edition, work.row.activity);
    Ok(Graded { total, passed, decided, released, next, case })
}

/// What was said, with the chosen phrases under the remark; the remark is kept as a phrase where that was asked for.
fn said(w: &mut Write, actor: &Actor, work: &Work, input: &GradeInput) -> Result<Marks, Problem> {
    let mut marks = input.marks.clone().tidy();
    if input.keep && marks.remark.chars().count() > LONGEST_PHRASE {
        return Err(Problem::invalid(vec![Fault::new("remark", "too-long").with("limit", LONGEST_PHRASE)]));
    }
    let chosen = phrases::offered(w, actor, work.row.edition)?;
    let chosen = chosen.into_iter().filter(|phrase| input.phrases.contains(&phrase.id));
    marks.remark = with_phrases(&marks.remark, &chosen.map(|phrase| phrase.text).collect::<Vec<_>>());
    Ok(marks)
}

/// Writes the decided grade down, after what lateness takes off, and releases it where the case says so. Gives back
/// whether it did.
pub(super) fn decide(
    w: &mut Write,
    actor: &Actor,
    work: &Work,
    (marks, sum, decided): (&Marks, u32, Decided),
    now: Moment,
) -> Result<bool, Problem> {
    let total = work.counted(sum);
    let passed = total >= work.pass_points;
    let new = NewGrading {
        submission: work.row.submission,
        grader: actor.person,
        marks,
        total: i32::try_from(total).map_err(Problem::internal)?,
        passed,
        decided,
        rubric: work.by,
        at: now,
    };
    store::insert_grading(w, &new)?;
    store::begin(w, work.row.submission, now)?;
    store::settle(w, work.row.submission, now)?;
    let subject = ("submission", work.row.submission.0);
    let after = Some(json!({ "total": total, "passed": passed, "decided": decided, "rubric": work.by }));
    audit::record(w, actor, now, Entry { action: "work-graded", subject, before: None, after })?;
    let at_once = work.setup.release.at_once(now);
    if at_once {
        release_one(w, actor, work.row.submission, now)?;
    }
    Ok(at_once)
}

/// A correction.
#[derive(Debug, Clone)]
pub struct CorrectInput {
    /// Of which version.
    pub submission: SubmissionId,
    /// What is said from now on.
    pub marks: Marks,
    /// By which version of the rubric: the one the grade was given by, or the newest. Nothing for the former.
    pub rubric: Option<i32>,
    /// Why.
    pub reason: String,
    /// How many corrections the writer had before the eyes: whoever corrects at the same time is not undone unseen.
    pub revisions: usize,
}

/// Corrects a grade, released or not, or gives it anew by the newest version of the rubric. What it was stays; the author
/// of a released one is told.
///
/// # Errors
/// `NotFound` unless the actor teaches the edition and there is a grade; `Forbidden` for one's own work;
/// `Colleague`; `Conflict` for a work that was hidden, and when somebody has corrected the grade meanwhile;
/// `RubricChanged` for a version that is neither the grade's nor the newest; `Invalid` without a reason, or naming
/// everything the grade lacks.
pub fn correct(w: &mut Write, actor: &Actor, input: &CorrectInput, now: Moment) -> Result<Graded, Problem> {
    let mut work = load(w, actor, input.submission, now)?;
    may_correct(work.footing()).map_err(|barrier| refusal(actor, &work, barrier, now))?;
    let grade = work.version.grade.clone().ok_or_else(Problem::not_found)?;
    if store::revisions(w, grade.row.id)?.len() != input.revisions {
        return Err(Problem::new(ProblemCode::Conflict));
    }
    if input.rubric == Some(work.rubrics.newest()) {
        work.grade_by(work.rubrics.newest());
    }
    work.require_rubric(input.rubric)?;
    let marks = input.marks.clone().tidy();
    let (total, reason) = checked(&work, &marks, input, actor)?;
    let former = Former {
        grading: grade.row.id,
        marks: marks_of(&grade),
        total: grade.row.total,
        passed: grade.row.passed,
        graded_by: grade.row.grader_id,
        graded_at: grade.row.graded_at,
        rubric: grade.row.rubric,
        reason: &reason,
    };
    store::insert_revision(w, &former, (actor.person, now))?;
    let passed = total >= work.pass_points;
    let new = NewGrading {
        submission: input.submission,
        grader: actor.person,
        marks: &marks,
        total: i32::try_from(total).map_err(Problem::internal)?,
        passed,
        decided: grade.row.decided,
        rubric: work.by,
        at: now,
    };
    store::replace_grading(w, grade.row.id, &new)?;
    let subject = ("submission", input.submission.0);
    let (row, by) = (&grade.row, work.by);
    let before = Some(json!({ "total": row.total, "passed": row.passed, "rubric": row.rubric }));
    let after = Some(json!({ "total": total, "passed": passed, "rubric": by, "reason": reason }));
    audit::record(w, actor, now, Entry { action: "grade-corrected", subject, before, after })?;
    let released = grade.row.released_at.is_some();
    if released {
        super::releasing::carry(w, input.submission, true, now)?;
    }
    let case = (work.row.edition, work.row.activity);
    Ok(Graded { total, passed, decided: true, released, next: None, case })
}

fn checked(
    work: &Work,
    marks: &Marks,
    input: &CorrectInput,
    actor: &Actor,
) -> Result<(u32, String), Problem> {
    let mut faults = Vec::new();
    let reason = rules::reason(&input.reason).map_err(|fault| faults.push(fault)).unwrap_or_default();
    match graded(&work.definition, work.pass_points, marks, actor.language) {
        Ok(sum) if faults.is_empty() => Ok((work.counted(sum), reason)),
        Ok(_) => Err(Problem::invalid(faults)),
        Err(problem) if problem.code == ProblemCode::Invalid => {
            Err(Problem::invalid(problem.faults.into_iter().chain(faults).collect()))
        }
        Err(problem) => Err(problem),
    }
}

/// What a grade says, as it was said.
pub fn marks_of(grade: &Grade) -> Marks {
    let points = |points: i32| u32::try_from(points).unwrap_or(0);
    let remark = |mark: &crate::cases::store::MarkRow| {
        mark.remark.clone().map(|remark| (mark.criterion_key.clone(), remark))
    };
    let by_criterion: BTreeMap<String, u32> =
        grade.marks.iter().map(|mark| (mark.criterion_key.clone(), points(mark.points))).collect();
    Marks {
        points: by_criterion,
        remarks: grade.marks.iter().filter_map(remark).collect(),
        remark: grade.row.remark.clone(),
        advice: grade.row.advice.clone(),
    }
}
