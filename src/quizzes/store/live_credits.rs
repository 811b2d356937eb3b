//! What live quizzes gave somebody that were let count. A completion keeps one number only.

use crate::db::Read;
use crate::db::schema::{live_credit_results, live_credits, live_quizzes};
use crate::kernel::{ActivityId, EnrolmentId, Moment, Permille, Problem};
use diesel::prelude::*;

/// What a trainee reached in the live quizzes of a quiz whose results were let count, with when that was, the earliest
/// first.
pub fn of(
    r: &mut Read,
    enrolment: EnrolmentId,
    quiz: ActivityId,
) -> Result<Vec<(Moment, Permille)>, Problem> {
    Ok(live_credit_results::table
        .inner_join(live_quizzes::table.inner_join(live_credits::table))
        .filter(live_credit_results::enrolment_id.eq(enrolment))
        .filter(live_quizzes::activity_id.eq(quiz))
        .order((live_credits::credited_at, live_quizzes::id))
        .select((live_credits::credited_at, live_credit_results::result_permille))
        .load(r.conn())?)
}
