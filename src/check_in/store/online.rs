//! Who joined the meeting, and who answered that they are still there.

use crate::db::schema::{check_in_answers, check_in_joins, enrolments};
use crate::db::{Read, Write, each};
use crate::kernel::{EnrolmentId, Moment, Problem, SessionId};
use diesel::prelude::*;

/// When people joined the meeting of a session first, the earliest first.
pub fn joins(r: &mut Read, session: SessionId) -> Result<Vec<(EnrolmentId, Moment)>, Problem> {
    Ok(check_in_joins::table
        .inner_join(enrolments::table)
        .filter(check_in_joins::session_id.eq(session))
        .filter(enrolments::withdrawn_at.is_null())
        .order((check_in_joins::joined_at, check_in_joins::id))
        .select((check_in_joins::enrolment_id, check_in_joins::joined_at))
        .load(r.conn())?)
}

/// When somebody joined first.
pub fn joined(r: &mut Read, session: SessionId, who: EnrolmentId) -> Result<Option<Moment>, Problem> {
    Ok(check_in_joins::table
        .filter(check_in_joins::session_id.eq(session))
        .filter(check_in_joins::enrolment_id.eq(who))
        .select(check_in_joins::joined_at)
        .first(r.conn())
        .optional()?)
}

/// Notes that somebody joined, the first time.
pub fn join(w: &mut Write, session: SessionId, who: EnrolmentId, now: Moment) -> Result<(), Problem> {
    use check_in_joins as rows;
    let insert = diesel::insert_into(rows::table).values((
        rows::session_id.eq(session),
        rows::enrolment_id.eq(who),
        rows::joined_at.eq(now),
    ));
    each!(w.conn(), c => {
        insert.on_conflict((rows::session_id, rows::enrolment_id)).do_nothing().execute(c)?
    });
    Ok(())
}

/// The questions of a session that were answered since a moment, by person. Answers before it were to questions asked
/// at other times.
pub fn answers(r: &mut Read, session: SessionId, since: Moment) -> Result<Vec<(EnrolmentId, i32)>, Problem> {
    Ok(check_in_answers::table
        .filter(check_in_answers::session_id.eq(session))
        .filter(check_in_answers::answered_at.ge(since))
        .select((check_in_answers::enrolment_id, check_in_answers::prompt))
        .load(r.conn())?)
}

/// Whether somebody has answered a question since a moment.
pub fn answered(
    r: &mut Read,
    session: SessionId,
    (who, prompt): (EnrolmentId, i32),
    since: Moment,
) -> Result<bool, Problem> {
    let found: i64 = check_in_answers::table
        .filter(check_in_answers::session_id.eq(session))
        .filter(check_in_answers::enrolment_id.eq(who))
        .filter(check_in_answers::prompt.eq(prompt))
        .filter(check_in_answers::answered_at.ge(since))
        .count()
        .get_result(r.conn())?;
    Ok(found > 0)
}

/// Notes that somebody answered a question. An answer to another question of the same number, which was asked at other
/// times, gives way.
pub fn answer(
    w: &mut Write,
    session: SessionId,
    (who, prompt): (EnrolmentId, i32),
    now: Moment,
) -> Result<(), Problem> {
    use check_in_answers as rows;
    let insert = diesel::insert_into(rows::table).values((
        rows::session_id.eq(session),
        rows::enrolment_id.eq(who),
        rows::prompt.eq(prompt),
        rows::answered_at.eq(now),
    ));
    each!(w.conn(), c => {
        insert
            .on_conflict((rows::session_id, rows::enrolment_id, rows::prompt))
            .do_update()
            .set(rows::answered_at.eq(now))
            .execute(c)?
    });
    Ok(())
}
