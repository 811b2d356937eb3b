//! Rows of imported lists, of what editions keep, and of closed hours.

use super::rules::{Closed, Kind, Off, Place};
use crate::db::schema::{closed_hours, holiday_lists, holiday_settings, holidays};
use crate::db::{Json, Read, Write, each, stored_text};
use crate::kernel::{
    ClosedHoursId, EditionId, HolidayListId, Localised, Moment, OrganisationId, PersonId, Problem,
};
use chrono::{Datelike, NaiveDate, NaiveTime, Weekday};
use diesel::prelude::*;

stored_text!(Kind, as_str, parse);

/// An imported list.
#[derive(Debug, Clone)]
pub struct ListRow {
    /// The list.
    pub id: HolidayListId,
    /// Whose days it has.
    pub place: Place,
    /// Of which year.
    pub year: i32,
    /// Where it is from.
    pub source: String,
    /// Since when it holds.
    pub imported_at: Moment,
}

/// The imported lists that hold, by place and year.
pub fn lists(r: &mut Read) -> Result<Vec<ListRow>, Problem> {
    type Row = (HolidayListId, String, String, i32, String, Moment);
    let rows: Vec<Row> = holiday_lists::table
        .filter(holiday_lists::removed_at.is_null())
        .order((holiday_lists::country, holiday_lists::region, holiday_lists::year))
        .select((
            holiday_lists::id,
            holiday_lists::country,
            holiday_lists::region,
            holiday_lists::year,
            holiday_lists::source,
            holiday_lists::imported_at,
        ))
        .load(r.conn())?;
    let row = |(id, country, region, year, source, imported_at)| ListRow {
        id,
        place: Place { country, region },
        year,
        source,
        imported_at,
    };
    Ok(rows.into_iter().map(row).collect())
}

/// The days of all imported lists that hold, with their lists.
pub fn all_days(r: &mut Read) -> Result<Vec<(HolidayListId, Off)>, Problem> {
    let rows: Vec<(HolidayListId, NaiveDate, Kind, Json<Localised>)> = holidays::table
        .inner_join(holiday_lists::table)
        .filter(holiday_lists::removed_at.is_null())
        .order(holidays::on_day)
        .select((holidays::list_id, holidays::on_day, holidays::kind, holidays::name))
        .load(r.conn())?;
    Ok(rows.into_iter().map(|(list, on, kind, name)| (list, Off { on, kind, name: name.0 })).collect())
}

/// The imported days of a country and one of its regions, with the region (empty for the whole country) and the year
/// of the list they stand in.
pub fn days(r: &mut Read, place: &Place, (from, to): (i32, i32)) -> Result<Vec<(String, i32, Off)>, Problem> {
    let rows: Vec<(String, i32, NaiveDate, Kind, Json<Localised>)> = holidays::table
        .inner_join(holiday_lists::table)
        .filter(holiday_lists::removed_at.is_null())
        .filter(holiday_lists::country.eq(&place.country))
        .filter(holiday_lists::region.eq_any(vec![String::new(), place.region.clone()]))
        .filter(holiday_lists::year.between(from, to))
        .order((holiday_lists::region, holidays::on_day))
        .select((
            holiday_lists::region,
            holiday_lists::year,
            holidays::on_day,
            holidays::kind,
            holidays::name,
        ))
        .load(r.conn())?;
    let off = |(region, year, on, kind, name): (_, _, _, _, Json<Localised>)| {
        (region, year, Off { on, kind, name: name.0 })
    };
    Ok(rows.into_iter().map(off).collect())
}

/// A list about to be imported.
#[derive(Debug, Clone)]
pub struct NewList {
    /// Whose days it has.
    pub place: Place,
    /// Of which year.
    pub year: i32,
    /// Where it is from.
    pub source: String,
    /// Its days.
    pub days: Vec<Off>,
}

/// Writes a list down; the place and the year must have none that holds.
pub fn insert(
    w: &mut Write,
    new: &NewList,
    by: Option<PersonId>,
    now: Moment,
) -> Result<HolidayListId, Problem> {
    let id: HolidayListId = diesel::insert_into(holiday_lists::table)
        .values((
            holiday_lists::country.eq(&new.place.country),
            holiday_lists::region.eq(&new.place.region),
            holiday_lists::year.eq(new.year),
            holiday_lists::source.eq(&new.source),
            holiday_lists::imported_at.eq(now),
            holiday_lists::imported_by.eq(by),
        ))
        .returning(holiday_lists::id)
        .get_result(w.conn())?;
    for off in &new.days {
        diesel::insert_into(holidays::table)
            .values((
                holidays::list_id.eq(id),
                holidays::on_day.eq(off.on),
                holidays::kind.eq(off.kind),
                holidays::name.eq(Json(off.name.clone())),
            ))
            .execute(w.conn())?;
    }
    Ok(id)
}

/// Whether there is such a list, whether it holds or not.
pub fn exists(r: &mut Read, id: HolidayListId) -> Result<bool, Problem> {
    let found: Option<HolidayListId> =
        holiday_lists::table.find(id).select(holiday_lists::id).first(r.conn()).optional()?;
    Ok(found.is_some())
}

/// Ends a list; `false` when it holds no more already.
pub fn remove(w: &mut Write, id: HolidayListId, by: Option<PersonId>, now: Moment) -> Result<bool, Problem> {
    let ended = diesel::update(holiday_lists::table.find(id).filter(holiday_lists::removed_at.is_null()))
        .set((holiday_lists::removed_at.eq(now), holiday_lists::removed_by.eq(by)))
        .execute(w.conn())?;
    Ok(ended > 0)
}

