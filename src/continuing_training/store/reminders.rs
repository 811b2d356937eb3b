//! Letters about quarters that end: each goes once.

use crate::continuing_training::rules::Quarter;
use crate::db::schema::{editions, enrolments, programme_versions, training_reminders};
use crate::db::{Read, Write, each};
use crate::editions::store::EditionRow;
use crate::kernel::{EditionId, EnrolmentId, Moment, PersonId, Problem, ProgrammeId};
use diesel::prelude::*;
use std::collections::{HashMap, HashSet};

/// Who was told of a quarter, so many days before its end, for an edition or another one of its programme in its organisation:
/// the quarter is the mentor's, so one letter about it is enough.
pub fn told(
    r: &mut Read,
    edition: &EditionRow,
    (quarter, lead): (Quarter, i32),
) -> Result<HashSet<PersonId>, Problem> {
    let rows: Vec<(PersonId, EditionId)> = training_reminders::table
        .inner_join(enrolments::table)
        .filter(training_reminders::year.eq(quarter.year()))
        .filter(training_reminders::quarter.eq(quarter.number()))
        .filter(training_reminders::lead_days.eq(lead))
        .select((enrolments::person_id, enrolments::edition_id))
        .load(r.conn())?;
    let where_told: HashSet<EditionId> = rows.iter().map(|(_, edition)| *edition).collect();
    let programmes: Vec<(EditionId, ProgrammeId)> = editions::table
        .inner_join(programme_versions::table)
        .filter(editions::organisation_id.eq(edition.organisation_id))
        .filter(editions::id.eq_any(where_told.into_iter().chain([edition.id]).collect::<Vec<_>>()))
        .select((editions::id, programme_versions::programme_id))
        .load(r.conn())?;
    let programmes: HashMap<EditionId, ProgrammeId> = programmes.into_iter().collect();
    let own = programmes.get(&edition.id);
    let same = |(_, there): &(PersonId, EditionId)| own.is_some() && programmes.get(there) == own;
    Ok(rows.into_iter().filter(same).map(|(person, _)| person).collect())
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
