//! Rows of attempts, steps and marks, and the definitions they are about.

pub mod decisions;
pub mod flags;
pub mod live_credits;
pub mod marks;
pub mod overrides;
pub mod setups;

use crate::db::schema::{
    enrolments, question_versions, quiz_attempts, quiz_definitions, quiz_marks, quiz_questions, quiz_steps,
};
use crate::db::{Json, Read, Write};
use crate::kernel::{
    ActivityId, AttemptId, EnrolmentId, Language, Moment, Permille, PersonId, Problem, QuestionId,
};
use crate::programmes::rules::quiz::{Question, QuizSettings};
use crate::questions::rules::Weight;
use crate::questions::rules::marking::{Mark, MilliPoints, Outcome};
use crate::questions::rules::response::Response;
use crate::quizzes::rules::setup::Plan;
use crate::quizzes::rules::term;
use diesel::dsl::max;
use diesel::prelude::*;
use serde_json::Value;
use std::collections::HashMap;

/// An attempt.
#[derive(Debug, Clone, Queryable)]
pub struct AttemptRow {
    /// The attempt.
    pub id: AttemptId,
    /// Whose.
    pub enrolment_id: EnrolmentId,
    /// At which quiz.
    pub activity_id: ActivityId,
    /// Which one of this trainee at this quiz, from 1.
    pub number: i32,
    /// What fixes its order.
    pub seed: i64,
    /// The questions it asks, in their order.
    pub question_ids: Json<Vec<QuestionId>>,
    /// Since when.
    pub started_at: Moment,
    /// The first instant at which it takes no more answers.
    pub due_at: Option<Moment>,
    /// When it was handed in.
    pub submitted_at: Option<Moment>,
    /// Whether the clock handed it in.
    pub submitted_by_clock: bool,
    /// Decimal of a point reached.
    pub milli_points: Option<i32>,
    /// Decimal of a point there were.
    pub most_milli_points: Option<i32>,
    /// The share reached.
    pub result: Option<Permille>,
    /// Whether it passed; nothing for a diagnostic quiz.
    pub passed: Option<bool>,
    /// What it was drawn under; nothing for attempts from before there were setups.
    pub plan: Option<Json<Plan>>,
    /// The first instant at which an answer that was on its way is no longer taken.
    pub taken_until: Option<Moment>,
    /// The window or device that answers it.
    pub holder: Option<String>,
}

impl AttemptRow {
    /// Whether it was handed in and has no result yet, because a question waits for a person to mark it.
    pub fn waits(&self) -> bool {
        self.submitted_at.is_some() && self.result.is_none() && self.milli_points.is_some()
    }

    /// Whether it was not handed in although nothing more can come: its deadline is past, and so is the grace for
    /// answers that were on their way.
    pub fn is_overdue(&self, now: Moment) -> bool {
        self.submitted_at.is_none() && !self.takes_answers(now)
    }

    /// Whether an answer that comes now is taken.
    pub fn takes_answers(&self, now: Moment) -> bool {
        term::takes_answers(self.taken_until.or(self.due_at), now)
    }
}

#[expect(clippy::type_complexity, reason = "the list of columns is its own name")]
const ATTEMPT: (
    quiz_attempts::id,
    quiz_attempts::enrolment_id,
    quiz_attempts::activity_id,
    quiz_attempts::number,
    quiz_attempts::seed,
    quiz_attempts::question_ids,
    quiz_attempts::started_at,
    quiz_attempts::due_at,
    quiz_attempts::submitted_at,
    quiz_attempts::submitted_by_clock,
    quiz_attempts::points,
    quiz_attempts::max_points,
    quiz_attempts::result_permille,
    quiz_attempts::passed,
    quiz_attempts::plan,
    quiz_attempts::taken_until,
    quiz_attempts::holder,
) = (
    quiz_attempts::id,
    quiz_attempts::enrolment_id,
    quiz_attempts::activity_id,
    quiz_attempts::number,
    quiz_attempts::seed,
    quiz_attempts::question_ids,
    quiz_attempts::started_at,
    quiz_attempts::due_at,
    quiz_attempts::submitted_at,
    quiz_attempts::submitted_by_clock,
    quiz_attempts::points,
    quiz_attempts::max_points,
    quiz_attempts::result_permille,
    quiz_attempts::passed,
    quiz_attempts::plan,
    quiz_attempts::taken_until,
    quiz_attempts::holder,
);

