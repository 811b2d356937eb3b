//! How far the steps of a staged case were gone through; the room to the right writes them.

use crate::db::Read;
use crate::db::schema::case_steps;
use crate::kernel::{ActivityId, EnrolmentId, Problem};
use diesel::dsl::max;
use diesel::prelude::*;

/// The last run that was begun, and the last one that came to an end.
pub fn runs(
    r: &mut Read,
    enrolment: EnrolmentId,
    activity: ActivityId,
) -> Result<(Option<i32>, Option<i32>), Problem> {
    let own = case_steps::table
        .filter(case_steps::enrolment_id.eq(enrolment))
        .filter(case_steps::activity_id.eq(activity));
    let begun = own.select(max(case_steps::run)).first(r.conn())?;
    let ended = own.filter(case_steps::is_end.eq(true)).select(max(case_steps::run)).first(r.conn())?;
    Ok((begun, ended))
}
