//! Days off and closed hours for programs: the same actions as the pages.

use super::actions::{self, List};
use super::pages::input;
use super::rules::{Gap, Off, Unknown};
use super::store::ClosedRow;
use crate::api::{Api, Body, Listing, created, ok};
use crate::kernel::{ClosedHoursId, EditionId, Gate, HolidayListId, dates};
use crate::web::{Form, Reply};
use actix_web::HttpResponse;
use actix_web::web::Path;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The description of this room's part of the API.
#[derive(utoipa::OpenApi)]
#[openapi(paths(index, import, remove, show, keep, close, open_again))]
pub struct Doc;

/// A day off.
#[derive(Debug, Serialize, ToSchema)]
pub struct DayOffOut {
    /// The day, `2026-11-04`.
    date: String,
    /// `holiday`, or `day_off` for one that is no holiday.
    kind: String,
    /// What it is called, by language: `ru`, `kk`, `en`.
    name: serde_json::Value,
}

impl DayOffOut {
    fn new(off: &Off) -> DayOffOut {
        DayOffOut {
            date: off.on.to_string(),
            kind: off.kind.as_str().to_owned(),
            name: serde_json::json!(off.name),
        }
    }
}

/// A list of days off.
#[derive(Debug, Serialize, ToSchema)]
pub struct HolidayListOut {
    /// The list; `null` when it comes with the program.
    id: Option<i64>,
    /// The country, or a region of it: `KZ`, `RU-TA`.
    place: String,
    /// The year.
    year: i32,
    /// Where it is from.
    source: String,
    /// Its days.
    days: Vec<DayOffOut>,
    /// What it lacks: `transfers` or `kurban_ait`; `null` when nothing is known to be lacking.
    lacking: Option<&'static str>,
}

impl HolidayListOut {
    fn new(list: &List) -> HolidayListOut {
        HolidayListOut {
            id: list.id.map(|id| id.0),
            place: list.place.code(),
            year: list.year,
            source: list.source.clone(),
            days: list.days.iter().map(DayOffOut::new).collect(),
            lacking: list.gap.map(Gap::as_str),
        }
    }
}

/// What is not known yet of a year's days off.
#[derive(Debug, Serialize, ToSchema)]
pub struct UnknownOut {
    /// The year.
    year: i32,
    /// `list` when there is none, otherwise what it lacks: `transfers`, `kurban_ait`.
    lacking: &'static str,
}

/// A list to be imported.
#[derive(Debug, Deserialize, ToSchema)]
pub struct HolidayListIn {
    /// Two letters: `KZ`.
    country: String,
    /// A region of it, `TA` or `RU-TA`; left out for the whole country.
    #[serde(default)]
    region: String,
    /// The year.
    year: i32,
    /// Where it is from.
    source: String,
    /// A table as CSV with the columns `date`, `kind` (`holiday` or `day_off`), `ru`, `kk`, `en`.
    csv: String,
}

/// The id of what was imported.
#[derive(Debug, Serialize, ToSchema)]
pub struct HolidayListCreated {
    /// The list.
    id: i64,
}

/// What an edition keeps free.
#[derive(Debug, Serialize, ToSchema)]
pub struct DaysOffOut {
    /// Whose days off it keeps: `KZ`, `RU-TA`.
    place: String,
    /// Whether somebody has said so; otherwise it follows from the time zone.
    chosen: bool,
    /// The days off between its first and its last day.
    days: Vec<DayOffOut>,
    /// What is not known yet of the days off in that time.
    unknown: Vec<UnknownOut>,
    /// Hours in which no session can be booked.
    closed_hours: Vec<ClosedHoursOut>,
}

fn unknown(one: &Unknown) -> UnknownOut {
    UnknownOut { year: one.year, lacking: one.gap.as_str() }
}

/// Closed hours.
#[derive(Debug, Serialize, ToSchema)]
pub struct ClosedHoursOut {
    /// The entry.
    id: i64,
    /// Whether they hold for every edition of the organisation.
    everywhere: bool,
    /// `mon`, `tue`, `wed`, `thu`, `fri`, `sat` or `sun`.
    weekday: String,
    /// From when, by the edition's clock.
    starts: String,
    /// Until when.
    ends: String,
    /// The first day on which they hold.
    from: String,
    /// The last one.
    to: String,
    /// What for.
    what: String,
}

impl ClosedHoursOut {
    fn new(row: &ClosedRow) -> ClosedHoursOut {
        let closed = &row.closed;
        ClosedHoursOut {
            id: row.id.0,
            everywhere: row.edition.is_none(),
            weekday: closed.weekday.to_string().to_lowercase(),
            starts: dates::time(closed.starts),
            ends: dates::time(closed.ends),
            from: closed.from.to_string(),
            to: closed.to.to_string(),
            what: closed.what.clone(),
        }
    }
}

/// Whose days off an edition keeps.
#[derive(Debug, Deserialize, ToSchema)]
pub struct PlaceIn {
    /// Two letters; `null` for what follows from the time zone.
    country: Option<String>,
    /// A region of the country.
    #[serde(default)]
    region: String,
}

/// Hours to be closed: the same on several days of the week.
#[derive(Debug, Deserialize, ToSchema)]
pub struct ClosingIn {
    /// `mon`, `tue`, `wed`, `thu`, `fri`, `sat`, `sun`.
    weekdays: Vec<String>,
    /// From when, by the edition's clock, `08:00`.
    starts: String,
    /// Until when.
    ends: String,
    /// The first day, `2026-09-01`.
    from: String,
    /// The last day.
    to: String,
    /// What for; shown to whoever is refused.
    what: String,
    /// For every edition of the organisation: administrators only.
    #[serde(default)]
    everywhere: bool,
}

