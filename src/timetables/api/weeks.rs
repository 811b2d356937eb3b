//! A week for programs.

use crate::api::{Api, ok};
use crate::attendance::api::timetable::SessionOut;
use crate::kernel::{EditionId, Gate, Language};
use crate::timetables::actions::{self, Week};
use crate::timetables::pages::weeks::Shown;
use crate::web::Reply;
use actix_web::web::{Path, Query};
use serde::Serialize;
use utoipa::ToSchema;

/// A week.
#[derive(Debug, Serialize, ToSchema)]
pub struct WeekOut {
    /// Its days, from Monday.
    days: Vec<DayOut>,
}

/// A day of a week.
#[derive(Debug, Serialize, ToSchema)]
pub struct DayOut {
    /// The day.
    date: String,
    /// What the day off is called that it is.
    day_off: Option<String>,
    /// The sessions, the cancelled ones of an edition too.
    sessions: Vec<SessionOut>,
}

fn week_out(week: &Week, reader: Language) -> WeekOut {
    let day = |day: &chrono::NaiveDate| DayOut {
        date: day.to_string(),
        day_off: week.calendar.name(*day, reader).map(str::to_owned),
        sessions: week
            .sessions
            .iter()
            .filter(|held| held.row.held_on == *day)
            .map(|held| SessionOut::new(&held.row, &held.title, &held.format, reader))
            .collect(),
    };
    WeekOut { days: week.days.iter().map(day).collect() }
}

/// The week of the reader that a day is in: what the reader teaches, and what is held in the reader's editions.
#[utoipa::path(get, path = "/api/v1/week", tag = "timetables", params(("day" = Option<String>, Query)),
    responses((status = 200, body = WeekOut)))]
pub async fn own_week(api: Api, shown: Query<Shown>) -> Reply {
    let asked = (shown.day(), api.web.now());
    let (me, week) = api.read(Gate::Trainer, move |r, me| actions::of_trainer(r, me, asked)).await?;
    Ok(ok(&week_out(&week, me.actor.language)))
}

/// The week of an edition that a day is in.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/week", tag = "timetables",
    params(("edition" = i64, Path), ("day" = Option<String>, Query)), responses((status = 200, body = WeekOut)))]
pub async fn week(api: Api, path: Path<i64>, shown: Query<Shown>) -> Reply {
    let (id, asked) = (EditionId(path.into_inner()), (shown.day(), api.web.now()));
    let (me, week) = api.read(Gate::Trainer, move |r, me| actions::of_edition(r, me, id, asked)).await?;
    Ok(ok(&week_out(&week, me.actor.language)))
}
