//! Questions of an attempt that its trainee means to come back to.

use crate::db::schema::quiz_flags;
use crate::db::{Read, Write, each};
use crate::kernel::{AttemptId, Moment, Problem, QuestionId};
use diesel::prelude::*;
use std::collections::HashSet;

/// The flags of an attempt.
pub fn of(r: &mut Read, attempt: AttemptId) -> Result<HashSet<QuestionId>, Problem> {
    let rows: Vec<QuestionId> = quiz_flags::table
        .filter(quiz_flags::attempt_id.eq(attempt))
        .select(quiz_flags::question_id)
        .load(r.conn())?;
    Ok(rows.into_iter().collect())
}

/// Puts a flag on a question; one that is there stays.
pub fn put(w: &mut Write, (attempt, question): (AttemptId, QuestionId), now: Moment) -> Result<(), Problem> {
    let insert = diesel::insert_into(quiz_flags::table).values((
        quiz_flags::attempt_id.eq(attempt),
        quiz_flags::question_id.eq(question),
        quiz_flags::flagged_at.eq(now),
    ));
    each!(w.conn(), c => {
        insert.on_conflict((quiz_flags::attempt_id, quiz_flags::question_id)).do_nothing().execute(c)?
    });
    Ok(())
}

/// Takes a flag off, if there is one.
pub fn take_off(w: &mut Write, (attempt, question): (AttemptId, QuestionId)) -> Result<(), Problem> {
    let one = quiz_flags::table
        .filter(quiz_flags::attempt_id.eq(attempt))
        .filter(quiz_flags::question_id.eq(question));
    diesel::delete(one).execute(w.conn())?;
    Ok(())
}
