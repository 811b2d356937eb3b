//! Marks after an attempt was handed in: changing one, and settling the attempt by what they are now. Whoever
//! marks, overrides, answers appeals or regrades goes through here, so that nothing changes without its trace.

use super::attempts::{credit, marks_from, terms_of};
use super::reading;
use crate::audit;
use crate::db::{Read, Write};
use crate::kernel::{Actor, AttemptId, Moment, Permille, Problem, QuestionId};
use crate::progress::actions as progress;
use crate::questions::rules::Question;
use crate::questions::rules::marking::{Mark, outcome};
use crate::quizzes::rules::behaviours::Given;
use crate::quizzes::rules::term;
use crate::quizzes::store::marks::{self as rows, NewChange};
use crate::quizzes::store::{self, AttemptRow, StepRow};
use std::collections::HashMap;

pub use crate::quizzes::store::marks::{
    AppealRow, ChangeKind, ChangeRow, DecisionRow, Standing, blind_among, blind_quizzes, is_blind,
    last_changes,
};

/// What people said about the marks of an attempt.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Notes {
    /// Changes, the oldest first.
    pub changes: Vec<ChangeRow>,
    /// Appeals.
    pub appeals: Vec<AppealRow>,
}

/// What people said about the marks of an attempt.
///
/// # Errors
/// The database's.
pub fn notes(r: &mut Read, attempt: AttemptId) -> Result<Notes, Problem> {
    Ok(Notes { changes: rows::changes(r, attempt)?, appeals: rows::appeals(r, attempt)? })
}

/// A change to make.
#[derive(Debug, Clone, Copy)]
pub struct Change<'c> {
    /// Of which attempt.
    pub attempt: AttemptId,
    /// Of which question.
    pub question: QuestionId,
    /// What kind of change.
    pub kind: ChangeKind,
    /// The mark before.
    pub old: Standing,
    /// The mark after.
    pub new: Standing,
    /// Why.
    pub reason: &'c str,
    /// What is said to the trainee about the answer.
    pub remark: &'c str,
}

/// Changes a mark, and keeps what it was. The attempt still has to be [`settle`]d.
///
/// # Errors
/// The database's.
pub fn change(w: &mut Write, actor: &Actor, change: &Change<'_>, now: Moment) -> Result<(), Problem> {
    let Change { attempt, question, kind, old, new, reason, remark } = *change;
    let by = actor.person;
    rows::insert_change(w, &NewChange { attempt, question, kind, old, new, reason, remark, by, at: now })?;
    let value = |(share, points): Standing| serde_json::json!({ "question": question, "fraction": share.map(|share| share.0), "milli_points": points.0, });
    let mut after = value(new);
    if let Some(fields) = after.as_object_mut() {
        fields.insert("kind".to_owned(), kind.as_str().into());
        fields.insert("reason".to_owned(), reason.into());
    }
    let subject = ("quiz-attempt", attempt.0);
    let entry =
        audit::Entry { action: "quiz-mark-changed", subject, before: Some(value(old)), after: Some(after) };
    audit::record(w, actor, now, entry)
}

/// What an attempt came to, before and after its marks changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settled {
    /// The share reached before; nothing while an answer waited.
    pub old_result: Option<Permille>,
    /// The share reached now; nothing while an answer waits.
    pub result: Option<Permille>,
    /// Whether it passed before.
    pub old_passed: Option<bool>,
    /// Whether it passes now.
    pub passed: Option<bool>,
    /// From when the trainee may know the result, while that is still to come.
    pub marks_from: Option<Moment>,
}

impl Settled {
    /// Whether the last waiting mark was given just now.
    pub fn is_first_result(&self) -> bool {
        self.old_result.is_none() && self.result.is_some()
    }

    /// Whether the result is another one.
    pub fn is_changed(&self) -> bool {
        self.old_result != self.result || self.old_passed != self.passed
    }
}

/// Recomputes the result of an attempt that was handed in from the marks it has now, by the terms it was taken
/// under. When nothing waits any more, the attempt that counts is credited anew; a completion that was noted is
/// never taken back.
///
/// # Errors
/// `NotFound` when it was not handed in.
pub fn settle(w: &mut Write, id: AttemptId, now: Moment) -> Result<Settled, Problem> {
    let attempt = store::attempt(w, id)?.filter(|row| row.submitted_at.is_some());
    let attempt = attempt.ok_or_else(Problem::not_found)?;
    let standing = progress::standing(w, &Actor::program(), attempt.enrolment_id)?;
    let settings = terms_of(w, &attempt)?.settings;
    let outcome = outcome(marks_of(w, &attempt)?);
    let pass_mark = term::pass_mark(&settings, &standing.edition.rule.0);
    let passed = if outcome.waiting { None } else { term::passed(pass_mark, outcome.result) };
    rows::set_outcome(w, id, outcome, passed)?;
    let result = (!outcome.waiting).then_some(outcome.result);
    let marks_from = marks_from(w, &standing, &attempt, now)?;
    if !outcome.waiting {
        credit(w, &standing, &attempt, now)?;
    }
    Ok(Settled { old_result: attempt.result, result, old_passed: attempt.passed, passed, marks_from })
}

/// The marks of an attempt with what each could give.
fn marks_of(r: &mut Read, attempt: &AttemptRow) -> Result<Vec<Mark>, Problem> {
    let questions = store::questions_of(r, &attempt.question_ids.0)?;
    let mark = |(id, fraction, points)| {
        let question = questions.get(&id)?;
        Some(Mark { fraction, points, ..Mark::of(question, fraction) })
    };
    Ok(store::marks(r, attempt.id)?.into_iter().filter_map(mark).collect())
}

/// What was answered to one question, step by step.
///
/// # Errors
/// A stored answer that does not fit its question is a fault of ours.
pub fn given(id: QuestionId, question: &Question, steps: Vec<StepRow>) -> Result<Vec<Given>, Problem> {
    let known = HashMap::from([(id, question.clone())]);
    Ok(reading::given(&known, steps)?.remove(&id).unwrap_or_default())
}