/// How a quiz is taken.
pub fn settings(r: &mut Read, quiz: ActivityId) -> Result<Option<QuizSettings>, Problem> {
    let found: Option<Json<QuizSettings>> = quiz_definitions::table
        .filter(quiz_definitions::activity_id.eq(quiz))
        .select(quiz_definitions::settings)
        .first(r.conn())
        .optional()?;
    Ok(found.map(|settings| settings.0))
}

/// How several quizzes are taken.
pub fn settings_of(
    r: &mut Read,
    quizzes: &[ActivityId],
) -> Result<HashMap<ActivityId, QuizSettings>, Problem> {
    let rows: Vec<(ActivityId, Json<QuizSettings>)> = quiz_definitions::table
        .filter(quiz_definitions::activity_id.eq_any(quizzes.to_vec()))
        .select((quiz_definitions::activity_id, quiz_definitions::settings))
        .load(r.conn())?;
    Ok(rows.into_iter().map(|(quiz, settings)| (quiz, settings.0)).collect())
}

/// The pool of a quiz, in the author's order.
pub fn pool(r: &mut Read, quiz: ActivityId) -> Result<Vec<QuestionId>, Problem> {
    Ok(quiz_questions::table
        .filter(quiz_questions::activity_id.eq(quiz))
        .order(quiz_questions::position)
        .select(quiz_questions::question_id)
        .load(r.conn())?)
}

/// All questions of a quiz with their right answers, for the server only.
pub fn questions(r: &mut Read, quiz: ActivityId) -> Result<Vec<(QuestionId, Question)>, Problem> {
    let rows: Vec<(QuestionId, Json<Question>)> = quiz_questions::table
        .inner_join(question_versions::table)
        .filter(quiz_questions::activity_id.eq(quiz))
        .order(quiz_questions::position)
        .select((question_versions::id, question_versions::definition))
        .load(r.conn())?;
    Ok(rows.into_iter().map(|(id, question)| (id, question.0)).collect())
}

/// Questions with their right answers, in no order, for the server only. Archived ones are among them: what was
/// asked stays asked.
pub fn questions_of(r: &mut Read, ids: &[QuestionId]) -> Result<HashMap<QuestionId, Question>, Problem> {
    let rows: Vec<(QuestionId, Json<Question>)> = question_versions::table
        .filter(question_versions::id.eq_any(ids.to_vec()))
        .select((question_versions::id, question_versions::definition))
        .load(r.conn())?;
    Ok(rows.into_iter().map(|(id, question)| (id, question.0)).collect())
}

/// An attempt.
pub fn attempt(r: &mut Read, id: AttemptId) -> Result<Option<AttemptRow>, Problem> {
    Ok(quiz_attempts::table.filter(quiz_attempts::id.eq(id)).select(ATTEMPT).first(r.conn()).optional()?)
}

/// The attempts of a trainee at a quiz, in their order.
pub fn attempts(r: &mut Read, enrolment: EnrolmentId, quiz: ActivityId) -> Result<Vec<AttemptRow>, Problem> {
    Ok(quiz_attempts::table
        .filter(quiz_attempts::enrolment_id.eq(enrolment))
        .filter(quiz_attempts::activity_id.eq(quiz))
        .order(quiz_attempts::number)
        .select(ATTEMPT)
        .load(r.conn())?)
}

/// Attempts by their ids, in no order.
pub fn attempts_of(r: &mut Read, ids: &[AttemptId]) -> Result<Vec<AttemptRow>, Problem> {
    Ok(quiz_attempts::table.filter(quiz_attempts::id.eq_any(ids.to_vec())).select(ATTEMPT).load(r.conn())?)
}

