//! Beginning an attempt and handing it in, by hand or by the clock.

use super::terms::{self, Situation};
use super::{asking, decided};
use crate::db::{Read, Write};
use crate::jobs::{self, NewJob};
use crate::kernel::{
    ActivityId, Actor, AttemptId, EnrolmentId, Moment, Permille, Problem, ProblemCode, QuestionId,
};
use crate::programmes::rules::quiz::{Question, QuizSettings};
use crate::programmes::rules::words::ActivityKind;
use crate::progress::actions::{self as progress, Completed, Standing};
use crate::progress::store::SourceKind;
use crate::questions::rules::marking::{Mark, outcome};
use crate::quizzes::rules::behaviours::{Conduct as _, Given};
use crate::quizzes::rules::drawing::{self, Found};
use crate::quizzes::rules::setup::{Plan, Section, Terms};
use crate::quizzes::rules::term;
use crate::quizzes::store::{self, AttemptRow, NewAttempt, Submission, live_credits};
use std::collections::HashMap;

/// The kind of the job that hands an attempt in when its time is over.
pub const DEADLINE_JOB: &str = "quiz-deadline";

/// The kind of the job that lets a result count when the quiz is over for everybody.
pub const RELEASE_JOB: &str = "quiz-release";

/// How an attempt begins.
#[derive(Debug, Clone)]
pub struct Opening {
    /// Whose.
    pub enrolment: EnrolmentId,
    /// At which quiz.
    pub quiz: ActivityId,
    /// What fixes its order.
    pub seed: i64,
    /// The hash that a password was proven against, where the quiz begins with one.
    pub proven: Option<String>,
}

/// Begins an attempt at a quiz without a password, or gives back the one under way.
///
/// # Errors
/// Those of [`open`].
pub fn start(
    w: &mut Write,
    actor: &Actor,
    (enrolment, quiz): (EnrolmentId, ActivityId),
    seed: i64,
    now: Moment,
) -> Result<AttemptId, Problem> {
    open(w, actor, &Opening { enrolment, quiz, seed, proven: None }, now)
}

/// Begins an attempt, or gives back the one under way.
///
/// # Errors
/// `NotFound` for somebody else's enrolment, `ActivityLocked`, `EditionClosed`, `QuizNotOpen`, `QuizClosed`,
/// `AttemptTooSoon`, `NoAttemptsLeft`, `QuizPasswordWrong`, `QuizEmpty`.
pub fn open(w: &mut Write, actor: &Actor, opening: &Opening, now: Moment) -> Result<AttemptId, Problem> {
    let Opening { enrolment, quiz, seed, ref proven } = *opening;
    let standing = progress::own_standing(w, actor, enrolment)?;
    let fact = standing.activity(quiz, ActivityKind::Quiz)?;
    let before = store::attempts(w, enrolment, quiz)?;
    for open in before.iter().filter(|attempt| attempt.submitted_at.is_none()) {
        if open.takes_answers(now) {
            return Ok(open.id);
        }
        close(w, open, &standing, now)?;
    }
    standing.require_open(fact, actor.language, now)?;
    let situation = terms::situation(w, &standing, quiz)?;
    term::may_begin(&situation.terms, &terms::ended(&before), now)
        .map_err(|refusal| Problem::new(terms::code_of(refusal)))?;
    let hash = situation.setup.as_ref().and_then(|setup| setup.password_hash.as_ref());
    if hash.is_some_and(|hash| proven.as_ref() != Some(hash)) {
        return Err(Problem::new(ProblemCode::QuizPasswordWrong));
    }
    let (plan, questions) = drawn(w, &standing, quiz, (&situation, seed))?;
    if questions.is_empty() {
        return Err(Problem::new(ProblemCode::QuizEmpty));
    }
    let number = i32::try_from(before.len() + 1).map_err(Problem::internal)?;
    let due_at = term::due_at(&plan.terms, &standing.edition.term(), now);
    let taken_until = term::taken_until(&plan.terms.settings, due_at);
    let language = actor.language;
    let new = NewAttempt {
        enrolment,
        activity: quiz,
        number,
        seed,
        language,
        questions,
        started_at: now,
        due_at,
        taken_until,
        plan,
    };
    let id = store::insert_attempt(w, &new)?;
    let job = NewJob {
        kind: DEADLINE_JOB,
        payload: serde_json::json!({ "attempt": id }),
        unique_key: Some(format!("{DEADLINE_JOB}:{id}")),
    };
    jobs::enqueue_at(w, now, taken_until, job)?;
    Ok(id)
}

