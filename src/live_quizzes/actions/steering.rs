//! The trainer's steps: next, pause, go on, close, open again, end.

use super::planning::own;
use crate::db::Write;
use crate::kernel::{Actor, LiveQuizId, Moment, Problem, ProblemCode};
use crate::live_quizzes::rules::{Run, Step, StepKind};
use crate::live_quizzes::store::{self, players};

/// A step as a trainer wants it.
#[derive(Debug, Clone, Copy)]
pub struct StepInput {
    /// Of which live quiz.
    pub live_quiz: LiveQuizId,
    /// What to do.
    pub kind: StepKind,
    /// The last step the trainer has seen, so that a press on two devices does not skip a question.
    pub seen: i32,
}

/// Takes a step.
///
/// # Errors
/// `NotFound` for anybody who does not teach the edition; `Conflict` when another step came in between or the
/// step makes no sense now.
pub fn steer(w: &mut Write, actor: &Actor, input: StepInput, now: Moment) -> Result<(), Problem> {
    let quiz = own(w, actor, input.live_quiz)?;
    let most_extra = players::extras(w, quiz.id)?.into_values().max().unwrap_or(0);
    let run = Run::of(&store::steps(w, quiz.id)?, quiz.settings.0.seconds).with_extra(most_extra);
    let questions = usize::try_from(store::round_count(w, quiz.id)?).unwrap_or_default();
    if run.version != input.seen || !run.allows(input.kind, questions, now) {
        return Err(Problem::new(ProblemCode::Conflict));
    }
    let step = Step { sequence: run.version + 1, kind: input.kind, at: now };
    store::insert_step(w, quiz.id, step, actor.person)
}