/// An attempt about to begin.
#[derive(Debug, Clone)]
pub struct NewAttempt {
    /// Whose.
    pub enrolment: EnrolmentId,
    /// At which quiz.
    pub activity: ActivityId,
    /// Which one, from 1.
    pub number: i32,
    /// What fixes its order.
    pub seed: i64,
    /// The language it began in.
    pub language: Language,
    /// The questions it asks.
    pub questions: Vec<QuestionId>,
    /// From when.
    pub started_at: Moment,
    /// Until when.
    pub due_at: Moment,
    /// Until when an answer that was on its way is taken.
    pub taken_until: Moment,
    /// What it is drawn under.
    pub plan: Plan,
}

/// Gives an attempt under way a later deadline, and a later end of what is still taken.
pub fn prolong(w: &mut Write, id: AttemptId, (due, taken_until): (Moment, Moment)) -> Result<(), Problem> {
    let open =
        quiz_attempts::table.filter(quiz_attempts::id.eq(id)).filter(quiz_attempts::submitted_at.is_null());
    diesel::update(open)
        .set((quiz_attempts::due_at.eq(due), quiz_attempts::taken_until.eq(taken_until)))
        .execute(w.conn())?;
    Ok(())
}

/// Begins an attempt.
pub fn insert_attempt(w: &mut Write, new: &NewAttempt) -> Result<AttemptId, Problem> {
    Ok(diesel::insert_into(quiz_attempts::table)
        .values((
            quiz_attempts::enrolment_id.eq(new.enrolment),
            quiz_attempts::activity_id.eq(new.activity),
            quiz_attempts::number.eq(new.number),
            quiz_attempts::seed.eq(new.seed),
            quiz_attempts::language.eq(new.language),
            quiz_attempts::question_ids.eq(Json(new.questions.clone())),
            quiz_attempts::started_at.eq(new.started_at),
            quiz_attempts::due_at.eq(new.due_at),
            quiz_attempts::taken_until.eq(new.taken_until),
            quiz_attempts::plan.eq(Json(new.plan.clone())),
            quiz_attempts::submitted_by_clock.eq(false),
        ))
        .returning(quiz_attempts::id)
        .get_result(w.conn())?)
}

/// What decides whether an answer is taken. One statement: it stands before every answer.
#[derive(Debug, Clone, Queryable)]
pub struct Answering {
    /// Whose attempt it is.
    pub person: PersonId,
    /// When that person was withdrawn.
    pub withdrawn_at: Option<Moment>,
    /// The first instant at which it takes no more answers.
    pub due_at: Option<Moment>,
    /// When it was handed in.
    pub submitted_at: Option<Moment>,
    /// The first instant at which an answer that was on its way is no longer taken.
    pub taken_until: Option<Moment>,
    /// Since when it runs: no answer is from before that, whatever the clock says.
    pub started_at: Moment,
    /// The window or device that answers it.
    pub holder: Option<String>,
    /// What it was drawn under.
    pub plan: Option<Json<Plan>>,
    /// The questions it asks.
    pub question_ids: Json<Vec<QuestionId>>,
    /// The number of its last step.
    pub last: Option<i32>,
}

/// What decides whether an answer to an attempt is taken.
pub fn answering(r: &mut Read, id: AttemptId) -> Result<Option<Answering>, Problem> {
    let last = quiz_steps::table
        .filter(quiz_steps::attempt_id.eq(quiz_attempts::id))
        .select(max(quiz_steps::sequence))
        .single_value();
    Ok(quiz_attempts::table
        .inner_join(enrolments::table)
        .filter(quiz_attempts::id.eq(id))
        .select((
            enrolments::person_id,
            enrolments::withdrawn_at,
            quiz_attempts::due_at,
            quiz_attempts::submitted_at,
            quiz_attempts::taken_until,
            quiz_attempts::started_at,
            quiz_attempts::holder,
            quiz_attempts::plan,
            quiz_attempts::question_ids,
            last,
        ))
        .first(r.conn())
        .optional()?)
}

