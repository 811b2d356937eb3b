//! Whose days off an edition keeps, and closing hours.

mod lists;

pub use lists::{List, import, lists, read, remove};

use super::rules::closed::{Closing, MOST};
use super::rules::list::shipped;
use super::rules::{Calendar, Closed, Off, Place, Unknown, unknown as lacking};
use super::store::{self, ClosedRow};
use crate::audit;
use crate::db::{Read, Write};
use crate::editions::store::{self as editions, EditionRow};
use crate::kernel::{Actor, ClosedHoursId, EditionId, Fault, Moment, Problem};
use chrono::NaiveDate;
use serde_json::json;

/// Whose days off an edition keeps, and whether somebody has said so.
///
/// # Errors
/// The database's.
pub fn place(r: &mut Read, edition: &EditionRow) -> Result<(Place, bool), Problem> {
    let set = store::setting(r, edition.id)?;
    let said = set.is_some();
    Ok((set.unwrap_or_else(|| Place::of_zone(edition.time_zone)), said))
}

/// The days off that an edition keeps in a span of days: two queries. Where nobody has imported a list of the country
/// for a year, the one that comes with the program holds.
///
/// # Errors
/// The database's.
pub fn calendar(
    r: &mut Read,
    edition: &EditionRow,
    span: (NaiveDate, NaiveDate),
) -> Result<Calendar, Problem> {
    let (place, _) = place(r, edition)?;
    of_place(r, &place, span)
}

fn of_place(r: &mut Read, place: &Place, span: (NaiveDate, NaiveDate)) -> Result<Calendar, Problem> {
    let (first, last) = store::years(span);
    let imported = store::days(r, place, (first, last))?;
    let country = Place::country(&place.country);
    let mut lists: Vec<Vec<Off>> = (first..=last)
        .filter(|year| !imported.iter().any(|(region, of, _)| region.is_empty() && of == year))
        .map(|year| shipped(&country, year))
        .collect();
    // In the order of regions: what the whole country has comes first.
    lists.push(imported.into_iter().map(|(.., off)| off).collect());
    Ok(Calendar::of(lists))
}

/// What is not known yet of the days off that an edition keeps in a span of days: two queries.
///
/// # Errors
/// The database's.
pub fn unknown(
    r: &mut Read,
    edition: &EditionRow,
    span: (NaiveDate, NaiveDate),
) -> Result<Vec<Unknown>, Problem> {
    let country = Place::country(&place(r, edition)?.0.country);
    let lists = store::lists(r)?.into_iter().filter(|row| row.place == country);
    let imported: Vec<i32> = lists.map(|row| row.year).collect();
    Ok(lacking::unknown(&country, store::years(span), &imported))
}

/// The closed hours of an edition, those of its organisation among them: one query.
///
/// # Errors
/// The database's.
pub fn closed(r: &mut Read, edition: &EditionRow) -> Result<Vec<ClosedRow>, Problem> {
    store::closed(r, edition.organisation_id, edition.id)
}

/// What an edition keeps free.
#[derive(Debug, Clone)]
pub struct DaysOff {
    /// The edition.
    pub edition: EditionRow,
    /// Whose days off it keeps.
    pub place: Place,
    /// Whether somebody has said so; otherwise it follows from the zone.
    pub said: bool,
    /// The days off between its first and its last day.
    pub days: Vec<Off>,
    /// What is not known yet of the days off in that time.
    pub unknown: Vec<Unknown>,
    /// Its closed hours, those of the organisation among them.
    pub closed: Vec<ClosedRow>,
    /// Whether the actor may close hours for every edition of the organisation.
    pub everywhere: bool,
}

/// What an edition keeps free.
///
/// # Errors
/// `NotFound` for anybody who neither teaches nor administers it.
pub fn days_off(r: &mut Read, actor: &Actor, id: EditionId) -> Result<DaysOff, Problem> {
    let edition = taught(r, actor, id)?;
    let (place, said) = place(r, &edition)?;
    let span = (edition.starts_on, edition.ends_on);
    let days = of_place(r, &place, span)?.between(span.0, span.1).cloned().collect();
    let unknown = unknown(r, &edition, span)?;
    let closed = closed(r, &edition)?;
    let everywhere = actor.require_administrator_of(edition.organisation_id).is_ok();
    Ok(DaysOff { edition, place, said, days, unknown, closed, everywhere })
}

