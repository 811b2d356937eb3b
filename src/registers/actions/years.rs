//! Closing a year of an organisation's registers, and opening it again with a reason.

use super::administered;
use crate::audit::{self, Entry};
use crate::countries::store as countries;
use crate::db::{Read, Write};
use crate::kernel::name::tidy;
use crate::kernel::{Actor, Fault, Moment, OrganisationId, PersonId, Problem};
use crate::organisations::store::OrganisationRow;
use crate::registers::rules::{reason_fault, years as rules};
use crate::registers::store::years::{self as store, YearRow};
use chrono::{Datelike, NaiveDate};
use serde_json::json;
use std::collections::BTreeMap;

/// The years of an organisation's registers.
#[derive(Debug, Clone)]
pub struct Years {
    /// The organisation.
    pub organisation: OrganisationRow,
    /// The years, the latest first.
    pub years: Vec<Year>,
}

/// A year.
#[derive(Debug, Clone)]
pub struct Year {
    /// Which.
    pub year: i32,
    /// Whether it is closed.
    pub closed: bool,
    /// Whether it is over, so that it may be closed.
    pub over: bool,
    /// How many documents were issued in it.
    pub documents: i64,
    /// When it was closed and opened, the latest first, with the name of who did.
    pub history: Vec<(YearRow, Option<String>)>,
}

/// The years of an organisation's registers: those with documents, those that were closed, and this one.
///
/// # Errors
/// `NotFound` for administrators of other organisations.
pub fn show(r: &mut Read, actor: &Actor, id: OrganisationId, now: Moment) -> Result<Years, Problem> {
    let organisation = administered(r, actor, id)?;
    let this = judged_on(r, actor, id, now)?.year();
    let (rows, documents) = (store::of(r, id)?, store::documents(r, id)?);
    let people: Vec<PersonId> = rows.iter().filter_map(|row| row.by).collect();
    let names = countries::names(r, &people)?;
    let mut years: BTreeMap<i32, Vec<(YearRow, Option<String>)>> =
        documents.keys().copied().chain([this, this - 1]).map(|year| (year, Vec::new())).collect();
    for row in rows {
        let name = row.by.and_then(|by| names.get(&by).cloned());
        years.entry(row.year).or_default().push((row, name));
    }
    let year = |(year, history): (i32, Vec<(YearRow, Option<String>)>)| Year {
        year,
        closed: history.first().is_some_and(|(row, _)| row.closed),
        over: year < this,
        documents: documents.get(&year).copied().unwrap_or_default(),
        history,
    };
    Ok(Years { organisation, years: years.into_iter().rev().map(year).collect() })
}

/// The day by which the years of an organisation's registers are judged.
fn judged_on(r: &mut Read, actor: &Actor, id: OrganisationId, now: Moment) -> Result<NaiveDate, Problem> {
    Ok(rules::judged_on(now, actor.zone, &store::zones(r, id)?))
}

/// What stands against a date on a document: its year is closed.
///
/// # Errors
/// The database's.
pub fn fault(
    r: &mut Read,
    organisation: OrganisationId,
    issued_on: NaiveDate,
) -> Result<Option<Fault>, Problem> {
    let closed = store::closed(r, organisation, issued_on.year())?;
    Ok(rules::issue_fault(closed, issued_on, "issued_on"))
}

/// What stands against preparing or explaining numbers of a year: it is closed.
pub(super) fn numbers_fault(
    r: &mut Read,
    organisation: OrganisationId,
    year: i32,
) -> Result<Option<Fault>, Problem> {
    Ok(rules::numbers_fault(store::closed(r, organisation, year)?, year))
}

/// Closes a year that is over wherever the organisation's editions run: nothing is issued into it any more.
///
/// # Errors
/// `NotFound`; `Invalid` on `year` for one that is not over or is closed already.
pub fn close(
    w: &mut Write,
    actor: &Actor,
    (id, year): (OrganisationId, i32),
    now: Moment,
) -> Result<(), Problem> {
    administered(w, actor, id)?;
    let (closed, today) = (store::closed(w, id, year)?, judged_on(w, actor, id, now)?);
    if let Some(fault) = rules::closing_fault(year, closed, today) {
        return Err(Problem::invalid(vec![fault]));
    }
    store::insert(w, (id, year), (true, None), (actor.person, now))?;
    note(w, actor, (id, "register-year-closed"), (year, None), now)
}

/// Opens a closed year again.
///
/// # Errors
/// `NotFound`; `Invalid` on `year` for one that is open, on `reason`.
pub fn open(
    w: &mut Write,
    actor: &Actor,
    (id, year, reason): (OrganisationId, i32, &str),
    now: Moment,
) -> Result<(), Problem> {
    administered(w, actor, id)?;
    let reason = tidy(reason);
    let mut faults: Vec<Fault> =
        rules::opening_fault(year, store::closed(w, id, year)?).into_iter().collect();
    faults.extend(reason_fault("reason", &reason));
    if !faults.is_empty() {
        return Err(Problem::invalid(faults));
    }
    store::insert(w, (id, year), (false, Some(&reason)), (actor.person, now))?;
    note(w, actor, (id, "register-year-opened"), (year, Some(&reason)), now)
}

fn note(
    w: &mut Write,
    actor: &Actor,
    (id, action): (OrganisationId, &'static str),
    (year, reason): (i32, Option<&str>),
    now: Moment,
) -> Result<(), Problem> {
    let after = Some(json!({ "year": year, "reason": reason }));
    let subject = ("organisation", id.0);
    audit::record(w, actor, now, Entry { action, subject, before: None, after })
}