impl ClosingIn {
    fn form(&self) -> Form {
        let mut fields = vec![
            ("starts", self.starts.as_str()),
            ("ends", self.ends.as_str()),
            ("from", self.from.as_str()),
            ("to", self.to.as_str()),
            ("what", self.what.as_str()),
        ];
        fields.extend(self.weekdays.iter().map(|day| ("weekday", day.as_str())));
        if self.everywhere {
            fields.push(("everywhere", "on"));
        }
        Form::of(&fields)
    }
}

/// The ids of what was closed, one a day of the week.
#[derive(Debug, Serialize, ToSchema)]
pub struct ClosedHoursCreated {
    /// The entries.
    ids: Vec<i64>,
}

/// Every list of days off that holds.
#[utoipa::path(get, path = "/api/v1/holidays", tag = "holidays", responses((status = 200, body = Listing<HolidayListOut>)))]
pub async fn index(api: Api) -> Reply {
    let (_, lists) = api.read(Gate::Administrator, actions::lists).await?;
    Ok(ok(&Listing { items: lists.iter().map(HolidayListOut::new).collect(), next_after: None::<i64> }))
}

/// Imports a list, all of it or nothing; one of the same place and year is replaced.
#[utoipa::path(post, path = "/api/v1/holidays", tag = "holidays", request_body = HolidayListIn,
    responses((status = 201, body = HolidayListCreated), (status = 422, body = crate::api::ApiErrors)))]
pub async fn import(api: Api, Body(body): Body<HolidayListIn>) -> Reply {
    let form = Form::of(&[
        ("country", &body.country),
        ("region", &body.region),
        ("year", &body.year.to_string()),
        ("source", &body.source),
        ("text", &body.csv),
    ]);
    // Before anything is read: only whoever may import makes us work.
    api.read(Gate::Administrator, |_, me| me.require_site_administrator()).await?;
    let list = input::list(&form)?;
    let (_, id) =
        api.write(Gate::Administrator, move |w, me, now| actions::import(w, me, &list, now)).await?;
    Ok(created(&HolidayListCreated { id: id.0 }))
}

/// Removes an imported list; the one that comes with the program holds again.
#[utoipa::path(delete, path = "/api/v1/holidays/{list}", tag = "holidays", params(("list" = i64, Path)),
    responses((status = 204), (status = 404, body = crate::api::ApiErrors)))]
pub async fn remove(api: Api, path: Path<i64>) -> Reply {
    let id = HolidayListId(path.into_inner());
    api.write(Gate::Administrator, move |w, me, now| actions::remove(w, me, id, now)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// What an edition keeps free.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/days-off", tag = "holidays", params(("edition" = i64, Path)),
    responses((status = 200, body = DaysOffOut)))]
pub async fn show(api: Api, path: Path<i64>) -> Reply {
    let id = EditionId(path.into_inner());
    let (_, found) = api.read(Gate::Trainer, move |r, me| actions::days_off(r, me, id)).await?;
    Ok(ok(&DaysOffOut {
        place: found.place.code(),
        chosen: found.said,
        days: found.days.iter().map(DayOffOut::new).collect(),
        unknown: found.unknown.iter().map(unknown).collect(),
        closed_hours: found.closed.iter().map(ClosedHoursOut::new).collect(),
    }))
}

/// Says whose days off an edition keeps.
#[utoipa::path(put, path = "/api/v1/editions/{edition}/days-off", tag = "holidays", params(("edition" = i64, Path)),
    request_body = PlaceIn, responses((status = 204), (status = 422, body = crate::api::ApiErrors)))]
pub async fn keep(api: Api, path: Path<i64>, Body(body): Body<PlaceIn>) -> Reply {
    let id = EditionId(path.into_inner());
    let country = body.country.unwrap_or_default();
    let place = input::kept(&Form::of(&[("country", &country), ("region", &body.region)]))?;
    api.write(Gate::Trainer, move |w, me, now| actions::keep(w, me, id, place.as_ref(), now)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Closes hours of an edition, or of every edition of its organisation.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/closed-hours", tag = "holidays",
    params(("edition" = i64, Path)), request_body = ClosingIn,
    responses((status = 201, body = ClosedHoursCreated), (status = 422, body = crate::api::ApiErrors)))]
pub async fn close(api: Api, path: Path<i64>, Body(body): Body<ClosingIn>) -> Reply {
    let id = EditionId(path.into_inner());
    let closing = input::closing(&body.form())?;
    let (_, ids) =
        api.write(Gate::Trainer, move |w, me, now| actions::close(w, me, id, &closing, now)).await?;
    Ok(created(&ClosedHoursCreated { ids: ids.into_iter().map(|id| id.0).collect() }))
}

/// Opens closed hours again.
#[utoipa::path(delete, path = "/api/v1/editions/{edition}/closed-hours/{closed}", tag = "holidays",
    params(("edition" = i64, Path), ("closed" = i64, Path)),
    responses((status = 204), (status = 404, body = crate::api::ApiErrors)))]
pub async fn open_again(api: Api, path: Path<(i64, i64)>) -> Reply {
    let (edition, closed) = path.into_inner();
    let whose = (EditionId(edition), ClosedHoursId(closed));
    api.write(Gate::Trainer, move |w, me, now| actions::open_again(w, me, whose, now)).await?;
    Ok(HttpResponse::NoContent().finish())
}