fn taught(r: &mut Read, actor: &Actor, id: EditionId) -> Result<EditionRow, Problem> {
    let edition = editions::edition(r, id)?.ok_or_else(Problem::not_found)?;
    if actor.teaches(edition.id, edition.organisation_id) { Ok(edition) } else { Err(Problem::not_found()) }
}

/// Says whose days off an edition keeps; with nothing, what follows from its zone.
///
/// # Errors
/// `NotFound` for anybody who neither teaches nor administers it.
pub fn keep(
    w: &mut Write,
    actor: &Actor,
    id: EditionId,
    wanted: Option<&Place>,
    now: Moment,
) -> Result<(), Problem> {
    let edition = taught(w, actor, id)?;
    let before = place(w, &edition)?.0.code();
    store::set(w, id, wanted, (actor.person, now))?;
    let after = place(w, &edition)?.0.code();
    let entry = audit::Entry {
        action: "edition-holidays-chosen",
        subject: ("edition", id.0),
        before: Some(json!(before)),
        after: Some(json!(after)),
    };
    audit::record(w, actor, now, entry)
}

/// Closes hours: of an edition, or of every edition of the organisation that runs it. What is booked in them already
/// stays, and what is closed already is not closed twice.
///
/// # Errors
/// `NotFound` for anybody who neither teaches nor administers it; `Forbidden` when a trainer closes hours for every
/// edition; `Invalid` with every fault.
pub fn close(
    w: &mut Write,
    actor: &Actor,
    id: EditionId,
    closing: &Closing,
    now: Moment,
) -> Result<Vec<ClosedHoursId>, Problem> {
    let edition = taught(w, actor, id)?;
    if closing.everywhere {
        actor.require_administrator_of(edition.organisation_id)?;
    }
    let faults = closing.faults();
    if !faults.is_empty() {
        return Err(Problem::invalid(faults));
    }
    let whose = (edition.organisation_id, Some(id).filter(|_| !closing.everywhere));
    let standing = closed(w, &edition)?;
    let stands = |wanted: &Closed| {
        standing.iter().find(|row| row.edition == whose.1 && row.closed == *wanted).map(|row| row.id)
    };
    if standing.len() + closing.each().filter(|one| stands(one).is_none()).count() > MOST {
        return Err(Problem::invalid(vec![
            Fault::new("weekday", "closed-hours-too-many").with("most", MOST),
        ]));
    }
    let mut ids = Vec::new();
    for closed in closing.each() {
        if let Some(row) = stands(&closed) {
            ids.push(row);
            continue;
        }
        let row = store::close(w, whose, &closed, (actor.person, now))?;
        let after = json!({ "weekday": closed.weekday.to_string(), "starts": closed.starts, "ends": closed.ends,
            "from": closed.from, "to": closed.to, "what": closed.what, "edition": whose.1 });
        let entry = audit::Entry {
            action: "hours-closed",
            subject: ("closed-hours", row.0),
            before: None,
            after: Some(after),
        };
        audit::record(w, actor, now, entry)?;
        ids.push(row);
    }
    Ok(ids)
}

/// Opens closed hours again, those of the organisation for its administrators. Twice is as once.
///
/// # Errors
/// `NotFound` for anybody who neither teaches nor administers the edition, for trainers where the hours are the
/// organisation's, and for hours of another edition.
pub fn open_again(
    w: &mut Write,
    actor: &Actor,
    (edition, id): (EditionId, ClosedHoursId),
    now: Moment,
) -> Result<(), Problem> {
    let edition = taught(w, actor, edition)?;
    let row = store::closed_by_id(w, id)?.filter(|row| row.organisation == edition.organisation_id);
    let row = row.filter(|row| match row.edition {
        Some(whose) => whose == edition.id,
        None => actor.require_administrator_of(row.organisation).is_ok(),
    });
    let row = row.ok_or_else(Problem::not_found)?;
    if store::open_again(w, id, actor.person, now)? {
        let entry = audit::Entry {
            action: "hours-opened",
            subject: ("closed-hours", id.0),
            before: Some(json!({ "what": row.closed.what })),
            after: None,
        };
        audit::record(w, actor, now, entry)?;
    }
    Ok(())
}
