//! What a trainer's program does: opening consultations, looking at them, withdrawing one.

mod people;

pub use people::{AppointmentSeatOut, AppointmentWithPeopleOut};

use crate::api::{Api, Body, created, ok};
use crate::appointments::actions::{self, Line};
use crate::appointments::pages::input;
use crate::db::Write;
use crate::kernel::{Actor, AppointmentSlotId, EditionId, Gate, dates};
use crate::web::{Form, Reply};
use actix_web::web::Path;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Consultations to be opened.
#[derive(Debug, Deserialize, ToSchema)]
pub struct AppointmentsIn {
    /// Who consults: a trainer of the edition.
    consultant_id: i64,
    /// The first day, `2026-11-21`.
    held_on: String,
    /// On which days of the week, `mon` … `sun`; none means that of the first day.
    #[serde(default)]
    weekdays: Vec<String>,
    /// For how many weeks, 1–26; 1 where it is left out.
    weeks: Option<i32>,
    /// The start by the edition's clock, `14:00`.
    starts: String,
    /// The end by the edition's clock.
    ends: String,
    /// How long each consultation lasts, in minutes; left out for one from the start to the end.
    every: Option<i32>,
    /// For how many people each is, 1–50.
    capacity: i32,
    /// `in_person` or `online`.
    mode: String,
    /// The room.
    place: Option<String>,
    /// The link.
    link: Option<String>,
    /// What it is about.
    topic: Option<String>,
    /// In which activity it counts for whoever came; left out where it does not count.
    activity_id: Option<i64>,
    /// How many minutes it counts; left out for as long as it lasts.
    minutes: Option<i32>,
    /// Whether times are left out that something speaks against. Otherwise all are opened or none.
    #[serde(default)]
    skip: bool,
}

impl AppointmentsIn {
    /// The same fields as the page's form, so that both are read and refused alike.
    fn form(&self) -> Form {
        let number = |number: Option<i32>| number.map(|number| number.to_string()).unwrap_or_default();
        let (trainer, capacity) = (self.consultant_id.to_string(), self.capacity.to_string());
        let (weeks, every, minutes) = (number(self.weeks), number(self.every), number(self.minutes));
        let activity = self.activity_id.map(|id| id.to_string()).unwrap_or_default();
        let mut fields = vec![
            ("trainer", trainer.as_str()),
            ("held_on", self.held_on.as_str()),
            ("weeks", weeks.as_str()),
            ("starts", self.starts.as_str()),
            ("ends", self.ends.as_str()),
            ("every", every.as_str()),
            ("capacity", capacity.as_str()),
            ("mode", self.mode.as_str()),
            ("place", self.place.as_deref().unwrap_or_default()),
            ("link", self.link.as_deref().unwrap_or_default()),
            ("topic", self.topic.as_deref().unwrap_or_default()),
            ("activity", activity.as_str()),
            ("minutes", minutes.as_str()),
        ];
        fields.extend(self.weekdays.iter().map(|day| ("weekday", day.as_str())));
        if self.skip {
            fields.push(("skip", "on"));
        }
        Form::of(&fields)
    }
}

/// Consultations that were opened.
#[derive(Debug, Serialize, ToSchema)]
pub struct AppointmentOpenedOut {
    /// The slots, as they follow one another.
    ids: Vec<i64>,
}

/// A time of a dry run.
#[derive(Debug, Serialize, ToSchema)]
pub struct AppointmentLineOut {
    /// The day.
    held_on: String,
    /// From when.
    starts: String,
    /// Until when.
    ends: String,
    /// Codes of what speaks against it; none where it can be opened.
    faults: Vec<String>,
}

impl AppointmentLineOut {
    fn new(line: &Line) -> AppointmentLineOut {
        AppointmentLineOut {
            held_on: line.hour.on.to_string(),
            starts: dates::time(line.hour.starts),
            ends: dates::time(line.hour.ends),
            faults: line.faults.iter().map(|fault| fault.code.clone()).collect(),
        }
    }
}

/// A request that waits for an answer.
#[derive(Debug, Serialize, ToSchema)]
pub struct AppointmentWaitingOut {
    /// The request.
    id: i64,
    /// Whose.
    enrolment_id: i64,
    /// The name.
    name: String,
    /// With whom.
    consultant_id: i64,
    /// The instant it would start, UTC.
    starts_at: String,
    /// The instant it would end, UTC.
    ends_at: String,
    /// `in_person` or `online`.
    mode: String,
    /// What it is about.
    question: String,
}

/// The consultations of an edition.
#[derive(Debug, Serialize, ToSchema)]
pub struct AppointmentDeskOut {
    /// Every slot, as they follow one another.
    appointments: Vec<AppointmentWithPeopleOut>,
    /// The requests that wait.
    requests: Vec<AppointmentWaitingOut>,
    /// Until how many hours before its start a consultation is cancelled.
    cancel_hours: i32,
}

/// Until when consultations are cancelled.
#[derive(Debug, Deserialize, ToSchema)]
pub struct AppointmentLimitIn {
    /// So many hours before the start, 0–720.
    cancel_hours: i32,
}

/// Why something is withdrawn or declined.
#[derive(Debug, Deserialize, ToSchema)]
pub struct AppointmentReasonIn {
    /// Why.
    pub(super) reason: String,
}

