//! Taking answers. Every answer is a step with the next number; the client says which step it saw last.

use super::attempts;
use crate::db::{Read, Write};
use crate::kernel::{Actor, AttemptId, Fault, Moment, PersonId, Problem, ProblemCode, QuestionId};
use crate::questions::rules::response::{Response, Shape, field_name};
use crate::quizzes::rules::behaviours::{self, Conduct as _};
use crate::quizzes::rules::term;
use crate::quizzes::store::{self, Answering, NewStep, StepRow};
use serde_json::Value;
use std::collections::BTreeSet;

/// One answer, read against the [`shape`] of its question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerInput {
    /// To which attempt.
    pub attempt: AttemptId,
    /// To which question.
    pub question: QuestionId,
    /// The number of the last step the trainee has seen; 0 before the first.
    pub sequence: i32,
    /// The answer.
    pub response: Response,
    /// Whether it is handed over to be checked now, where the quiz checks question by question.
    pub check: bool,
    /// The window or device that sends it; nothing for one that holds no attempt, such as a page without
    /// scripts.
    pub holder: Option<String>,
}

/// What became of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answered {
    /// It is on disk as this step, now or since an earlier post of the same answer.
    Saved(i32),
    /// Other steps were written meanwhile; nothing is changed.
    Stale {
        /// The number of the last step.
        current: i32,
        /// The questions that were answered meanwhile.
        changed: BTreeSet<QuestionId>,
    },
    /// The time was over; the attempt is handed in as of its deadline.
    TooLate,
    /// The attempt goes on elsewhere; nothing is changed.
    Elsewhere,
}

/// One answer in its wire form, as programs send it.
#[derive(Debug, Clone)]
pub struct RawAnswer {
    /// To which attempt.
    pub attempt: AttemptId,
    /// To which question.
    pub question: QuestionId,
    /// The number of the last step the sender has seen; 0 before the first.
    pub sequence: i32,
    /// The answer.
    pub response: Value,
    /// Whether it is handed over to be checked now.
    pub check: bool,
    /// The window or device that sends it.
    pub holder: Option<String>,
}

/// Takes an answer in its wire form. All in one transaction: a look beforehand would cost another way to the
/// database, and there are as many answers as there are questions times trainees.
///
/// # Errors
/// As [`answer`], and `Invalid` when the response does not fit its question.
pub fn answer_raw(w: &mut Write, actor: &Actor, new: &RawAnswer, now: Moment) -> Result<Answered, Problem> {
    let RawAnswer { attempt, question, sequence, ref response, check, ref holder } = *new;
    let person = actor.person_id()?;
    let response = Response::from_json(&shape(w, person, attempt, question)?, response)
        .map_err(|code| Problem::invalid(vec![Fault::new("response", code)]))?;
    let holder = holder.clone();
    answer(w, person, &AnswerInput { attempt, question, sequence, response, check, holder }, now)
}

/// Takes an answer: one indexed read and one insert when nothing is unusual. Right and wrong play no part.
///
/// # Errors
/// `NotFound` for somebody else's attempt or a question it does not ask; for an answer that is not on disk already,
/// `AttemptClosed` after it was handed in, `EditionClosed` for a withdrawn trainee, `QuestionLocked` when nothing
/// more is taken for this question.
pub fn answer(
    w: &mut Write,
    person: PersonId,
    input: &AnswerInput,
    now: Moment,
) -> Result<Answered, Problem> {
    let state = known(w, person, input.attempt)?;
    if !state.question_ids.0.contains(&input.question) {
        return Err(Problem::not_found());
    }
    if let Err(closed) = still_open(&state) {
        // The reply to an answer may have been lost: the same answer again is confirmed, however late it comes.
        let steps = store::steps(w, input.attempt)?;
        return repeated(&steps, input).map(Answered::Saved).ok_or(closed);
    }
    let (last, in_time) = (state.last.unwrap_or(0), term::takes_answers(until(&state), now));
    if last != input.sequence {
        let answered = meanwhile(w, input, last)?;
        if matches!(answered, Answered::Saved(_)) || (in_time && holds(&state, input.holder.as_deref())) {
            return Ok(answered);
        }
    }
    if !in_time {
        attempts::close_overdue(w, input.attempt, now)?;
        return Ok(Answered::TooLate);
    }
    if !holds(&state, input.holder.as_deref()) {
        return Ok(Answered::Elsewhere);
    }
    let checked = conduct(w, &state, input)?;
    let AnswerInput { attempt, question, ref response, .. } = *input;
    let sequence = last.checked_add(1).ok_or_else(Problem::not_found)?;
    let at = now.max(state.started_at);
    store::insert_step(w, &NewStep { attempt, sequence, question, response, checked, at })?;
    Ok(Answered::Saved(sequence))
}

