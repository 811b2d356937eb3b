//! Rows of appeals.

use crate::db::schema::{enrolments, quiz_appeal_decisions, quiz_appeals, quiz_attempts};
use crate::db::{Read, Write};
use crate::kernel::{ActivityId, AppealId, AttemptId, EditionId, Moment, PersonId, Problem, QuestionId};
use diesel::prelude::*;

/// An appeal without its author.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct OpenAppeal {
    /// The appeal.
    pub id: AppealId,
    /// In which edition.
    pub edition: EditionId,
    /// About which quiz.
    pub activity: ActivityId,
    /// About which attempt.
    pub attempt: AttemptId,
    /// About which question.
    pub question: QuestionId,
    /// What the trainee says.
    pub text: String,
    /// Since when it waits.
    pub made_at: Moment,
    /// Whose: only to keep people from deciding their own.
    pub person: PersonId,
}

type Columns = (
    quiz_appeals::id,
    enrolments::edition_id,
    quiz_attempts::activity_id,
    quiz_appeals::attempt_id,
    quiz_appeals::question_id,
    quiz_appeals::text,
    quiz_appeals::made_at,
    enrolments::person_id,
);

const APPEAL: Columns = (
    quiz_appeals::id,
    enrolments::edition_id,
    quiz_attempts::activity_id,
    quiz_appeals::attempt_id,
    quiz_appeals::question_id,
    quiz_appeals::text,
    quiz_appeals::made_at,
    enrolments::person_id,
);

/// Appeals of editions that nobody has decided, the oldest first.
pub fn open_appeals(
    r: &mut Read,
    editions: &[EditionId],
    not_of: Option<PersonId>,
) -> Result<Vec<OpenAppeal>, Problem> {
    Ok(quiz_appeals::table
        .inner_join(quiz_attempts::table.inner_join(enrolments::table))
        .left_join(quiz_appeal_decisions::table)
        .filter(quiz_appeal_decisions::appeal_id.is_null())
        .filter(enrolments::edition_id.eq_any(editions.to_vec()))
        .filter(enrolments::withdrawn_at.is_null())
        .filter(enrolments::person_id.ne(not_of.unwrap_or(PersonId(0))))
        .order(quiz_appeals::id)
        .select(APPEAL)
        .load(r.conn())?)
}

/// An appeal.
pub fn appeal(r: &mut Read, id: AppealId) -> Result<Option<OpenAppeal>, Problem> {
    Ok(quiz_appeals::table
        .inner_join(quiz_attempts::table.inner_join(enrolments::table))
        .filter(quiz_appeals::id.eq(id))
        .select(APPEAL)
        .first(r.conn())
        .optional()?)
}

/// Writes an appeal.
pub fn insert_appeal(
    w: &mut Write,
    (attempt, question): (AttemptId, QuestionId),
    text: &str,
    now: Moment,
) -> Result<AppealId, Problem> {
    Ok(diesel::insert_into(quiz_appeals::table)
        .values((
            quiz_appeals::attempt_id.eq(attempt),
            quiz_appeals::question_id.eq(question),
            quiz_appeals::text.eq(text),
            quiz_appeals::made_at.eq(now),
        ))
        .returning(quiz_appeals::id)
        .get_result(w.conn())?)
}

/// Writes what came of an appeal.
pub fn insert_decision(
    w: &mut Write,
    id: AppealId,
    (accepted, answer): (bool, &str),
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    diesel::insert_into(quiz_appeal_decisions::table)
        .values((
            quiz_appeal_decisions::appeal_id.eq(id),
            quiz_appeal_decisions::accepted.eq(accepted),
            quiz_appeal_decisions::answer.eq(answer),
            quiz_appeal_decisions::decided_by.eq(by),
            quiz_appeal_decisions::decided_at.eq(now),
        ))
        .execute(w.conn())?;
    Ok(())
}
