//! Answers that wait for a person. No name is read here but in [`author`], which nobody calls where answers are
//! marked without names.

use crate::db::schema::{
    activities, editions, enrolments, people, question_versions, quiz_attempts, quiz_blind_markings,
    quiz_marks, quiz_steps,
};
use crate::db::{Json, Read, Write};
use crate::kernel::{
    ActivityId, AttemptId, EditionId, EnrolmentId, Localised, Moment, OrganisationId, PersonId, PersonName,
    Problem, QuestionId,
};
use crate::questions::rules::Question;
use diesel::prelude::*;
use serde_json::Value;
use std::collections::HashMap;

/// The answer of an attempt to a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Queryable)]
pub struct AnswerRow {
    /// In which edition.
    pub edition: EditionId,
    /// At which quiz.
    pub activity: ActivityId,
    /// To which question.
    pub question: QuestionId,
    /// In which attempt.
    pub attempt: AttemptId,
    /// What fixes the attempt's order; the number of the answer follows from it.
    pub seed: i64,
    /// Whose attempt: only to keep people from marking their own.
    pub person: PersonId,
    /// Since when it waits.
    pub submitted_at: Option<Moment>,
    /// Ten-millionths that are right; nothing while it waits.
    pub fraction: Option<i32>,
}

/// Answers of editions that wait, the oldest first. Those of withdrawn trainees do not wait.
pub fn waiting(
    r: &mut Read,
    editions: &[EditionId],
    not_of: Option<PersonId>,
) -> Result<Vec<AnswerRow>, Problem> {
    Ok(quiz_marks::table
        .inner_join(quiz_attempts::table.inner_join(enrolments::table))
        .filter(quiz_marks::fraction.is_null())
        .filter(enrolments::edition_id.eq_any(editions.to_vec()))
        .filter(enrolments::withdrawn_at.is_null())
        .filter(enrolments::person_id.ne(not_of.unwrap_or(PersonId(0))))
        .order((quiz_attempts::submitted_at, quiz_attempts::id))
        .select((
            enrolments::edition_id,
            quiz_attempts::activity_id,
            quiz_marks::question_id,
            quiz_attempts::id,
            quiz_attempts::seed,
            enrolments::person_id,
            quiz_attempts::submitted_at,
            quiz_marks::fraction,
        ))
        .load(r.conn())?)
}

/// All answers that were handed in to a question of a quiz in an edition, the oldest first.
pub fn answers_of(
    r: &mut Read,
    (edition, activity, question): (EditionId, ActivityId, QuestionId),
) -> Result<Vec<AnswerRow>, Problem> {
    Ok(quiz_marks::table
        .inner_join(quiz_attempts::table.inner_join(enrolments::table))
        .filter(quiz_marks::question_id.eq(question))
        .filter(quiz_attempts::activity_id.eq(activity))
        .filter(enrolments::edition_id.eq(edition))
        .filter(enrolments::withdrawn_at.is_null())
        .order((quiz_attempts::submitted_at, quiz_attempts::id))
        .select((
            enrolments::edition_id,
            quiz_attempts::activity_id,
            quiz_marks::question_id,
            quiz_attempts::id,
            quiz_attempts::seed,
            enrolments::person_id,
            quiz_attempts::submitted_at,
            quiz_marks::fraction,
        ))
        .load(r.conn())?)
}

/// An answer of one attempt with what surrounds it.
#[derive(Debug, Clone, Queryable)]
pub struct Answered {
    /// The trainee's place.
    pub enrolment: EnrolmentId,
    /// At which quiz.
    pub activity: ActivityId,
    /// What fixes the attempt's order.
    pub seed: i64,
    /// When the attempt was handed in.
    pub submitted_at: Option<Moment>,
    /// Ten-millionths that are right; nothing while it waits.
    pub fraction: Option<i32>,
    /// The points it gives.
    pub points: i32,
    /// The question with its right answer.
    pub question: Json<Question>,
    /// The last answer in its wire form.
    pub response: Option<Json<Value>>,
}