/// The first instant at which an attempt takes no answer any more.
pub(super) fn until(state: &Answering) -> Option<Moment> {
    state.taken_until.or(state.due_at)
}

/// Whether an answer comes from the window or device that holds the attempt. Whoever names none is let in: a
/// page without scripts is merged step by step.
fn holds(state: &Answering, sender: Option<&str>) -> bool {
    sender.zip(state.holder.as_deref()).is_none_or(|(sender, holder)| sender == holder)
}

/// Whether this answer is a try, where the quiz checks question by question.
fn conduct(r: &mut Read, state: &Answering, input: &AnswerInput) -> Result<bool, Problem> {
    let tries = state.plan.as_ref().map_or(0, |plan| plan.0.terms.settings.tries());
    if tries == 0 {
        return Ok(false);
    }
    let questions = store::questions_of(r, &[input.question])?;
    let question = questions.get(&input.question).ok_or_else(Problem::not_found)?;
    let mut steps = store::steps(r, input.attempt)?;
    steps.retain(|step| step.question_id == input.question);
    let given = super::reading::given(&questions, steps)?.remove(&input.question).unwrap_or_default();
    if behaviours::replay(tries, question, &given).locked {
        return Err(Problem::new(ProblemCode::QuestionLocked));
    }
    if input.check && input.response.is_blank() {
        return Err(Problem::invalid(vec![Fault::new(field_name(input.question), "answer-first")]));
    }
    Ok(input.check)
}

/// The attempt, if this person may answer it.
pub(super) fn open(w: &mut Write, person: PersonId, attempt: AttemptId) -> Result<Answering, Problem> {
    let state = known(w, person, attempt)?;
    still_open(&state).map(|()| state)
}

/// The attempt of this person.
fn known(r: &mut Read, person: PersonId, attempt: AttemptId) -> Result<Answering, Problem> {
    let state = store::answering(r, attempt)?.filter(|state| state.person == person);
    state.ok_or_else(Problem::not_found)
}

fn still_open(state: &Answering) -> Result<(), Problem> {
    if state.submitted_at.is_some() {
        return Err(Problem::new(ProblemCode::AttemptClosed));
    }
    if state.withdrawn_at.is_some() {
        return Err(Problem::new(ProblemCode::EditionClosed));
    }
    Ok(())
}

/// The number of the step that this answer became when it was sent before.
fn repeated(steps: &[StepRow], input: &AnswerInput) -> Option<i32> {
    let mine = input.response.to_json();
    let next = steps.iter().find(|step| i64::from(step.sequence) == i64::from(input.sequence) + 1)?;
    let same =
        next.question_id == input.question && next.response.0 == mine && (next.checked || !input.check);
    same.then_some(next.sequence)
}

/// The same answer again is confirmed again; any other learns what happened since.
fn meanwhile(r: &mut Read, input: &AnswerInput, current: i32) -> Result<Answered, Problem> {
    let steps = store::steps(r, input.attempt)?;
    if let Some(sequence) = repeated(&steps, input) {
        return Ok(Answered::Saved(sequence));
    }
    let newer = steps.iter().filter(|step| step.sequence > input.sequence);
    Ok(Answered::Stale { current, changed: newer.map(|step| step.question_id).collect() })
}

/// The shape of a question that this person is being asked.
///
/// # Errors
/// `NotFound` for somebody else's attempt or a question it does not ask.
pub fn shape(
    r: &mut Read,
    person: PersonId,
    attempt: AttemptId,
    question: QuestionId,
) -> Result<Shape, Problem> {
    let asked = store::asked(r, attempt, question)?;
    let (_, _, question) = asked
        .filter(|(owner, ids, _)| *owner == person && ids.contains(&question))
        .ok_or_else(Problem::not_found)?;
    Ok(Shape::of(&question))
}
