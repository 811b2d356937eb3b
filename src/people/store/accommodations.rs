//! More time for a person wherever there is a clock. Rows are only ever added; the latest holds.

use crate::db::schema::accommodations;
use crate::db::{Read, Write};
use crate::kernel::{Moment, PersonId, Problem};
use diesel::prelude::*;

/// How much more time a person has, in per cent, and why; nothing when nothing was ever set.
pub fn latest(r: &mut Read, person: PersonId) -> Result<Option<(i32, String)>, Problem> {
    Ok(accommodations::table
        .filter(accommodations::person_id.eq(person))
        .order(accommodations::id.desc())
        .select((accommodations::extra_time_percent, accommodations::reason))
        .first(r.conn())
        .optional()?)
}

/// Sets how much more time a person has.
pub fn insert(
    w: &mut Write,
    person: PersonId,
    (percent, reason): (i32, &str),
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    diesel::insert_into(accommodations::table)
        .values((
            accommodations::person_id.eq(person),
            accommodations::extra_time_percent.eq(percent),
            accommodations::reason.eq(reason),
            accommodations::set_by.eq(by),
            accommodations::set_at.eq(now),
        ))
        .execute(w.conn())?;
    Ok(())
}
