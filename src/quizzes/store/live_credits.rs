//! What live quizzes gave somebody that were let count. A completion keeps one number only.

use crate::db::Read;
use crate::db::schema::{live_credit_results, live_quizzes};
use crate::kernel::{ActivityId, EnrolmentId, Permille, Problem};
use diesel::prelude::*;

/// The best that a trainee reached in the live quizzes of a quiz whose results were let count.
pub fn best(r: &mut Read, enrolment: EnrolmentId, quiz: ActivityId) -> Result<Option<Permille>, Problem> {
    Ok(live_credit_results::table
        .inner_join(live_quizzes::table)
        .filter(live_credit_results::enrolment_id.eq(enrolment))
        .filter(live_quizzes::activity_id.eq(quiz))
        .select(diesel::dsl::max(live_credit_results::result_permille))
        .first(r.conn())?)
}
