//! Years of registers that were closed and opened again, and how many documents each has.

use crate::db::schema::{editions, register_shelves, register_years};
use crate::db::{Read, Write};
use crate::kernel::{Moment, OrganisationId, PersonId, Problem, ZoneName};
use diesel::prelude::*;
use std::collections::BTreeMap;

/// That a year was closed or opened.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct YearRow {
    /// Which year.
    pub year: i32,
    /// Whether it was closed; otherwise it was opened again.
    pub closed: bool,
    /// Why it was opened again.
    pub reason: Option<String>,
    /// When.
    pub at: Moment,
    /// By whom.
    pub by: Option<PersonId>,
}

/// Everything that was closed and opened, the latest first.
pub fn of(r: &mut Read, organisation: OrganisationId) -> Result<Vec<YearRow>, Problem> {
    Ok(register_years::table
        .filter(register_years::organisation_id.eq(organisation))
        .order(register_years::id.desc())
        .select((
            register_years::year,
            register_years::closed,
            register_years::reason,
            register_years::recorded_at,
            register_years::recorded_by,
        ))
        .load(r.conn())?)
}

/// Whether a year is closed: its newest row says so.
pub fn closed(r: &mut Read, organisation: OrganisationId, year: i32) -> Result<bool, Problem> {
    let newest: Option<bool> = register_years::table
        .filter(register_years::organisation_id.eq(organisation))
        .filter(register_years::year.eq(year))
        .order(register_years::id.desc())
        .select(register_years::closed)
        .first(r.conn())
        .optional()?;
    Ok(newest.unwrap_or_default())
}

/// Closes a year, or opens it with a reason.
pub fn insert(
    w: &mut Write,
    (organisation, year): (OrganisationId, i32),
    (closed, reason): (bool, Option<&str>),
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    diesel::insert_into(register_years::table)
        .values((
            register_years::organisation_id.eq(organisation),
            register_years::year.eq(year),
            register_years::closed.eq(closed),
            register_years::reason.eq(reason),
            register_years::recorded_at.eq(now),
            register_years::recorded_by.eq(by),
        ))
        .execute(w.conn())?;
    Ok(())
}

/// The zones in which an organisation's editions run: whose days the dates on their documents are.
pub fn zones(r: &mut Read, organisation: OrganisationId) -> Result<Vec<ZoneName>, Problem> {
    Ok(editions::table
        .filter(editions::organisation_id.eq(organisation))
        .select(editions::time_zone)
        .distinct()
        .load(r.conn())?)
}

/// How many documents an organisation has issued in each year.
pub fn documents(r: &mut Read, organisation: OrganisationId) -> Result<BTreeMap<i32, i64>, Problem> {
    let shelves: Vec<(i32, i32)> = register_shelves::table
        .filter(register_shelves::organisation_id.eq(organisation))
        .select((register_shelves::year, register_shelves::lines))
        .load(r.conn())?;
    let mut years = BTreeMap::new();
    for (year, lines) in shelves {
        *years.entry(year).or_default() += i64::from(lines);
    }
    Ok(years)
}