/// The questions of a new attempt, and what it is drawn under.
fn drawn(
    r: &mut Read,
    standing: &Standing,
    quiz: ActivityId,
    (situation, seed): (&Situation, i64),
) -> Result<(Plan, Vec<QuestionId>), Problem> {
    let (settings, setup) = (&situation.terms.settings, situation.setup.as_ref());
    let mut plan =
        Plan { setup: setup.map(|setup| setup.number), terms: situation.terms.clone(), sections: Vec::new() };
    let sections = setup.map_or(&[][..], |setup| setup.sections.0.as_slice());
    if sections.is_empty() {
        let pool = store::pool(r, quiz)?;
        return Ok((plan, drawing::draw(&pool, settings, seed)));
    }
    let found = asking::found(r, &standing.edition, (quiz, sections))?;
    let found: Vec<(Section, Vec<Found>)> = sections.iter().cloned().zip(found).collect();
    let drawn = drawing::draw_sections(&found, settings, seed);
    plan.sections = drawn.iter().map(|(title, ids)| (title.clone(), ids.len())).collect();
    Ok((plan, drawn.into_iter().flat_map(|(_, ids)| ids).collect()))
}

/// Hands an attempt in; after its time, as of its deadline. Handed in before, it stays as it is.
///
/// # Errors
/// `NotFound` when it is somebody else's.
pub fn submit(w: &mut Write, actor: &Actor, id: AttemptId, now: Moment) -> Result<(), Problem> {
    let attempt = store::attempt(w, id)?.ok_or_else(Problem::not_found)?;
    let standing = progress::own_standing(w, actor, attempt.enrolment_id)?;
    close(w, &attempt, &standing, now)
}

/// Hands an attempt in whose deadline is past, whoever asks; does nothing to one that still takes answers, be it only
/// those that were on their way.
///
/// # Errors
/// `NotFound` when there is no such attempt.
pub fn close_overdue(w: &mut Write, id: AttemptId, now: Moment) -> Result<(), Problem> {
    let attempt = store::attempt(w, id)?.ok_or_else(Problem::not_found)?;
    if attempt.takes_answers(now) {
        return Ok(());
    }
    let standing = progress::standing(w, &Actor::program(), attempt.enrolment_id)?;
    close(w, &attempt, &standing, now)
}

/// What an attempt was drawn under; for one from before there were setups, the programme's own settings.
pub(super) fn terms_of(r: &mut Read, attempt: &AttemptRow) -> Result<Terms, Problem> {
    match &attempt.plan {
        Some(plan) => Ok(plan.0.terms.clone()),
        None => Ok(Terms { settings: settings_of(r, attempt.activity_id)?, ..Terms::default() }),
    }
}

pub(super) fn settings_of(r: &mut Read, quiz: ActivityId) -> Result<QuizSettings, Problem> {
    store::settings(r, quiz)?.ok_or_else(Problem::not_found)
}

/// Marks the latest answers and closes the attempt, once. What was decided about its questions meanwhile holds.
fn close(w: &mut Write, attempt: &AttemptRow, standing: &Standing, now: Moment) -> Result<(), Problem> {
    if attempt.submitted_at.is_some() {
        return Ok(());
    }
    let settings = terms_of(w, attempt)?.settings;
    let by_clock = !term::takes_answers(attempt.due_at, now);
    // A clock that was set back does not hand anything in before it began.
    let at = attempt.due_at.filter(|_| by_clock).unwrap_or(now).max(attempt.started_at);
    let handed = Handed::load(w, attempt)?;
    let asked = handed.marks(attempt, &settings)?;
    let mut marks = asked.clone();
    let decided = decided::look(w, (standing.edition.id, attempt), (&settings, &handed), &mut marks)?;
    let pass_mark = term::pass_mark(&settings, &standing.edition.rule.0);
    let result = |marks: &[(QuestionId, Mark)]| {
        let outcome = outcome(marks.iter().map(|(_, mark)| *mark));
        let passed = if outcome.waiting { None } else { term::passed(pass_mark, outcome.result) };
        (outcome, passed)
    };
    let ((_, before), (outcome, passed)) = (result(&asked), result(&marks));
    if !store::close(w, attempt.id, Submission { at, by_clock, passed }, outcome)? {
        return Ok(());
    }
    for (question, mark) in asked {
        store::insert_mark(w, attempt.id, question, mark)?;
    }
    decided::write(w, attempt, &decided, (before, passed), now)?;
    credit(w, standing, attempt, now)
}

