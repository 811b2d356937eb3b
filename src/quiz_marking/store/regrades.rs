//! Rows of regrades.

use crate::db::schema::{
    enrolments, people, question_versions, quiz_attempts, quiz_marks, quiz_regrade_attempts, quiz_regrades,
};
use crate::db::{Json, Read, Write};
use crate::kernel::{
    ActivityId, AttemptId, EditionId, Moment, PersonId, PersonName, Problem, QuestionId, RegradeId,
};
use crate::questions::rules::Question;
pub use crate::quizzes::store::decisions::{DecidedAttempt as RegradeAttempt, add_attempt};
use diesel::dsl::exists;
use diesel::prelude::*;

/// A regrade.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct RegradeRow {
    /// The regrade.
    pub id: RegradeId,
    /// In which edition.
    pub edition: EditionId,
    /// Of which quiz.
    pub activity: ActivityId,
    /// The version that was asked.
    pub question: QuestionId,
    /// The version it is marked by; nothing when everybody gets full marks.
    pub by_question: Option<QuestionId>,
    /// Why.
    pub reason: String,
    /// Who ordered it.
    pub ordered_by: Option<PersonId>,
    /// When.
    pub ordered_at: Moment,
    /// When the last attempt was done.
    pub finished_at: Option<Moment>,
}

/// A regrade.
pub fn regrade(r: &mut Read, id: RegradeId) -> Result<Option<RegradeRow>, Problem> {
    Ok(quiz_regrades::table
        .filter(quiz_regrades::id.eq(id))
        .select((
            quiz_regrades::id,
            quiz_regrades::edition_id,
            quiz_regrades::activity_id,
            quiz_regrades::question_id,
            quiz_regrades::by_question_id,
            quiz_regrades::reason,
            quiz_regrades::ordered_by,
            quiz_regrades::ordered_at,
            quiz_regrades::finished_at,
        ))
        .first(r.conn())
        .optional()?)
}

/// The regrades of a quiz in an edition, the newest first.
pub fn regrades_of(
    r: &mut Read,
    edition: EditionId,
    activity: ActivityId,
) -> Result<Vec<RegradeId>, Problem> {
    Ok(quiz_regrades::table
        .filter(quiz_regrades::edition_id.eq(edition))
        .filter(quiz_regrades::activity_id.eq(activity))
        .order(quiz_regrades::id.desc())
        .select(quiz_regrades::id)
        .load(r.conn())?)
}

/// A regrade about to be written.
#[derive(Debug, Clone)]
pub struct NewRegrade {
    /// In which edition.
    pub edition: EditionId,
    /// Of which quiz.
    pub activity: ActivityId,
    /// The version that was asked.
    pub question: QuestionId,
    /// The version it is marked by; nothing for full marks.
    pub by_question: Option<QuestionId>,
    /// Why.
    pub reason: String,
}

/// Writes a regrade.
pub fn insert_regrade(
    w: &mut Write,
    new: &NewRegrade,
    (by, now): (Option<PersonId>, Moment),
) -> Result<RegradeId, Problem> {
    Ok(diesel::insert_into(quiz_regrades::table)
        .values((
            quiz_regrades::edition_id.eq(new.edition),
            quiz_regrades::activity_id.eq(new.activity),
            quiz_regrades::question_id.eq(new.question),
            quiz_regrades::by_question_id.eq(new.by_question),
            quiz_regrades::reason.eq(&new.reason),
            quiz_regrades::ordered_by.eq(by),
            quiz_regrades::ordered_at.eq(now),
        ))
        .returning(quiz_regrades::id)
        .get_result(w.conn())?)
}

/// Notes that every attempt of a regrade is done.
pub fn finish(w: &mut Write, id: RegradeId, now: Moment) -> Result<(), Problem> {
    diesel::update(quiz_regrades::table.filter(quiz_regrades::id.eq(id)))
        .set(quiz_regrades::finished_at.eq(now))
        .execute(w.conn())?;
    Ok(())
}

/// All answers that were handed in to a question of a quiz in an edition, those of trainees who left too: a regrade
/// is about marks that are right, and who left may come back.
pub fn handed_in(
    r: &mut Read,
    (edition, activity, question): (EditionId, ActivityId, QuestionId),
) -> Result<Vec<AttemptId>, Problem> {
    Ok(quiz_marks::table
        .inner_join(quiz_attempts::table.inner_join(enrolments::table))
        .filter(quiz_marks::question_id.eq(question))
        .filter(quiz_attempts::activity_id.eq(activity))
        .filter(enrolments::edition_id.eq(edition))
        .filter(quiz_attempts::submitted_at.is_not_null())
        .order((quiz_attempts::submitted_at, quiz_attempts::id))
        .select(quiz_attempts::id)
        .load(r.conn())?)
}