/// A question of the quiz that an attempt is at, with whose attempt it is and the questions that it asks.
pub fn asked(
    r: &mut Read,
    attempt: AttemptId,
    question: QuestionId,
) -> Result<Option<(PersonId, Vec<QuestionId>, Question)>, Problem> {
    let found: Option<(PersonId, Json<Vec<QuestionId>>, Json<Question>)> = quiz_attempts::table
        .inner_join(enrolments::table)
        .inner_join(question_versions::table.on(question_versions::id.eq(question)))
        .filter(quiz_attempts::id.eq(attempt))
        .select((enrolments::person_id, quiz_attempts::question_ids, question_versions::definition))
        .first(r.conn())
        .optional()?;
    Ok(found.map(|(person, asked, question)| (person, asked.0, question.0)))
}

/// A step about to be written.
#[derive(Debug, Clone)]
pub struct NewStep<'a> {
    /// Of which attempt.
    pub attempt: AttemptId,
    /// Its number, from 1.
    pub sequence: i32,
    /// The question.
    pub question: QuestionId,
    /// The answer.
    pub response: &'a Response,
    /// Whether it was handed over to be checked.
    pub checked: bool,
    /// When.
    pub at: Moment,
}

/// Writes a step.
pub fn insert_step(w: &mut Write, new: &NewStep<'_>) -> Result<(), Problem> {
    diesel::insert_into(quiz_steps::table)
        .values((
            quiz_steps::attempt_id.eq(new.attempt),
            quiz_steps::sequence.eq(new.sequence),
            quiz_steps::question_id.eq(new.question),
            quiz_steps::response.eq(Json(new.response.to_json())),
            quiz_steps::answered_at.eq(new.at),
            quiz_steps::checked.eq(new.checked),
        ))
        .execute(w.conn())?;
    Ok(())
}

/// A step.
#[derive(Debug, Clone, Queryable)]
pub struct StepRow {
    /// Its number, from 1.
    pub sequence: i32,
    /// The question.
    pub question_id: QuestionId,
    /// The answer in its wire form.
    pub response: Json<Value>,
    /// When.
    pub answered_at: Moment,
    /// Whether it was handed over to be checked.
    pub checked: bool,
}

/// The steps of an attempt in their order.
pub fn steps(r: &mut Read, attempt: AttemptId) -> Result<Vec<StepRow>, Problem> {
    Ok(quiz_steps::table
        .filter(quiz_steps::attempt_id.eq(attempt))
        .order(quiz_steps::sequence)
        .select((
            quiz_steps::sequence,
            quiz_steps::question_id,
            quiz_steps::response,
            quiz_steps::answered_at,
            quiz_steps::checked,
        ))
        .load(r.conn())?)
}

/// The steps of several attempts at one question, each list in its order.
pub fn steps_at(
    r: &mut Read,
    question: QuestionId,
    attempts: &[AttemptId],
) -> Result<HashMap<AttemptId, Vec<StepRow>>, Problem> {
    let rows: Vec<(AttemptId, StepRow)> = quiz_steps::table
        .filter(quiz_steps::question_id.eq(question))
        .filter(quiz_steps::attempt_id.eq_any(attempts.to_vec()))
        .order((quiz_steps::attempt_id, quiz_steps::sequence))
        .select((
            quiz_steps::attempt_id,
            (
                quiz_steps::sequence,
                quiz_steps::question_id,
                quiz_steps::response,
                quiz_steps::answered_at,
                quiz_steps::checked,
            ),
        ))
        .load(r.conn())?;
    let mut steps: HashMap<AttemptId, Vec<StepRow>> = HashMap::new();
    for (attempt, step) in rows {
        steps.entry(attempt).or_default().push(step);
    }
    Ok(steps)
}

/// Writes the mark of a question.
pub fn insert_mark(
    w: &mut Write,
    attempt: AttemptId,
    question: QuestionId,
    mark: Mark,
) -> Result<(), Problem> {
    diesel::insert_into(quiz_marks::table)
        .values((
            quiz_marks::attempt_id.eq(attempt),
            quiz_marks::question_id.eq(question),
            quiz_marks::fraction.eq(mark.fraction.map(|share| share.0)),
            quiz_marks::points.eq(mark.points.0),
        ))
        .execute(w.conn())?;
    Ok(())
}

