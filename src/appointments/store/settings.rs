//! Until when consultations of an edition are cancelled without asking anybody.

use crate::appointments::rules::booking::USUAL_CANCEL_HOURS;
use crate::db::schema::appointment_settings as rows;
use crate::db::{Read, Write, each};
use crate::kernel::{EditionId, Moment, PersonId, Problem};
use diesel::prelude::*;
use std::collections::HashMap;

/// So many hours before its start.
pub fn cancel_hours(r: &mut Read, edition: EditionId) -> Result<i32, Problem> {
    Ok(cancel_hours_of(r, &[edition])?.remove(&edition).unwrap_or(USUAL_CANCEL_HOURS))
}

/// The same for several editions: those for which somebody has said it.
pub fn cancel_hours_of(r: &mut Read, these: &[EditionId]) -> Result<HashMap<EditionId, i32>, Problem> {
    let found: Vec<(EditionId, i32)> = rows::table
        .filter(rows::edition_id.eq_any(these.to_vec()))
        .select((rows::edition_id, rows::cancel_hours))
        .load(r.conn())?;
    Ok(found.into_iter().collect())
}

/// Says until when.
pub fn set(
    w: &mut Write,
    edition: EditionId,
    hours: i32,
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    let said = || (rows::cancel_hours.eq(hours), rows::set_at.eq(now), rows::set_by.eq(by));
    let insert = diesel::insert_into(rows::table).values((rows::edition_id.eq(edition), said()));
    let fresh: usize = each!(w.conn(), c => {
        insert.on_conflict(rows::edition_id).do_nothing().execute(c)?
    });
    if fresh == 0 {
        diesel::update(rows::table.filter(rows::edition_id.eq(edition))).set(said()).execute(w.conn())?;
    }
    Ok(())
}