/// Those of [`handed_in`] that a regrade has not done yet, a few at a time. One that was handed in while the regrade
/// was ordered is among them: what was decided reaches it in one way or the other.
pub fn pending(r: &mut Read, row: &RegradeRow, limit: i64) -> Result<Vec<AttemptId>, Problem> {
    let done = quiz_regrade_attempts::table
        .filter(quiz_regrade_attempts::regrade_id.eq(row.id))
        .filter(quiz_regrade_attempts::attempt_id.eq(quiz_attempts::id));
    Ok(quiz_marks::table
        .inner_join(quiz_attempts::table.inner_join(enrolments::table))
        .filter(quiz_marks::question_id.eq(row.question))
        .filter(quiz_attempts::activity_id.eq(row.activity))
        .filter(enrolments::edition_id.eq(row.edition))
        .filter(quiz_attempts::submitted_at.is_not_null())
        .filter(diesel::dsl::not(exists(done)))
        .order(quiz_attempts::id)
        .limit(limit)
        .select(quiz_attempts::id)
        .load(r.conn())?)
}

/// What a regrade made of its attempts, with their authors, in their order.
pub fn attempts(r: &mut Read, id: RegradeId) -> Result<Vec<(RegradeAttempt, PersonName)>, Problem> {
    type Columns = ((AttemptId, i32, i32, Option<bool>, Option<bool>), (String, String, Option<String>));
    let rows: Vec<Columns> = quiz_regrade_attempts::table
        .inner_join(quiz_attempts::table.inner_join(enrolments::table))
        .inner_join(people::table.on(people::id.eq(enrolments::person_id)))
        .filter(quiz_regrade_attempts::regrade_id.eq(id))
        .order(quiz_regrade_attempts::attempt_id)
        .select((
            (
                quiz_regrade_attempts::attempt_id,
                quiz_regrade_attempts::old_points,
                quiz_regrade_attempts::new_points,
                quiz_regrade_attempts::old_passed,
                quiz_regrade_attempts::new_passed,
            ),
            (people::surname, people::given_name, people::patronymic),
        ))
        .load(r.conn())?;
    let row = |((attempt, old_points, new_points, old_passed, new_passed), name): Columns| {
        let (surname, given_name, patronymic) = name;
        let done = RegradeAttempt { attempt, old_points, new_points, old_passed, new_passed };
        (done, PersonName { surname, given_name, patronymic })
    };
    Ok(rows.into_iter().map(row).collect())
}

/// How many attempts at a quiz in an edition are under way that ask a question.
pub fn under_way(
    r: &mut Read,
    (edition, activity, question): (EditionId, ActivityId, QuestionId),
) -> Result<usize, Problem> {
    let open: Vec<Json<Vec<QuestionId>>> = quiz_attempts::table
        .inner_join(enrolments::table)
        .filter(enrolments::edition_id.eq(edition))
        .filter(quiz_attempts::activity_id.eq(activity))
        .filter(quiz_attempts::submitted_at.is_null())
        .select(quiz_attempts::question_ids)
        .load(r.conn())?;
    Ok(open.iter().filter(|asked| asked.0.contains(&question)).count())
}

/// The ready versions of the entry that a version belongs to, the newest first: (row, number, question).
pub fn versions_of(r: &mut Read, id: QuestionId) -> Result<Vec<(QuestionId, i32, Question)>, Problem> {
    let Some(entry) = question_versions::table
        .filter(question_versions::id.eq(id))
        .select(question_versions::entry_id)
        .first::<i64>(r.conn())
        .optional()?
    else {
        return Ok(Vec::new());
    };
    let rows: Vec<(QuestionId, i32, Json<Question>)> = question_versions::table
        .filter(question_versions::entry_id.eq(entry))
        .filter(question_versions::state.eq("ready"))
        .order(question_versions::number.desc())
        .select((question_versions::id, question_versions::number, question_versions::definition))
        .load(r.conn())?;
    Ok(rows.into_iter().map(|(id, number, question)| (id, number, question.0)).collect())
}
