//! Numbers of signed papers: counted up in the transaction that signs, or typed, and never given twice.

use crate::db::schema::{order_patterns, order_series, orders};
use crate::db::{Read, Write, each};
use crate::kernel::{Moment, OrganisationId, PersonId, Problem};
use crate::orders::rules::numbers::{number_text, usual_pattern};
use crate::orders::rules::words::Series;
use diesel::prelude::*;
use std::collections::BTreeSet;

/// The pattern of a series.
pub fn pattern(r: &mut Read, organisation: OrganisationId, series: Series) -> Result<String, Problem> {
    let set: Option<String> = order_patterns::table
        .filter(order_patterns::organisation_id.eq(organisation))
        .filter(order_patterns::series.eq(series))
        .select(order_patterns::pattern)
        .first(r.conn())
        .optional()?;
    Ok(set.unwrap_or_else(|| usual_pattern(series).to_owned()))
}

/// Sets the pattern of a series.
pub fn set_pattern(
    w: &mut Write,
    (organisation, series): (OrganisationId, Series),
    pattern: &str,
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    let said = || {
        (
            order_patterns::pattern.eq(pattern.to_owned()),
            order_patterns::set_at.eq(now),
            order_patterns::set_by.eq(by),
        )
    };
    let new = (order_patterns::organisation_id.eq(organisation), order_patterns::series.eq(series), said());
    let insert = diesel::insert_into(order_patterns::table).values(new);
    let fresh: usize = each!(w.conn(), c => {
        insert.on_conflict((order_patterns::organisation_id, order_patterns::series)).do_nothing().execute(c)?
    });
    if fresh == 0 {
        let known = order_patterns::table
            .filter(order_patterns::organisation_id.eq(organisation))
            .filter(order_patterns::series.eq(series));
        diesel::update(known).set(said()).execute(w.conn())?;
    }
    Ok(())
}

/// Whether a number is taken in a series of a year.
pub fn is_taken(
    r: &mut Read,
    (organisation, series, year): (OrganisationId, Series, i32),
    text: &str,
) -> Result<bool, Problem> {
    let count: i64 = orders::table
        .filter(orders::organisation_id.eq(organisation))
        .filter(orders::series.eq(series))
        .filter(orders::year.eq(year))
        .filter(orders::number_text.eq(text))
        .count()
        .get_result(r.conn())?;
    Ok(count > 0)
}

/// The numbers of sheets that a year has, for the one after them.
pub fn sheets(r: &mut Read, organisation: OrganisationId, year: i32) -> Result<BTreeSet<String>, Problem> {
    let rows: Vec<Option<String>> = orders::table
        .filter(orders::organisation_id.eq(organisation))
        .filter(orders::series.eq(Series::Sheets))
        .filter(orders::year.eq(year))
        .select(orders::number_text)
        .load(r.conn())?;
    Ok(rows.into_iter().flatten().collect())
}

/// Takes the next number of a series. If the transaction fails, it was never taken; whoever comes second waits for the
/// first. A number that somebody has typed before is passed over.
pub fn next(
    w: &mut Write,
    (organisation, series, year): (OrganisationId, Series, i32),
    pattern: &str,
) -> Result<(i32, String), Problem> {
    let empty = diesel::insert_into(order_series::table).values((
        order_series::organisation_id.eq(organisation),
        order_series::series.eq(series),
        order_series::year.eq(year),
        order_series::last_number.eq(0),
    ));
    each!(w.conn(), c => {
        empty
            .on_conflict((order_series::organisation_id, order_series::series, order_series::year))
            .do_nothing()
            .execute(c)?
    });
    loop {
        let counted = order_series::table
            .filter(order_series::organisation_id.eq(organisation))
            .filter(order_series::series.eq(series))
            .filter(order_series::year.eq(year));
        let number: i32 = diesel::update(counted)
            .set(order_series::last_number.eq(order_series::last_number + 1))
            .returning(order_series::last_number)
            .get_result(w.conn())?;
        let text = number_text(pattern, year, number);
        if !is_taken(w, (organisation, series, year), &text)? {
            return Ok((number, text));
        }
    }
}
