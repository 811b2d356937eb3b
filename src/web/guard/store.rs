//! Rows of forms that have done their work.

use crate::db::Write;
use crate::db::schema::form_submissions;
use crate::kernel::{Moment, PersonId, Problem};
use diesel::prelude::*;
use diesel::result::{DatabaseErrorKind, Error};

/// Notes a form; `false` when it was noted before.
pub fn first_time(w: &mut Write, key: &str, person: Option<PersonId>, now: Moment) -> Result<bool, Problem> {
    let known: i64 =
        form_submissions::table.filter(form_submissions::form_key.eq(key)).count().get_result(w.conn())?;
    if known > 0 {
        return Ok(false);
    }
    let noted = diesel::insert_into(form_submissions::table)
        .values((
            form_submissions::form_key.eq(key),
            form_submissions::person_id.eq(person),
            form_submissions::created_at.eq(now),
        ))
        .execute(w.conn());
    match noted {
        // Two requests with the same form at the same instant: the other one was first.
        Err(Error::DatabaseError(DatabaseErrorKind::UniqueViolation, _)) => Ok(false),
        other => Ok(other.map(|_| true)?),
    }
}

/// Forgets forms older than a moment.
pub fn forget_before(w: &mut Write, before: Moment) -> Result<usize, Problem> {
    Ok(diesel::delete(form_submissions::table.filter(form_submissions::created_at.lt(before)))
        .execute(w.conn())?)
}