/// The mark of a question: the share that is right, `None` while a person has yet to say, and the points it gave.
pub type MarkRow = (QuestionId, Option<Weight>, MilliPoints);

/// The marks of an attempt.
pub fn marks(r: &mut Read, attempt: AttemptId) -> Result<Vec<MarkRow>, Problem> {
    Ok(marks_of(r, &[attempt])?.remove(&attempt).unwrap_or_default())
}

/// The marks of several attempts.
pub fn marks_of(r: &mut Read, attempts: &[AttemptId]) -> Result<HashMap<AttemptId, Vec<MarkRow>>, Problem> {
    let rows: Vec<(AttemptId, QuestionId, Option<i32>, i32)> = quiz_marks::table
        .filter(quiz_marks::attempt_id.eq_any(attempts.to_vec()))
        .select((quiz_marks::attempt_id, quiz_marks::question_id, quiz_marks::fraction, quiz_marks::points))
        .load(r.conn())?;
    let mut marks: HashMap<AttemptId, Vec<MarkRow>> = HashMap::new();
    for (attempt, question, fraction, points) in rows {
        let mark = (question, fraction.map(Weight), MilliPoints(points));
        marks.entry(attempt).or_default().push(mark);
    }
    Ok(marks)
}

/// The share and the points of every mark of a trainee at a quiz, by attempt and question.
pub fn all_marks(
    r: &mut Read,
    enrolment: EnrolmentId,
    quiz: ActivityId,
) -> Result<HashMap<(AttemptId, QuestionId), marks::Standing>, Problem> {
    let rows: Vec<(AttemptId, QuestionId, Option<i32>, i32)> = quiz_marks::table
        .inner_join(quiz_attempts::table)
        .filter(quiz_attempts::enrolment_id.eq(enrolment))
        .filter(quiz_attempts::activity_id.eq(quiz))
        .select((quiz_marks::attempt_id, quiz_marks::question_id, quiz_marks::fraction, quiz_marks::points))
        .load(r.conn())?;
    let mark = |(attempt, question, share, points): (AttemptId, QuestionId, Option<i32>, i32)| {
        ((attempt, question), (share.map(Weight), MilliPoints(points)))
    };
    Ok(rows.into_iter().map(mark).collect())
}

/// How an attempt was handed in.
#[derive(Debug, Clone, Copy)]
pub struct Submission {
    /// As of when.
    pub at: Moment,
    /// Whether the clock did it.
    pub by_clock: bool,
    /// Whether it passed.
    pub passed: Option<bool>,
}

/// Closes an attempt that is open; `false` when it was closed before.
pub fn close(w: &mut Write, id: AttemptId, how: Submission, outcome: Outcome) -> Result<bool, Problem> {
    let open =
        quiz_attempts::table.filter(quiz_attempts::id.eq(id)).filter(quiz_attempts::submitted_at.is_null());
    let closed = diesel::update(open)
        .set((
            quiz_attempts::submitted_at.eq(how.at),
            quiz_attempts::submitted_by_clock.eq(how.by_clock),
            quiz_attempts::points.eq(outcome.points.0),
            quiz_attempts::max_points.eq(outcome.most.0),
            quiz_attempts::result_permille.eq((!outcome.waiting).then_some(outcome.result)),
            quiz_attempts::passed.eq(how.passed),
        ))
        .execute(w.conn())?;
    Ok(closed > 0)
}

/// Notes which window or device answers an attempt from now on.
pub fn set_holder(w: &mut Write, id: AttemptId, holder: &str) -> Result<(), Problem> {
    diesel::update(quiz_attempts::table.filter(quiz_attempts::id.eq(id)))
        .set(quiz_attempts::holder.eq(holder))
        .execute(w.conn())?;
    Ok(())
}