/// Whose days off an edition keeps, where somebody has said so.
pub fn setting(r: &mut Read, edition: EditionId) -> Result<Option<Place>, Problem> {
    let found: Option<(String, String)> = holiday_settings::table
        .find(edition)
        .select((holiday_settings::country, holiday_settings::region))
        .first(r.conn())
        .optional()?;
    Ok(found.map(|(country, region)| Place { country, region }))
}

/// Says whose days off an edition keeps; with nothing, what follows from its zone.
pub fn set(
    w: &mut Write,
    edition: EditionId,
    place: Option<&Place>,
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    let Some(place) = place else {
        diesel::delete(holiday_settings::table.find(edition)).execute(w.conn())?;
        return Ok(());
    };
    let values = (
        holiday_settings::country.eq(&place.country),
        holiday_settings::region.eq(&place.region),
        holiday_settings::set_at.eq(now),
        holiday_settings::set_by.eq(by),
    );
    let insert = diesel::insert_into(holiday_settings::table)
        .values((holiday_settings::edition_id.eq(edition), values));
    each!(w.conn(), c => {
        insert.on_conflict(holiday_settings::edition_id).do_update().set(values).execute(c)?
    });
    Ok(())
}

/// Closed hours that hold.
#[derive(Debug, Clone)]
pub struct ClosedRow {
    /// The entry.
    pub id: ClosedHoursId,
    /// Of which organisation.
    pub organisation: OrganisationId,
    /// Of which edition alone; of every edition of the organisation where nothing stands here.
    pub edition: Option<EditionId>,
    /// When.
    pub closed: Closed,
}

type ClosedColumns = (
    (ClosedHoursId, OrganisationId, Option<EditionId>),
    (i32, NaiveTime, NaiveTime),
    (NaiveDate, NaiveDate, String),
);

fn closed_row(
    ((id, organisation, edition), (weekday, starts, ends), (from, to, what)): ClosedColumns,
) -> ClosedRow {
    let weekday = u8::try_from(weekday - 1).ok().and_then(|day| Weekday::try_from(day).ok());
    let weekday = weekday.unwrap_or(Weekday::Mon);
    ClosedRow { id, organisation, edition, closed: Closed { weekday, starts, ends, from, to, what } }
}

type Whose = (closed_hours::id, closed_hours::organisation_id, closed_hours::edition_id);
type Hours = (closed_hours::weekday, closed_hours::starts_local, closed_hours::ends_local);
type Span = (closed_hours::from_day, closed_hours::to_day, closed_hours::what);

const CLOSED: (Whose, Hours, Span) = (
    (closed_hours::id, closed_hours::organisation_id, closed_hours::edition_id),
    (closed_hours::weekday, closed_hours::starts_local, closed_hours::ends_local),
    (closed_hours::from_day, closed_hours::to_day, closed_hours::what),
);

/// The closed hours of an edition and of the organisation that runs it, through the week.
pub fn closed(
    r: &mut Read,
    organisation: OrganisationId,
    edition: EditionId,
) -> Result<Vec<ClosedRow>, Problem> {
    let rows: Vec<ClosedColumns> = closed_hours::table
        .filter(closed_hours::organisation_id.eq(organisation))
        .filter(closed_hours::edition_id.is_null().or(closed_hours::edition_id.eq(edition)))
        .filter(closed_hours::removed_at.is_null())
        .order((closed_hours::weekday, closed_hours::starts_local, closed_hours::id))
        .select(CLOSED)
        .load(r.conn())?;
    Ok(rows.into_iter().map(closed_row).collect())
}

/// An entry of closed hours, whether it holds or not.
pub fn closed_by_id(r: &mut Read, id: ClosedHoursId) -> Result<Option<ClosedRow>, Problem> {
    let found: Option<ClosedColumns> =
        closed_hours::table.find(id).select(CLOSED).first(r.conn()).optional()?;
    Ok(found.map(closed_row))
}

/// Closes hours.
pub fn close(
    w: &mut Write,
    (organisation, edition): (OrganisationId, Option<EditionId>),
    closed: &Closed,
    (by, now): (Option<PersonId>, Moment),
) -> Result<ClosedHoursId, Problem> {
    let weekday = i32::try_from(closed.weekday.number_from_monday()).unwrap_or(1);
    Ok(diesel::insert_into(closed_hours::table)
        .values((
            closed_hours::organisation_id.eq(organisation),
            closed_hours::edition_id.eq(edition),
            closed_hours::weekday.eq(weekday),
            closed_hours::starts_local.eq(closed.starts),
            closed_hours::ends_local.eq(closed.ends),
            closed_hours::from_day.eq(closed.from),
            closed_hours::to_day.eq(closed.to),
            closed_hours::what.eq(&closed.what),
            closed_hours::created_at.eq(now),
            closed_hours::created_by.eq(by),
        ))
        .returning(closed_hours::id)
        .get_result(w.conn())?)
}

/// Opens closed hours again; `false` when they were opened already.
pub fn open_again(
    w: &mut Write,
    id: ClosedHoursId,
    by: Option<PersonId>,
    now: Moment,
) -> Result<bool, Problem> {
    let opened = diesel::update(closed_hours::table.find(id).filter(closed_hours::removed_at.is_null()))
        .set((closed_hours::removed_at.eq(now), closed_hours::removed_by.eq(by)))
        .execute(w.conn())?;
    Ok(opened > 0)
}

/// The years that a span of days touches.
pub fn years((from, to): (NaiveDate, NaiveDate)) -> (i32, i32) {
    (from.year(), to.year())
}
