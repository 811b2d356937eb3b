//! What was decided about a question while an attempt was under way holds for that attempt as for all others: it
//! is marked as the question was asked, then by each decision in turn, and every change leaves its trace.

use super::attempts::Handed;
use super::marks::{self, Change, ChangeKind};
use crate::db::{Read, Write};
use crate::kernel::{Actor, EditionId, Moment, Problem, QuestionId};
use crate::programmes::rules::quiz::QuizSettings;
use crate::questions::rules::marking::Mark;
use crate::questions::rules::{Question, Weight};
use crate::quizzes::rules::carrying::Carrying;
use crate::quizzes::store::decisions::{self, DecidedAttempt, Decision};
use crate::quizzes::store::{self, AttemptRow};
use std::collections::HashMap;

/// A mark that a decision looked at.
#[derive(Debug, Clone)]
pub(super) struct Decided {
    decision: Decision,
    old: Mark,
    new: Mark,
}

/// Marks by what was decided, one decision after another; says what each of them did. One query where nothing
/// was decided.
pub(super) fn look(
    r: &mut Read,
    (edition, attempt): (EditionId, &AttemptRow),
    (settings, handed): (&QuizSettings, &Handed),
    marks: &mut [(QuestionId, Mark)],
) -> Result<Vec<Decided>, Problem> {
    let mut all = decisions::decisions(r, edition, attempt.activity_id)?;
    all.retain(|one| attempt.question_ids.0.contains(&one.question));
    if all.is_empty() {
        return Ok(Vec::new());
    }
    let others: Vec<QuestionId> = all.iter().filter_map(|one| one.by_question).collect();
    let others = store::questions_of(r, &others)?;
    let mut decided = Vec::with_capacity(all.len());
    for decision in all {
        let Some((id, mark)) = marks.iter_mut().find(|(id, _)| *id == decision.question) else { continue };
        let old = *mark;
        *mark = by(&decision, (settings, handed), &others, *id).unwrap_or(old);
        decided.push(Decided { decision, old, new: *mark });
    }
    Ok(decided)
}

/// The mark by a decision; nothing when its version cannot be compared, which nobody may order.
fn by(
    decision: &Decision,
    (settings, handed): (&QuizSettings, &Handed),
    others: &HashMap<QuestionId, Question>,
    id: QuestionId,
) -> Option<Mark> {
    let asked = handed.questions.get(&id)?;
    let Some(other) = decision.by_question else { return Some(Mark::of(asked, Some(Weight::WHOLE))) };
    let other = others.get(&other)?;
    let given = handed.given.get(&id).map(Vec::as_slice).unwrap_or_default();
    Some(Carrying::between(asked, other)?.marked(settings, (asked, other), given))
}

/// Writes down what decisions did to an attempt that was just handed in.
pub(super) fn write(
    w: &mut Write,
    attempt: &AttemptRow,
    decided: &[Decided],
    (old_passed, new_passed): (Option<bool>, Option<bool>),
    now: Moment,
) -> Result<(), Problem> {
    for Decided { decision, old, new } in decided {
        let actor = match decision.ordered_by {
            Some(person) => crate::access::store::actor_of(w, person)?.unwrap_or_else(Actor::program),
            None => Actor::program(),
        };
        let by_version = decision.by_question.is_some();
        let change = Change {
            attempt: attempt.id,
            question: decision.question,
            kind: if by_version { ChangeKind::Regraded } else { ChangeKind::Granted },
            old: (old.fraction, old.points),
            new: (new.fraction, new.points),
            reason: &decision.reason,
            remark: "",
        };
        if change.old != change.new {
            marks::change(w, &actor, &change, now)?;
        }
        let (old_points, new_points) = (old.points.0, new.points.0);
        let done = DecidedAttempt { attempt: attempt.id, old_points, new_points, old_passed, new_passed };
        decisions::add_attempt(w, decision.regrade, &done, now)?;
    }
    Ok(())
}
