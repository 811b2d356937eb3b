//! Whom to remind, and on which days that was done.

use crate::db::schema::{editions, federal_reminders as rows, registers};
use crate::db::{Read, Write, each};
use crate::kernel::{EditionId, Moment, OrganisationId, Problem, ZoneName};
use chrono::NaiveDate;
use diesel::dsl::max;
use diesel::prelude::*;
use std::collections::HashMap;

/// Organisations that issue documents, each with the days on which it was reminded since one.
pub fn organisations(
    r: &mut Read,
    since: NaiveDate,
) -> Result<Vec<(OrganisationId, Vec<NaiveDate>)>, Problem> {
    let reminded: Vec<(OrganisationId, NaiveDate)> = rows::table
        .filter(rows::on_day.ge(since))
        .select((rows::organisation_id, rows::on_day))
        .load(r.conn())?;
    let issuers: Vec<OrganisationId> = registers::table
        .order(registers::organisation_id)
        .select(registers::organisation_id)
        .distinct()
        .load(r.conn())?;
    let days = |id| reminded.iter().filter(|(of, _)| *of == id).map(|(_, day)| *day).collect();
    Ok(issuers.into_iter().map(|id| (id, days(id))).collect())
}

/// Writes down that an organisation was reminded on a day; `false` when it was already.
pub fn note(
    w: &mut Write,
    organisation: OrganisationId,
    (day, now): (NaiveDate, Moment),
) -> Result<bool, Problem> {
    let insert = diesel::insert_into(rows::table).values((
        rows::organisation_id.eq(organisation),
        rows::on_day.eq(day),
        rows::sent_at.eq(now),
    ));
    let noted = each!(w.conn(), c => {
        insert.on_conflict((rows::organisation_id, rows::on_day)).do_nothing().execute(c)?
    });
    Ok(noted > 0)
}

/// The zones in which organisations run their latest editions: their own day begins there.
pub fn zones(r: &mut Read, of: &[OrganisationId]) -> Result<HashMap<OrganisationId, ZoneName>, Problem> {
    let latest: Vec<Option<EditionId>> = editions::table
        .filter(editions::organisation_id.eq_any(of.to_vec()))
        .group_by(editions::organisation_id)
        .select(max(editions::id))
        .load(r.conn())?;
    let latest: Vec<EditionId> = latest.into_iter().flatten().collect();
    let rows: Vec<(OrganisationId, ZoneName)> = editions::table
        .filter(editions::id.eq_any(latest))
        .select((editions::organisation_id, editions::time_zone))
        .load(r.conn())?;
    Ok(rows.into_iter().collect())
}
