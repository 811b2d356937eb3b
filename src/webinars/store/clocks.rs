//! By whose clock lists are read, where that is not the session's.

use crate::db::schema::webinar_clocks as rows;
use crate::db::{Read, Write, each};
use crate::kernel::{Moment, PersonId, Problem, WebinarListId, ZoneName};
use diesel::prelude::*;

/// The zone that somebody said.
pub fn zone(r: &mut Read, list: WebinarListId) -> Result<Option<ZoneName>, Problem> {
    Ok(rows::table.filter(rows::list_id.eq(list)).select(rows::time_zone).first(r.conn()).optional()?)
}

/// Notes the zone.
pub fn set(
    w: &mut Write,
    list: WebinarListId,
    zone: ZoneName,
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    let said = || (rows::time_zone.eq(zone), rows::chosen_at.eq(now), rows::chosen_by.eq(by));
    let insert = diesel::insert_into(rows::table).values((rows::list_id.eq(list), said()));
    let fresh: usize = each!(w.conn(), c => {
        insert.on_conflict(rows::list_id).do_nothing().execute(c)?
    });
    if fresh == 0 {
        diesel::update(rows::table.filter(rows::list_id.eq(list))).set(said()).execute(w.conn())?;
    }
    Ok(())
}
