//! The licences of an organisation with the days in which they hold.

use crate::audit::{self, Entry};
use crate::countries::rules::Licence;
use crate::countries::rules::licences::faults;
use crate::countries::store;
use crate::countries::store::licences::{self, LicenceRow};
use crate::db::{Read, Write};
use crate::kernel::name::tidy;
use crate::kernel::{Actor, Fault, LicenceId, Moment, OrganisationId, PersonId, Problem};
use crate::organisations::store::{self as tree, OrganisationRow};
use chrono::NaiveDate;
use serde_json::{Value, json};

/// The licences of an organisation.
#[derive(Debug, Clone)]
pub struct Shown {
    /// The organisation.
    pub organisation: OrganisationId,
    /// Its name.
    pub name: String,
    /// The line that papers print.
    pub printed: Option<String>,
    /// Its licences, the earliest first, with the name of who wrote each down.
    pub rows: Vec<(LicenceRow, Option<String>)>,
}

/// A licence as somebody typed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewLicence {
    /// Its number.
    pub number: String,
    /// The day it was given.
    pub given_on: NaiveDate,
    /// Its last day.
    pub ends_on: Option<NaiveDate>,
}

/// An organisation, for its administrators.
fn administered(r: &mut Read, actor: &Actor, id: OrganisationId) -> Result<OrganisationRow, Problem> {
    tree::find(r, id)?
        .filter(|row| actor.require_administrator_of(row.id).is_ok())
        .ok_or_else(Problem::not_found)
}

/// The licences of an organisation, for its administrators.
///
/// # Errors
/// `NotFound` for everybody else.
pub fn show(r: &mut Read, actor: &Actor, id: OrganisationId) -> Result<Shown, Problem> {
    let organisation = administered(r, actor, id)?;
    let rows = licences::of(r, id)?;
    let people: Vec<PersonId> = rows.iter().filter_map(|row| row.recorded_by).collect();
    let names = store::names(r, &people)?;
    let name = |row: &LicenceRow| names.get(&row.recorded_by?).cloned();
    let rows = rows.into_iter().map(|row| (row.clone(), name(&row))).collect();
    Ok(Shown { organisation: id, name: organisation.name, printed: organisation.licence, rows })
}

/// Writes a licence down. From then on papers that ask for a licence ask for one that covers the days of the edition.
///
/// # Errors
/// `NotFound`; `Invalid` with every fault, and for a licence that stands there already.
pub fn record(
    w: &mut Write,
    actor: &Actor,
    (id, new): (OrganisationId, &NewLicence),
    now: Moment,
) -> Result<LicenceId, Problem> {
    administered(w, actor, id)?;
    let number = tidy(&new.number);
    let mut found = faults(&number, new.given_on, new.ends_on, now.date_in(actor.zone));
    let same = |known: &Licence| known.number == number && known.given_on == new.given_on;
    if licences::plain(w, id)?.iter().any(same) {
        found.push(Fault::new("number", "country-licence-known"));
    }
    if !found.is_empty() {
        return Err(Problem::invalid(found));
    }
    let licence = licences::insert(w, id, (&number, new.given_on, new.ends_on), (actor.person, now))?;
    let after = json!({ "id": licence, "number": number, "given_on": new.given_on, "ends_on": new.ends_on });
    note(w, actor, ("organisation-licence-recorded", id), (None, Some(after)), now)?;
    Ok(licence)
}

/// Takes a licence out that was written down by mistake.
///
/// # Errors
/// `NotFound`; `Invalid` for a licence of another organisation and one that was taken out already.
pub fn remove(
    w: &mut Write,
    actor: &Actor,
    (id, licence): (OrganisationId, LicenceId),
    now: Moment,
) -> Result<(), Problem> {
    administered(w, actor, id)?;
    let known = licences::plain(w, id)?.into_iter().find(|known| known.id == licence);
    let known = known.ok_or_else(|| Problem::invalid(vec![Fault::new("licence", "unknown")]))?;
    licences::remove(w, licence, (actor.person, now))?;
    let before = json!({ "id": licence, "number": known.number, "given_on": known.given_on,
        "ends_on": known.ends_on });
    note(w, actor, ("organisation-licence-removed", id), (Some(before), None), now)
}

fn note(
    w: &mut Write,
    actor: &Actor,
    (action, id): (&'static str, OrganisationId),
    (before, after): (Option<Value>, Option<Value>),
    now: Moment,
) -> Result<(), Problem> {
    audit::record(w, actor, now, Entry { action, subject: ("organisation", id.0), before, after })
}
