//! Another mark in the place of one, with a reason. The old one is kept and shown.

use super::desk::answer;
use super::letters::{self, About};
use crate::db::{Read, Write};
use crate::kernel::{
    ActivityId, Actor, AttemptId, Fault, Localised, Moment, PersonName, Problem, ProblemCode, QuestionId,
};
use crate::programmes::rules::words::ActivityKind;
use crate::progress::actions::{self as progress, Standing};
use crate::questions::rules::marking::MilliPoints;
use crate::questions::rules::{Question, Weight};
use crate::quiz_marking::rules::{LONGEST_WORDS, points};
use crate::quiz_marking::store;
use crate::quizzes::actions::marks::{self, Change, ChangeKind, ChangeRow};

/// A mark that may be changed.
#[derive(Debug, Clone)]
pub struct Overriding {
    /// The attempt.
    pub attempt: AttemptId,
    /// The question's row.
    pub id: QuestionId,
    /// The question.
    pub question: Question,
    /// The quiz.
    pub activity: ActivityId,
    /// The quiz's title.
    pub quiz: Localised,
    /// The trainee's place.
    pub standing: Standing,
    /// The trainee.
    pub author: PersonName,
    /// The mark as it is.
    pub mark: marks::Standing,
    /// What it was before, the oldest first.
    pub changes: Vec<ChangeRow>,
}

impl Overriding {
    /// The last change: a form that saw an older one is told so.
    pub fn seen(&self) -> i64 {
        self.changes.last().map_or(0, |change| change.id)
    }
}

/// A mark that the actor may change.
///
/// # Errors
/// `NotFound` unless the actor teaches the edition and the answer was marked; `Forbidden` for one's own attempt.
pub fn overriding(
    r: &mut Read,
    actor: &Actor,
    attempt: AttemptId,
    id: QuestionId,
) -> Result<Overriding, Problem> {
    let answered = answer(r, attempt, id)?;
    let standing = progress::standing(r, actor, answered.enrolment)?;
    if !actor.teaches(standing.edition.id, standing.edition.organisation_id) {
        return Err(Problem::not_found());
    }
    if actor.person == Some(standing.enrolment.person_id) {
        return Err(Problem::forbidden());
    }
    let fraction =
        answered.fraction.filter(|_| answered.submitted_at.is_some()).ok_or_else(Problem::not_found)?;
    let quiz = standing.activity(answered.activity, ActivityKind::Quiz)?.title.clone();
    let mut changes = marks::notes(r, attempt)?.changes;
    changes.retain(|change| change.question == id);
    Ok(Overriding {
        attempt,
        id,
        question: answered.question.0,
        activity: answered.activity,
        quiz,
        author: store::author(r, attempt)?.ok_or_else(Problem::not_found)?,
        standing,
        mark: (Some(Weight(fraction)), MilliPoints(answered.points)),
        changes,
    })
}

/// Another mark, as typed.
#[derive(Debug, Clone)]
pub struct OverrideInput {
    /// In which attempt.
    pub attempt: AttemptId,
    /// Of which question.
    pub question: QuestionId,
    /// The points.
    pub points: String,
    /// Why.
    pub reason: String,
    /// The last change the reader saw.
    pub seen: i64,
}

/// Puts another mark in the place of one; the trainee gets a letter when the result changes.
///
/// # Errors
/// As [`overriding`]; `Conflict` when the mark was changed meanwhile; `Invalid` naming what is missing.
pub fn override_mark(
    w: &mut Write,
    actor: &Actor,
    input: &OverrideInput,
    now: Moment,
) -> Result<MilliPoints, Problem> {
    let found = overriding(w, actor, input.attempt, input.question)?;
    if found.seen() != input.seen {
        return Err(Problem::new(ProblemCode::Conflict));
    }
    let given = points::read(&input.points, points::most(&found.question), points::FINE_STEP);
    let mut faults: Vec<Fault> = given.as_ref().err().cloned().into_iter().collect();
    faults.extend(fault_of("reason", &input.reason));
    let given = match given {
        Ok(points) if faults.is_empty() => points,
        _ => return Err(Problem::invalid(faults)),
    };
    replace(w, actor, &found, (ChangeKind::Overridden, given, input.reason.trim()), now)?;
    Ok(given)
}

/// What is wrong with words that have to be said.
pub(super) fn fault_of(field: &str, words: &str) -> Option<Fault> {
    let length = words.trim().chars().count();
    if length == 0 {
        return Some(Fault::new(field, "required"));
    }
    (length > LONGEST_WORDS).then(|| Fault::new(field, "too-long").with("limit", LONGEST_WORDS))
}

/// Puts points in the place of a mark, settles the attempt and tells the trainee.
pub(super) fn replace(
    w: &mut Write,
    actor: &Actor,
    found: &Overriding,
    (kind, given, reason): (ChangeKind, MilliPoints, &str),
    now: Moment,
) -> Result<(), Problem> {
    let new = points::mark(given, points::most(&found.question));
    let change =
        Change { attempt: found.attempt, question: found.id, kind, old: found.mark, new, reason, remark: "" };
    marks::change(w, actor, &change, now)?;
    let settled = marks::settle(w, found.attempt, now)?;
    // The answer to an appeal is a letter of its own.
    if settled.is_changed() && settled.old_result.is_some() && kind == ChangeKind::Overridden {
        let about = About {
            person: found.standing.enrolment.person_id,
            attempt: found.attempt,
            activity: found.activity,
        };
        letters::tell_changed(w, about, settled, now)?;
    }
    Ok(())
}
