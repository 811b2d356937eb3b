//! Rows that say that a debrief was opened to everybody.

use crate::db::schema::case_debriefs as table;
use crate::db::{Read, Write};
use crate::kernel::{ActivityId, EditionId, Moment, PersonId, Problem};
use diesel::prelude::*;

/// Since when the debrief of a case is open to everybody in an edition.
pub fn debrief_opened(
    r: &mut Read,
    edition: EditionId,
    activity: ActivityId,
) -> Result<Option<Moment>, Problem> {
    Ok(table::table.find((edition, activity)).select(table::opened_at).first(r.conn()).optional()?)
}

/// Opens it.
pub fn insert_debrief(
    w: &mut Write,
    (edition, activity): (EditionId, ActivityId),
    by: Option<PersonId>,
    now: Moment,
) -> Result<(), Problem> {
    diesel::insert_into(table::table)
        .values((
            table::edition_id.eq(edition),
            table::activity_id.eq(activity),
            table::opened_at.eq(now),
            table::opened_by.eq(by),
        ))
        .execute(w.conn())?;
    Ok(())
}