/// The answer of an attempt to a question.
pub fn answer(r: &mut Read, attempt: AttemptId, question: QuestionId) -> Result<Option<Answered>, Problem> {
    let last = quiz_steps::table
        .filter(quiz_steps::attempt_id.eq(attempt))
        .filter(quiz_steps::question_id.eq(question))
        .order(quiz_steps::sequence.desc())
        .limit(1)
        .select(quiz_steps::response)
        .single_value();
    Ok(quiz_marks::table
        .inner_join(quiz_attempts::table)
        .inner_join(question_versions::table)
        .filter(quiz_marks::attempt_id.eq(attempt))
        .filter(quiz_marks::question_id.eq(question))
        .select((
            quiz_attempts::enrolment_id,
            quiz_attempts::activity_id,
            quiz_attempts::seed,
            quiz_attempts::submitted_at,
            quiz_marks::fraction,
            quiz_marks::points,
            question_versions::definition,
            last,
        ))
        .first(r.conn())
        .optional()?)
}

/// The author of an answer.
pub fn author(r: &mut Read, attempt: AttemptId) -> Result<Option<PersonName>, Problem> {
    Ok(authors(r, &[attempt])?.remove(&attempt))
}

/// The authors of attempts.
pub fn authors(r: &mut Read, attempts: &[AttemptId]) -> Result<HashMap<AttemptId, PersonName>, Problem> {
    let names: Vec<(AttemptId, String, String, Option<String>)> = quiz_attempts::table
        .inner_join(enrolments::table.inner_join(people::table.on(people::id.eq(enrolments::person_id))))
        .filter(quiz_attempts::id.eq_any(attempts.to_vec()))
        .select((quiz_attempts::id, people::surname, people::given_name, people::patronymic))
        .load(r.conn())?;
    let name = |(attempt, surname, given_name, patronymic)| {
        (attempt, PersonName { surname, given_name, patronymic })
    };
    Ok(names.into_iter().map(name).collect())
}

/// Titles of editions, and titles of quizzes.
pub type Titles = (HashMap<EditionId, String>, HashMap<ActivityId, Localised>);

/// The titles of these editions and quizzes.
pub fn titles(r: &mut Read, these: &[EditionId], quizzes: &[ActivityId]) -> Result<Titles, Problem> {
    let named: Vec<(EditionId, String)> = editions::table
        .filter(editions::id.eq_any(these.to_vec()))
        .select((editions::id, editions::title))
        .load(r.conn())?;
    let titled: Vec<(ActivityId, Json<Localised>)> = activities::table
        .filter(activities::id.eq_any(quizzes.to_vec()))
        .select((activities::id, activities::title))
        .load(r.conn())?;
    let titled = titled.into_iter().map(|(id, title)| (id, title.0)).collect();
    Ok((named.into_iter().collect(), titled))
}

/// The editions that organisations run; those of every organisation without a list.
pub fn editions_of(
    r: &mut Read,
    organisations: Option<&[OrganisationId]>,
) -> Result<Vec<EditionId>, Problem> {
    Ok(match organisations {
        None => editions::table.select(editions::id).load(r.conn())?,
        Some(organisations) => editions::table
            .filter(editions::organisation_id.eq_any(organisations.to_vec()))
            .select(editions::id)
            .load(r.conn())?,
    })
}

/// From now on a quiz of an edition is marked without names.
pub fn set_blind(
    w: &mut Write,
    (edition, activity): (EditionId, ActivityId),
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    diesel::insert_into(quiz_blind_markings::table)
        .values((
            quiz_blind_markings::edition_id.eq(edition),
            quiz_blind_markings::activity_id.eq(activity),
            quiz_blind_markings::set_at.eq(now),
            quiz_blind_markings::set_by.eq(by),
        ))
        .execute(w.conn())?;
    Ok(())
}

/// From now on a quiz of an edition is marked with names again.
pub fn lift_blind(
    w: &mut Write,
    (edition, activity): (EditionId, ActivityId),
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    let in_force = quiz_blind_markings::table
        .filter(quiz_blind_markings::edition_id.eq(edition))
        .filter(quiz_blind_markings::activity_id.eq(activity))
        .filter(quiz_blind_markings::lifted_at.is_null());
    diesel::update(in_force)
        .set((quiz_blind_markings::lifted_at.eq(now), quiz_blind_markings::lifted_by.eq(by)))
        .execute(w.conn())?;
    Ok(())
}
