//! Rows of how editions take their cases.

use crate::cases::rules::CaseSetup;
use crate::db::schema::{case_setups as table, people};
use crate::db::{Json, Read, Write};
use crate::kernel::{ActivityId, EditionId, Moment, PersonId, Problem};
use diesel::dsl::max;
use diesel::prelude::*;
use std::collections::HashMap;

/// A case in an edition.
pub type CaseAt = (EditionId, ActivityId);

/// What holds for a case in an edition, with its number; the usual when nothing was ever set.
pub fn setup(r: &mut Read, (edition, case): CaseAt) -> Result<(Option<i32>, CaseSetup), Problem> {
    let found: Option<(i32, Json<CaseSetup>)> = table::table
        .filter(table::edition_id.eq(edition))
        .filter(table::activity_id.eq(case))
        .order(table::number.desc())
        .select((table::number, table::settings))
        .first(r.conn())
        .optional()?;
    Ok(found.map_or_else(|| (None, CaseSetup::default()), |(number, setup)| (Some(number), setup.0)))
}

/// What holds for the cases of editions that have set anything.
pub fn setups(r: &mut Read, editions: &[EditionId]) -> Result<HashMap<CaseAt, CaseSetup>, Problem> {
    let rows: Vec<(EditionId, ActivityId, Json<CaseSetup>)> = table::table
        .filter(table::edition_id.eq_any(editions.to_vec()))
        .order(table::number)
        .select((table::edition_id, table::activity_id, table::settings))
        .load(r.conn())?;
    // A later one takes the place of those before it.
    Ok(rows.into_iter().map(|(edition, case, setup)| ((edition, case), setup.0)).collect())
}

/// Writes a setup; those before it stay.
pub fn insert_setup(
    w: &mut Write,
    (edition, case): CaseAt,
    setup: &CaseSetup,
    (by, now): (Option<PersonId>, Moment),
) -> Result<i32, Problem> {
    let last: Option<i32> = table::table
        .filter(table::edition_id.eq(edition))
        .filter(table::activity_id.eq(case))
        .select(max(table::number))
        .first(w.conn())?;
    let number = last.unwrap_or(0) + 1;
    diesel::insert_into(table::table)
        .values((
            table::edition_id.eq(edition),
            table::activity_id.eq(case),
            table::number.eq(number),
            table::settings.eq(Json(setup.clone())),
            table::set_by.eq(by),
            table::set_at.eq(now),
        ))
        .execute(w.conn())?;
    Ok(number)
}

/// A setup that was set.
#[derive(Debug, Clone, Queryable)]
pub struct PastSetup {
    /// Its number.
    pub number: i32,
    /// Since when.
    pub set_at: Moment,
    /// By whom.
    pub surname: Option<String>,
    /// By whom.
    pub given_name: Option<String>,
}

/// Who set the setups of a case, and when, the latest first; no more than twenty.
pub fn past_setups(r: &mut Read, (edition, case): CaseAt) -> Result<Vec<PastSetup>, Problem> {
    Ok(table::table
        .left_join(people::table)
        .filter(table::edition_id.eq(edition))
        .filter(table::activity_id.eq(case))
        .order(table::number.desc())
        .select((table::number, table::set_at, people::surname.nullable(), people::given_name.nullable()))
        .limit(20)
        .load(r.conn())?)
}