/// The answer about all consultations of an edition.
pub(super) async fn desk(api: &Api, id: EditionId) -> Result<AppointmentDeskOut, crate::web::Failure> {
    let now = api.web.now();
    let (_, desk) = api.read(Gate::Trainer, move |r, me| actions::desk(r, me, id, now)).await?;
    let waiting = desk.requests.iter().map(|(row, name)| AppointmentWaitingOut {
        id: row.id.0,
        enrolment_id: row.enrolment.0,
        name: name.full(),
        consultant_id: row.consultant.0,
        starts_at: row.starts_at.rfc3339(),
        ends_at: row.ends_at.rfc3339(),
        mode: row.mode.as_str().to_owned(),
        question: row.question.clone(),
    });
    Ok(AppointmentDeskOut {
        requests: waiting.collect(),
        appointments: desk.entries.iter().map(AppointmentWithPeopleOut::new).collect(),
        cancel_hours: desk.cancel_hours,
    })
}

/// The consultations of an edition with who has them, and the requests that wait.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/appointments", tag = "appointments",
    params(("edition" = i64, Path)),
    responses((status = 200, body = AppointmentDeskOut), (status = 404, body = crate::api::ApiErrors)))]
pub async fn index(api: Api, path: Path<i64>) -> Reply {
    Ok(ok(&desk(&api, EditionId(path.into_inner())).await?))
}

/// Opens consultations: one, or a row of them on days that repeat weekly.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/appointments", tag = "appointments",
    params(("edition" = i64, Path)), request_body = AppointmentsIn,
    responses((status = 201, body = AppointmentOpenedOut), (status = 404, body = crate::api::ApiErrors),
        (status = 409, body = crate::api::ApiErrors), (status = 422, body = crate::api::ApiErrors)))]
pub async fn create(api: Api, path: Path<i64>, Body(body): Body<AppointmentsIn>) -> Reply {
    let id = EditionId(path.into_inner());
    let open = move |w: &mut Write, me: &Actor, now| {
        actions::require_taught(w, me, id)?;
        let (opening, skip) = input::opening(&body.form())?;
        actions::open(w, me, id, (&opening, skip), now)
    };
    let (_, opened) = api.write(Gate::Trainer, open).await?;
    Ok(created(&AppointmentOpenedOut { ids: opened.iter().map(|id| id.0).collect() }))
}

/// Every time of a row with what speaks against it. Nothing is opened.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/appointments/dry-runs", tag = "appointments",
    params(("edition" = i64, Path)), request_body = AppointmentsIn,
    responses((status = 200, body = Vec<AppointmentLineOut>), (status = 404, body = crate::api::ApiErrors),
        (status = 422, body = crate::api::ApiErrors)))]
pub async fn look(api: Api, path: Path<i64>, Body(body): Body<AppointmentsIn>) -> Reply {
    let (id, now) = (EditionId(path.into_inner()), api.web.now());
    let run = move |r: &mut crate::db::Read, me: &Actor| {
        actions::require_taught(r, me, id)?;
        let (opening, _) = input::opening(&body.form())?;
        actions::dry_run(r, me, id, &opening, now)
    };
    let (_, (_, lines)) = api.read(Gate::Trainer, run).await?;
    Ok(ok(&lines.iter().map(AppointmentLineOut::new).collect::<Vec<_>>()))
}

/// Says until how many hours before its start a consultation of the edition is cancelled.
#[utoipa::path(put, path = "/api/v1/editions/{edition}/appointment-setting", tag = "appointments",
    params(("edition" = i64, Path)), request_body = AppointmentLimitIn,
    responses((status = 200, body = AppointmentDeskOut), (status = 404, body = crate::api::ApiErrors),
        (status = 422, body = crate::api::ApiErrors)))]
pub async fn set(api: Api, path: Path<i64>, Body(body): Body<AppointmentLimitIn>) -> Reply {
    let (id, hours) = (EditionId(path.into_inner()), body.cancel_hours);
    let set = move |w: &mut Write, me: &Actor, now| actions::set_cancel_hours(w, me, id, hours, now);
    api.write(Gate::Trainer, set).await?;
    Ok(ok(&desk(&api, id).await?))
}

/// The answer about one consultation.
pub(super) async fn one(api: &Api, id: AppointmentSlotId) -> Reply {
    let (_, view) = api.read(Gate::Trainer, move |r, me| actions::slot(r, me, id)).await?;
    Ok(ok(&AppointmentWithPeopleOut::new(&view.entry)))
}

/// A consultation with everybody who has or had a place in it.
#[utoipa::path(get, path = "/api/v1/appointments/{appointment}", tag = "appointments",
    params(("appointment" = i64, Path)),
    responses((status = 200, body = AppointmentWithPeopleOut), (status = 404, body = crate::api::ApiErrors)))]
pub async fn show(api: Api, path: Path<i64>) -> Reply {
    one(&api, AppointmentSlotId(path.into_inner())).await
}

/// Withdraws a consultation. Everybody who has a place in it gets a letter.
#[utoipa::path(post, path = "/api/v1/appointments/{appointment}/withdrawal", tag = "appointments",
    params(("appointment" = i64, Path)), request_body = AppointmentReasonIn,
    responses((status = 200, body = AppointmentWithPeopleOut), (status = 404, body = crate::api::ApiErrors),
        (status = 422, body = crate::api::ApiErrors)))]
pub async fn withdraw(api: Api, path: Path<i64>, Body(body): Body<AppointmentReasonIn>) -> Reply {
    let id = AppointmentSlotId(path.into_inner());
    let withdraw = move |w: &mut Write, me: &Actor, now| {
        actions::slot(w, me, id)?;
        let why = input::reason(&Form::of(&[("reason", &body.reason)]))?;
        actions::withdraw(w, me, id, &why, now)
    };
    api.write(Gate::Trainer, withdraw).await?;
    one(&api, id).await
}
