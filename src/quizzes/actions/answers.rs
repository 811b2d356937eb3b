//! Taking answers. Every answer is a step with the next number; the client says which step it saw last.

use super::attempts;
use crate::db::{Read, Write};
use crate::kernel::{Actor, AttemptId, Fault, Moment, PersonId, Problem, ProblemCode, QuestionId};
use crate::questions::rules::response::{Response, Shape};
use crate::quizzes::rules::merging::{self, Saved};
use crate::quizzes::rules::term;
use crate::quizzes::store::{self, Answering, NewStep};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

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
}

/// Takes an answer in its wire form. All in one transaction: a look beforehand would cost another way to the
/// database, and there are as many answers as there are questions times trainees.
///
/// # Errors
/// As [`answer`], and `Invalid` when the response does not fit its question.
pub fn answer_raw(w: &mut Write, actor: &Actor, new: &RawAnswer, now: Moment) -> Result<Answered, Problem> {
    let RawAnswer { attempt, question, sequence, ref response } = *new;
    let person = actor.person_id()?;
    let response = Response::from_json(&shape(w, person, attempt, question)?, response)
        .map_err(|code| Problem::invalid(vec![Fault::new("response", code)]))?;
    answer(w, person, &AnswerInput { attempt, question, sequence, response }, now)
}

/// Takes an answer: one indexed read and one insert when nothing is unusual. Right and wrong play no part.
///
/// # Errors
/// `NotFound` for somebody else's attempt or a question it does not ask, `AttemptClosed` after it was handed
/// in, `EditionClosed` for a withdrawn trainee.
pub fn answer(
    w: &mut Write,
    person: PersonId,
    input: &AnswerInput,
    now: Moment,
) -> Result<Answered, Problem> {
    let state = open(w, person, input.attempt)?;
    if !state.question_ids.0.contains(&input.question) {
        return Err(Problem::not_found());
    }
    let (last, in_time) = (state.last.unwrap_or(0), term::takes_answers(state.due_at, now));
    if last != input.sequence {
        let answered = meanwhile(w, input, last)?;
        if in_time || matches!(answered, Answered::Saved(_)) {
            return Ok(answered);
        }
    }
    if !in_time {
        attempts::close_overdue(w, input.attempt, now)?;
        return Ok(Answered::TooLate);
    }
    let AnswerInput { attempt, question, ref response, .. } = *input;
    let sequence = last.checked_add(1).ok_or_else(Problem::not_found)?;
    store::insert_step(w, &NewStep { attempt, sequence, question, response, at: now })?;
    Ok(Answered::Saved(sequence))
}

/// The attempt, if this person may answer it.
fn open(w: &mut Write, person: PersonId, attempt: AttemptId) -> Result<Answering, Problem> {
    let state = store::answering(w, attempt)?.filter(|state| state.person == person);
    let state = state.ok_or_else(Problem::not_found)?;
    if state.submitted_at.is_some() {
        return Err(Problem::new(ProblemCode::AttemptClosed));
    }
    if state.withdrawn_at.is_some() {
        return Err(Problem::new(ProblemCode::EditionClosed));
    }
    Ok(state)
}

/// The same answer again is confirmed again; any other learns what happened since.
fn meanwhile(r: &mut Read, input: &AnswerInput, current: i32) -> Result<Answered, Problem> {
    let steps = store::steps(r, input.attempt)?;
    let mine = input.response.to_json();
    let next = steps.iter().find(|step| i64::from(step.sequence) == i64::from(input.sequence) + 1);
    if let Some(step) = next.filter(|step| step.question_id == input.question && step.response.0 == mine) {
        return Ok(Answered::Saved(step.sequence));
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

/// All answers of a page at once, as a form without scripts sends them.
#[derive(Debug, Clone)]
pub struct PageInput {
    /// To which attempt.
    pub attempt: AttemptId,
    /// The number of the last step the page was made from.
    pub sequence: i32,
    /// The answers in the order of the page.
    pub answers: Vec<(QuestionId, Response)>,
}

/// What became of a page of answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PageSaved {
    /// What was not disputed is on disk.
    Saved {
        /// The number of the last step.
        sequence: i32,
        /// Questions answered differently here and elsewhere; for these nothing is changed.
        disputed: Vec<QuestionId>,
    },
    /// The time was over; the attempt is handed in as of its deadline.
    TooLate,
}

/// Takes a page of answers: each that was changed on it becomes a step.
///
/// # Errors
/// `NotFound` for somebody else's attempt, `AttemptClosed` after it was handed in.
pub fn answer_page(
    w: &mut Write,
    actor: &Actor,
    page: &PageInput,
    now: Moment,
) -> Result<PageSaved, Problem> {
    let state = open(w, actor.person_id()?, page.attempt)?;
    if !term::takes_answers(state.due_at, now) {
        attempts::close_overdue(w, page.attempt, now)?;
        return Ok(PageSaved::TooLate);
    }
    let row = store::attempt(w, page.attempt)?.ok_or_else(Problem::not_found)?;
    let shapes: BTreeMap<QuestionId, Shape> = store::questions(w, row.activity_id)?
        .iter()
        .map(|(id, question)| (*id, Shape::of(question)))
        .collect();
    let mut steps: BTreeMap<QuestionId, Vec<Saved>> = BTreeMap::new();
    for step in store::steps(w, page.attempt)? {
        let shape = shapes.get(&step.question_id).ok_or_else(Problem::not_found)?;
        let response = super::reading::stored(shape, &step.response.0)?;
        steps.entry(step.question_id).or_default().push(Saved { sequence: step.sequence, response });
    }
    let merge = merging::merge(&steps, page.sequence, &page.answers);
    let mut sequence = state.last.unwrap_or(0);
    for (question, response) in &merge.take {
        sequence += 1;
        let new = NewStep { attempt: page.attempt, sequence, question: *question, response, at: now };
        store::insert_step(w, &new)?;
    }
    Ok(PageSaved::Saved { sequence, disputed: merge.disputed })
}
