//! Flags: which questions the trainee means to come back to. They are notes to oneself, so nothing is audited.

use super::answers;
use crate::db::Write;
use crate::kernel::{Actor, AttemptId, Moment, Problem, ProblemCode, QuestionId};
use crate::quizzes::rules::term;
use crate::quizzes::store::flags;

/// Flags a question of an attempt under way, or takes its flag off. Done twice it is done once.
///
/// # Errors
/// `NotFound` for somebody else's attempt or a question it does not ask; `AttemptClosed`, `EditionClosed` and
/// `DeadlinePassed` when nothing of it can be answered any more.
pub fn flag(
    w: &mut Write,
    actor: &Actor,
    at: (AttemptId, QuestionId),
    (on, now): (bool, Moment),
) -> Result<(), Problem> {
    let state = answers::open(w, actor.person_id()?, at.0)?;
    if !state.question_ids.0.contains(&at.1) {
        return Err(Problem::not_found());
    }
    if !term::takes_answers(answers::until(&state), now) {
        return Err(Problem::new(ProblemCode::DeadlinePassed));
    }
    write(w, at, on, now)
}

pub(super) fn write(
    w: &mut Write,
    at: (AttemptId, QuestionId),
    on: bool,
    now: Moment,
) -> Result<(), Problem> {
    if on { flags::put(w, at, now) } else { flags::take_off(w, at) }
}