/// Reports a quiz completed when the attempt that counts passes: at once, or when the quiz is over where
/// results wait for that. Whoever changes a mark afterwards calls it again: what is completed stays completed, and
/// its number follows the marks, also down.
///
/// # Errors
/// The database's.
pub fn credit(w: &mut Write, standing: &Standing, attempt: &AttemptRow, now: Moment) -> Result<(), Problem> {
    if let Some(from) = marks_from(w, standing, attempt, now)? {
        let job = NewJob {
            kind: RELEASE_JOB,
            payload: serde_json::json!({ "attempt": attempt.id }),
            unique_key: Some(format!("{RELEASE_JOB}:{}:{}", attempt.id, from.rfc3339())),
        };
        jobs::enqueue_at(w, now, from, job)?;
        return Ok(());
    }
    let settings = terms_of(w, attempt)?.settings;
    let attempts = store::attempts(w, attempt.enrolment_id, attempt.activity_id)?;
    if attempts.iter().all(|attempt| attempt.result.is_none()) {
        return Ok(());
    }
    let counting = terms::situation(w, standing, attempt.activity_id)?.terms.settings.counting;
    let live = live_credits::of(w, attempt.enrolment_id, attempt.activity_id)?;
    let Some(result) = term::counted(counting, &in_their_order(&attempts, live)) else { return Ok(()) };
    let pass_mark = term::pass_mark(&settings, &standing.edition.rule.0);
    let fact = standing.activity(attempt.activity_id, ActivityKind::Quiz)?;
    let shown = (!settings.diagnostic).then_some(result);
    if term::passed(pass_mark, result) != Some(false) {
        let at = attempts.iter().filter_map(|attempt| attempt.submitted_at).max().unwrap_or(now);
        let (enrolment, source_id) = (attempt.enrolment_id, attempt.id.0);
        let done = Completed { enrolment, source: SourceKind::Quiz, source_id, result: shown };
        progress::complete(w, fact, done, at)?;
    }
    let Some(number) = shown else { return Ok(()) };
    progress::recount(w, attempt.enrolment_id, fact.id, number)
}

/// Counts the result of a trainee anew after a live quiz was let count. Attempts whose result waits for the end of the
/// quiz are left out until then.
///
/// # Errors
/// The database's.
pub fn recount(
    w: &mut Write,
    (enrolment, quiz): (EnrolmentId, ActivityId),
    now: Moment,
) -> Result<(), Problem> {
    let standing = progress::standing(w, &Actor::program(), enrolment)?;
    let mut known = Vec::new();
    for attempt in store::attempts(w, enrolment, quiz)? {
        if marks_from(w, &standing, &attempt, now)?.is_none() {
            known.push(attempt);
        }
    }
    let live = live_credits::of(w, enrolment, quiz)?;
    let counting = terms::situation(w, &standing, quiz)?.terms.settings.counting;
    let Some(result) = term::counted(counting, &in_their_order(&known, live)) else { return Ok(()) };
    progress::recount(w, enrolment, quiz, result)
}

/// The results that count, the earliest first: what was reached in the room and let count is an attempt like any other,
/// of the moment when it was let count.
fn in_their_order(attempts: &[AttemptRow], live: Vec<(Moment, Permille)>) -> Vec<Permille> {
    let own = |row: &AttemptRow| Some((row.submitted_at.unwrap_or(row.started_at), row.result?));
    let mut results: Vec<(Moment, Permille)> = attempts.iter().filter_map(own).chain(live).collect();
    results.sort_by_key(|(at, _)| *at);
    results.into_iter().map(|(_, result)| result).collect()
}

/// From when the trainee may know the result of an attempt, while that is still to come.
///
/// # Errors
/// The database's.
pub(super) fn marks_from(
    r: &mut Read,
    standing: &Standing,
    attempt: &AttemptRow,
    now: Moment,
) -> Result<Option<Moment>, Problem> {
    let settings = terms_of(r, attempt)?.settings;
    if term::marks_at(&settings, now).is_none() {
        return Ok(None);
    }
    let mut situation = terms::situation(r, standing, attempt.activity_id)?;
    situation.wait_for_answers(r, standing, attempt.activity_id)?;
    Ok(term::marks_at(&settings, situation.closes).filter(|from| now < *from))
}

/// Lets the result of an attempt count when its quiz is over for everybody.
///
/// # Errors
/// `NotFound` when there is no such attempt.
pub fn release(w: &mut Write, id: AttemptId, now: Moment) -> Result<(), Problem> {
    let attempt = store::attempt(w, id)?.ok_or_else(Problem::not_found)?;
    let standing = progress::standing(w, &Actor::program(), attempt.enrolment_id)?;
    credit(w, &standing, &attempt, now)
}

/// What is marked when an attempt is handed in.
pub(super) struct Handed {
    pub(super) questions: HashMap<QuestionId, Question>,
    pub(super) given: HashMap<QuestionId, Vec<Given>>,
}

impl Handed {
    fn load(r: &mut Read, attempt: &AttemptRow) -> Result<Handed, Problem> {
        let questions = store::questions_of(r, &attempt.question_ids.0)?;
        let given = super::reading::given(&questions, store::steps(r, attempt.id)?)?;
        Ok(Handed { questions, given })
    }

    /// The marks by the questions as they were asked, in the order of the attempt.
    fn marks(
        &self,
        attempt: &AttemptRow,
        settings: &QuizSettings,
    ) -> Result<Vec<(QuestionId, Mark)>, Problem> {
        let mark = |id: &QuestionId| {
            let question = self.questions.get(id).ok_or_else(Problem::not_found)?;
            let given = self.given.get(id).map(Vec::as_slice).unwrap_or_default();
            Ok((*id, Mark::of(question, settings.settle(question, given))))
        };
        attempt.question_ids.0.iter().map(mark).collect()
    }
}
