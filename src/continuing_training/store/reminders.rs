//! Letters about quarters that end: each goes once.

use crate::continuing_training::rules::Quarter;
use crate::db::schema::{enrolments, training_reminders};
use crate::db::{Read, Write, each};
use crate::kernel::{EditionId, EnrolmentId, Moment, Problem};
use diesel::prelude::*;
use std::collections::HashSet;

/// The people of an edition who were told of a quarter, so many days before its end.
pub fn told(
    r: &mut Read,
    edition: EditionId,
    (quarter, lead): (Quarter, i32),
) -> Result<HashSet<EnrolmentId>, Problem> {
    let rows: Vec<EnrolmentId> = training_reminders::table
        .inner_join(enrolments::table)
        .filter(enrolments::edition_id.eq(edition))
        .filter(training_reminders::year.eq(quarter.year()))
        .filter(training_reminders::quarter.eq(quarter.number()))
        .filter(training_reminders::lead_days.eq(lead))
        .select(training_reminders::enrolment_id)
        .load(r.conn())?;
    Ok(rows.into_iter().collect())
}

/// Notes that somebody is told; `false` when that was done before.
pub fn note(
    w: &mut Write,
    enrolment: EnrolmentId,
    (quarter, lead): (Quarter, i32),
    now: Moment,
) -> Result<bool, Problem> {
    let insert = diesel::insert_into(training_reminders::table).values((
        training_reminders::enrolment_id.eq(enrolment),
        training_reminders::year.eq(quarter.year()),
        training_reminders::quarter.eq(quarter.number()),
        training_reminders::lead_days.eq(lead),
        training_reminders::sent_at.eq(now),
    ));
    let noted: usize = each!(w.conn(), c => {
        insert
            .on_conflict((
                training_reminders::enrolment_id,
                training_reminders::year,
                training_reminders::quarter,
                training_reminders::lead_days,
            ))
            .do_nothing()
            .execute(c)?
    });
    Ok(noted > 0)
}
