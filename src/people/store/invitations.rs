//! Who has asked for invitations to sessions by mail, which their calendar takes over by itself. Off until asked for.

use crate::db::schema::calendar_invitations;
use crate::db::{Read, Write};
use crate::kernel::{Moment, PersonId, Problem};
use diesel::prelude::*;

/// Whether somebody has asked for invitations.
pub fn asked(r: &mut Read, person: PersonId) -> Result<bool, Problem> {
    let found: i64 = calendar_invitations::table
        .filter(calendar_invitations::person_id.eq(person))
        .count()
        .get_result(r.conn())?;
    Ok(found > 0)
}

/// Notes that somebody asks for invitations, or no longer does.
pub fn set(w: &mut Write, person: PersonId, wanted: bool, now: Moment) -> Result<(), Problem> {
    diesel::delete(calendar_invitations::table.filter(calendar_invitations::person_id.eq(person)))
        .execute(w.conn())?;
    if wanted {
        diesel::insert_into(calendar_invitations::table)
            .values((calendar_invitations::person_id.eq(person), calendar_invitations::asked_at.eq(now)))
            .execute(w.conn())?;
    }
    Ok(())
}
