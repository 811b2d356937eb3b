//! Appeals: a trainee asks once for a mark to be looked at again, and is answered.

use super::desk::answer;
use super::letters::{self, About};
use super::overriding::{Overriding, fault_of, overriding, replace};
use crate::audit;
use crate::db::{Read, Write};
use crate::kernel::{Actor, AppealId, AttemptId, Moment, Problem, ProblemCode, QuestionId};
use crate::questions::rules::marking::MilliPoints;
use crate::quiz_marking::rules::points;
use crate::quiz_marking::store::{self, OpenAppeal};
use crate::quizzes::actions::marks::{self, AppealRow, ChangeKind};
use crate::quizzes::actions::{self as quizzes, Asked, Reading};

/// A question of one's own attempt that may be appealed against, or was.
#[derive(Debug, Clone)]
pub struct Appealing {
    /// The attempt.
    pub reading: Reading,
    /// The question.
    pub asked: Asked,
    /// The appeal, once it was made.
    pub appeal: Option<AppealRow>,
}

/// A question of the actor's own attempt, after release.
///
/// # Errors
/// `NotFound` for anybody else, before release, and while the answer waits for its mark.
pub fn own_appeal(
    r: &mut Read,
    actor: &Actor,
    (attempt, question): (AttemptId, QuestionId),
    now: Moment,
) -> Result<Appealing, Problem> {
    let reading = quizzes::attempt(r, actor, attempt, now)?;
    let marked =
        |asked: &&Asked| asked.id == question && asked.mark.is_some_and(|(share, _)| share.is_some());
    let asked = reading.asked.iter().find(marked).cloned().ok_or_else(Problem::not_found)?;
    if !reading.entrance.own || !reading.released || points::most(&asked.question).0 == 0 {
        return Err(Problem::not_found());
    }
    let appeal = reading.notes.appeals.iter().find(|appeal| appeal.question == question).cloned();
    Ok(Appealing { reading, asked, appeal })
}

/// Appeals against a mark, once for each question of an attempt.
///
/// # Errors
/// As [`own_appeal`]; `AlreadyExists` after the first time; `Invalid` without words.
pub fn appeal(
    w: &mut Write,
    actor: &Actor,
    (attempt, question): (AttemptId, QuestionId),
    text: &str,
    now: Moment,
) -> Result<AppealId, Problem> {
    let found = own_appeal(w, actor, (attempt, question), now)?;
    if found.appeal.is_some() {
        return Err(Problem::new(ProblemCode::AlreadyExists));
    }
    if let Some(fault) = fault_of("text", text) {
        return Err(Problem::invalid(vec![fault]));
    }
    let id = store::insert_appeal(w, (attempt, question), text.trim(), now)?;
    let after = serde_json::json!({ "question": question });
    let subject = ("quiz-attempt", attempt.0);
    audit::record(
        w,
        actor,
        now,
        audit::Entry { action: "quiz-appeal-made", subject, before: None, after: Some(after) },
    )?;
    Ok(id)
}

/// An appeal on the desk.
#[derive(Debug, Clone)]
pub struct Contested {
    /// The appeal.
    pub row: OpenAppeal,
    /// The mark, with what it was before. The name in it is for nobody where answers are marked without names.
    pub mark: Overriding,
    /// Whether answers are marked without names.
    pub blind: bool,
    /// What was answered, as it was saved.
    pub response: crate::questions::rules::Response,
    /// What came of it.
    pub decision: Option<marks::DecisionRow>,
}

/// An appeal for those who teach the edition.
///
/// # Errors
/// `NotFound` for anybody else, `Forbidden` for one's own.
pub fn contested(r: &mut Read, actor: &Actor, id: AppealId) -> Result<Contested, Problem> {
    let row = store::appeal(r, id)?.ok_or_else(Problem::not_found)?;
    let mut mark = overriding(r, actor, row.attempt, row.question)?;
    let blind = marks::is_blind(r, row.edition, row.activity)?;
    if blind {
        mark.author = crate::kernel::PersonName::default();
    }
    let stored = answer(r, row.attempt, row.question)?;
    let shape = crate::questions::rules::Shape::of(&mark.question);
    let response = match &stored.response {
        Some(value) => crate::questions::rules::Response::recorded(&shape, &value.0)
            .map_err(|code| Problem::internal(anyhow::anyhow!("a stored answer does not fit: {code}")))?,
        None => crate::questions::rules::Response::Blank,
    };
    let appeals = marks::notes(r, row.attempt)?.appeals;
    let decision = appeals.into_iter().find(|appeal| appeal.id == id).and_then(|appeal| appeal.decision);
    Ok(Contested { row, mark, blind, response, decision })
}

/// A decision, as typed.
#[derive(Debug, Clone)]
pub struct Decided {
    /// Of which appeal.
    pub appeal: AppealId,
    /// Whether the mark changes.
    pub accepted: bool,
    /// The points it changes to; not looked at otherwise.
    pub points: String,
    /// What is said to the trainee.
    pub answer: String,
}

/// Decides an appeal, once. Accepting it is another mark with the answer as its reason.
///
/// # Errors
/// As [`contested`]; `AlreadyGraded` after the first time; `Invalid` naming what is missing.
pub fn decide(w: &mut Write, actor: &Actor, input: &Decided, now: Moment) -> Result<(), Problem> {
    let found = contested(w, actor, input.appeal)?;
    if found.decision.is_some() {
        return Err(Problem::new(ProblemCode::Conflict));
    }
    let mut faults: Vec<_> = fault_of("answer", &input.answer).into_iter().collect();
    let given: Option<MilliPoints> = if input.accepted {
        match points::read(&input.points, points::most(&found.mark.question), points::FINE_STEP) {
            Ok(points) => Some(points),
            Err(fault) => {
                faults.push(fault);
                None
            }
        }
    } else {
        None
    };
    if !faults.is_empty() {
        return Err(Problem::invalid(faults));
    }
    let reason = input.answer.trim();
    store::insert_decision(w, input.appeal, (input.accepted, reason), (actor.person, now))?;
    let after = serde_json::json!({ "accepted": input.accepted, "answer": reason });
    let subject = ("quiz-appeal", input.appeal.0);
    audit::record(
        w,
        actor,
        now,
        audit::Entry { action: "quiz-appeal-decided", subject, before: None, after: Some(after) },
    )?;
    if let Some(given) = given {
        replace(w, actor, &found.mark, (ChangeKind::Appealed, given, reason), now)?;
    }
    let about = About { person: found.row.person, attempt: found.row.attempt, activity: found.row.activity };
    letters::tell_decided(w, about, input.accepted, now)
}
