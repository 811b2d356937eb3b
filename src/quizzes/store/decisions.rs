//! Regrades as an attempt that is handed in later needs them.

use crate::db::schema::{quiz_regrade_attempts, quiz_regrades};
use crate::db::{Read, Write};
use crate::kernel::{ActivityId, AttemptId, EditionId, Moment, PersonId, Problem, QuestionId, RegradeId};
use diesel::prelude::*;

/// What was decided about a question.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Decision {
    /// The regrade.
    pub regrade: RegradeId,
    /// The version that was asked.
    pub question: QuestionId,
    /// The version it is marked by; nothing when everybody gets full marks.
    pub by_question: Option<QuestionId>,
    /// Why.
    pub reason: String,
    /// Who decided it.
    pub ordered_by: Option<PersonId>,
}

/// What was decided about the questions of a quiz in an edition, the oldest first.
pub fn decisions(r: &mut Read, edition: EditionId, quiz: ActivityId) -> Result<Vec<Decision>, Problem> {
    Ok(quiz_regrades::table
        .filter(quiz_regrades::edition_id.eq(edition))
        .filter(quiz_regrades::activity_id.eq(quiz))
        .order(quiz_regrades::id)
        .select((
            quiz_regrades::id,
            quiz_regrades::question_id,
            quiz_regrades::by_question_id,
            quiz_regrades::reason,
            quiz_regrades::ordered_by,
        ))
        .load(r.conn())?)
}

/// What a decision made of an attempt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecidedAttempt {
    /// The attempt.
    pub attempt: AttemptId,
    /// Thousandths of a point of the question before.
    pub old_points: i32,
    /// Thousandths of a point of the question after.
    pub new_points: i32,
    /// Whether the attempt passed before.
    pub old_passed: Option<bool>,
    /// Whether it passes after.
    pub new_passed: Option<bool>,
}

/// Writes down what a decision made of an attempt, once.
pub fn add_attempt(w: &mut Write, id: RegradeId, done: &DecidedAttempt, now: Moment) -> Result<(), Problem> {
    diesel::insert_into(quiz_regrade_attempts::table)
        .values((
            quiz_regrade_attempts::regrade_id.eq(id),
            quiz_regrade_attempts::attempt_id.eq(done.attempt),
            quiz_regrade_attempts::old_points.eq(done.old_points),
            quiz_regrade_attempts::new_points.eq(done.new_points),
            quiz_regrade_attempts::old_passed.eq(done.old_passed),
            quiz_regrade_attempts::new_passed.eq(done.new_passed),
            quiz_regrade_attempts::done_at.eq(now),
        ))
        .execute(w.conn())?;
    Ok(())
}
