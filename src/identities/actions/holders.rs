//! What the register book says of the holders of documents. It is read in sets while it is locked, and opened only after
//! the room that shows it has written the look down.

use super::reading::{BORN_ON, PASSPORT, about, look as seen};
use crate::audit;
use crate::db::Write;
use crate::identities::rules::Holder;
use crate::identities::store::{HolderRow, holders_of};
use crate::kernel::{Actor, Moment, PersonId, Problem};
use crate::secrets::Secrets;
use anyhow::anyhow;
use chrono::NaiveDate;
use std::collections::HashMap;

/// Opens what was read of many holders. Busy for a second with tens of thousands: keep it off the threads that serve
/// requests and off the writer.
///
/// # Errors
/// `Internal` when a secret was changed or belongs to another key.
pub fn open(secrets: &Secrets, rows: &[HolderRow]) -> Result<HashMap<PersonId, Holder>, Problem> {
    rows.iter().map(|row| Ok((row.person, opened(secrets, row)?))).collect()
}

/// What the register book says of one holder; a line of the journal says who looked and what for. Nothing where nothing is
/// recorded. Whether the actor may see it, the room that asks has checked.
///
/// # Errors
/// As [`open`].
pub fn look(
    w: &mut Write,
    actor: &Actor,
    secrets: &Secrets,
    (person, purpose): (PersonId, &'static str),
    now: Moment,
) -> Result<Option<Holder>, Problem> {
    let Some(row) = holders_of(w, &[person])?.pop() else { return Ok(None) };
    if row.born_on_locked.is_some() || row.passport_locked.is_some() {
        audit::record(w, actor, now, seen(person, purpose))?;
    }
    Ok(Some(opened(secrets, &row)?))
}

fn opened(secrets: &Secrets, row: &HolderRow) -> Result<Holder, Problem> {
    let person = row.person;
    let unlock = |purpose: &str, locked: &Option<String>| -> Result<Option<String>, Problem> {
        locked.as_deref().map(|locked| secrets.unlock(purpose, &about(person), locked)).transpose()
    };
    let unreadable = || Problem::internal(anyhow!("the date of birth of person {person} cannot be read"));
    Ok(Holder {
        born_on: unlock(BORN_ON, &row.born_on_locked)?
            .map(|text| text.parse::<NaiveDate>().map_err(|_| unreadable()))
            .transpose()?,
        sex: row.sex,
        passport: unlock(PASSPORT, &row.passport_locked)?,
        citizenship: row.citizenship.clone(),
    })
}
