//! Beginning an attempt and handing it in, by hand or by the clock.

use crate::db::{Read, Write};
use crate::jobs::{self, NewJob};
use crate::kernel::{ActivityId, Actor, AttemptId, EnrolmentId, Moment, Problem, ProblemCode, QuestionId};
use crate::programmes::rules::quiz::QuizSettings;
use crate::programmes::rules::words::ActivityKind;
use crate::progress::actions::{self as progress, Completed, Standing};
use crate::progress::store::SourceKind;
use crate::questions::rules::marking::{Mark, mark, outcome};
use crate::questions::rules::response::{Response, Shape};
use crate::quizzes::rules::{drawing, term};
use crate::quizzes::store::{self, AttemptRow, NewAttempt, Submission};
use std::collections::HashMap;

/// The kind of the job that hands an attempt in when its time is over.
pub const DEADLINE_JOB: &str = "quiz-deadline";

/// Begins an attempt, or gives back the one under way.
///
/// # Errors
/// `NotFound` for somebody else's enrolment, `ActivityLocked`, `EditionClosed`, `NoAttemptsLeft`.
pub fn start(
    w: &mut Write,
    actor: &Actor,
    (enrolment, quiz): (EnrolmentId, ActivityId),
    seed: i64,
    now: Moment,
) -> Result<AttemptId, Problem> {
    let standing = progress::own_standing(w, actor, enrolment)?;
    let fact = standing.activity(quiz, ActivityKind::Quiz)?;
    let settings = settings_of(w, quiz)?;
    let before = store::attempts(w, enrolment, quiz)?;
    for open in before.iter().filter(|attempt| attempt.submitted_at.is_none()) {
        if term::takes_answers(open.due_at, now) {
            return Ok(open.id);
        }
        close(w, open, &standing, &settings, now)?;
    }
    standing.require_open(fact, actor.language, now)?;
    if term::attempts_left(&settings, before.len()) == Some(0) {
        return Err(Problem::new(ProblemCode::NoAttemptsLeft));
    }
    let pool = store::pool(w, quiz)?;
    let new = NewAttempt {
        enrolment,
        activity: quiz,
        number: i32::try_from(before.len() + 1).map_err(Problem::internal)?,
        seed,
        language: actor.language,
        questions: drawing::draw(&pool, &settings, seed),
        started_at: now,
        due_at: term::due_at(&settings, &standing.edition.term(), now),
    };
    let id = store::insert_attempt(w, &new)?;
    let job = NewJob {
        kind: DEADLINE_JOB,
        payload: serde_json::json!({ "attempt": id }),
        unique_key: Some(format!("{DEADLINE_JOB}:{id}")),
    };
    jobs::enqueue_at(w, now, new.due_at, job)?;
    Ok(id)
}

/// Hands an attempt in; after its time, as of its deadline. Handed in before, it stays as it is.
///
/// # Errors
/// `NotFound` when it is somebody else's.
pub fn submit(w: &mut Write, actor: &Actor, id: AttemptId, now: Moment) -> Result<(), Problem> {
    let attempt = store::attempt(w, id)?.ok_or_else(Problem::not_found)?;
    let standing = progress::own_standing(w, actor, attempt.enrolment_id)?;
    let settings = settings_of(w, attempt.activity_id)?;
    close(w, &attempt, &standing, &settings, now)
}

/// Hands an attempt in whose time is over, whoever asks; does nothing to one that still runs.
///
/// # Errors
/// `NotFound` when there is no such attempt.
pub fn close_overdue(w: &mut Write, id: AttemptId, now: Moment) -> Result<(), Problem> {
    let attempt = store::attempt(w, id)?.ok_or_else(Problem::not_found)?;
    if term::takes_answers(attempt.due_at, now) {
        return Ok(());
    }
    let standing = progress::standing(w, &Actor::program(), attempt.enrolment_id)?;
    let settings = settings_of(w, attempt.activity_id)?;
    close(w, &attempt, &standing, &settings, now)
}

pub(super) fn settings_of(r: &mut Read, quiz: ActivityId) -> Result<QuizSettings, Problem> {
    store::settings(r, quiz)?.ok_or_else(Problem::not_found)
}

/// Marks the latest answers and closes the attempt, once.
fn close(
    w: &mut Write,
    attempt: &AttemptRow,
    standing: &Standing,
    settings: &QuizSettings,
    now: Moment,
) -> Result<(), Problem> {
    if attempt.submitted_at.is_some() {
        return Ok(());
    }
    let by_clock = !term::takes_answers(attempt.due_at, now);
    let at = attempt.due_at.filter(|_| by_clock).unwrap_or(now);
    let marks = marks(w, attempt)?;
    let outcome = outcome(marks.iter().map(|(_, mark)| *mark));
    let pass_mark = term::pass_mark(settings, &standing.edition.rule.0);
    let passed = if outcome.waiting { None } else { term::passed(pass_mark, outcome.result) };
    if !store::close(w, attempt.id, Submission { at, by_clock, passed }, outcome)? {
        return Ok(());
    }
    for (question, mark) in marks {
        store::insert_mark(w, attempt.id, question, mark)?;
    }
    if passed == Some(false) || outcome.waiting {
        return Ok(());
    }
    let fact = standing.activity(attempt.activity_id, ActivityKind::Quiz)?;
    let result = (!settings.diagnostic).then_some(outcome.result);
    let (enrolment, source_id) = (attempt.enrolment_id, attempt.id.0);
    progress::complete(w, fact, Completed { enrolment, source: SourceKind::Quiz, source_id, result }, at)
}

fn marks(r: &mut Read, attempt: &AttemptRow) -> Result<Vec<(QuestionId, Mark)>, Problem> {
    let mut latest = HashMap::new();
    for step in store::steps(r, attempt.id)? {
        latest.insert(step.question_id, step.response.0);
    }
    let asked = &attempt.question_ids.0;
    let questions = store::questions(r, attempt.activity_id)?;
    let mut marks = Vec::new();
    for (id, question) in questions.iter().filter(|(id, _)| asked.contains(id)) {
        let response = match latest.get(id) {
            Some(value) => super::reading::stored(&Shape::of(question), value)?,
            None => Response::Blank,
        };
        marks.push((*id, mark(question, &response)));
    }
    Ok(marks)
}
