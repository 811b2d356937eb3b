//! The timetable of an edition as JSON: sessions listed, booked, laid out, moved and cancelled.

use crate::api::{Api, Body, Listing, created, ok};
use crate::attendance::actions;
use crate::attendance::pages::input;
use crate::attendance::store::sessions::SessionRow;
use crate::db::Write;
use crate::kernel::{Actor, EditionId, Gate, Language, Localised, SessionId, dates};
use crate::web::{Form, Reply};
use actix_web::HttpResponse;
use actix_web::web::Path;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A session.
#[derive(Debug, Serialize, ToSchema)]
pub struct SessionOut {
    /// The session.
    id: i64,
    /// Its edition.
    edition_id: i64,
    /// The activity that is held.
    activity_id: i64,
    /// The title of the activity.
    title: String,
    /// Its format by the centre's own list.
    format: String,
    /// The day by the edition's calendar, `2026-11-21`.
    held_on: String,
    /// The start by the edition's clock, `10:00`.
    starts: String,
    /// The end by the edition's clock.
    ends: String,
    /// The edition's IANA zone.
    time_zone: String,
    /// The instant of the start, UTC.
    starts_at: String,
    /// The instant of the end, UTC.
    ends_at: String,
    /// `in_person`, `online` or `mixed`.
    mode: String,
    /// The room.
    place: Option<String>,
    /// The link.
    link: Option<String>,
    /// Who teaches.
    trainer_id: Option<i64>,
    /// Since when it is cancelled.
    cancelled_at: Option<String>,
    /// Why it is cancelled.
    cancellation_reason: Option<String>,
}

impl SessionOut {
    /// A session, its title in the reader's language.
    pub fn new(row: &SessionRow, title: &Localised, format: &str, reader: Language) -> SessionOut {
        SessionOut {
            id: row.id.0,
            edition_id: row.edition_id.0,
            activity_id: row.activity_id.0,
            title: title.for_reader(reader).to_owned(),
            format: format.to_owned(),
            held_on: row.held_on.to_string(),
            starts: dates::time(row.starts_local),
            ends: dates::time(row.ends_local),
            time_zone: row.time_zone.name().to_owned(),
            starts_at: row.starts_at.rfc3339(),
            ends_at: row.ends_at.rfc3339(),
            mode: row.mode.as_str().to_owned(),
            place: row.place.clone(),
            link: row.link.clone(),
            trainer_id: row.trainer_id.map(|id| id.0),
            cancelled_at: row.cancelled_at.map(crate::kernel::Moment::rfc3339),
            cancellation_reason: row.cancellation_reason.clone(),
        }
    }
}

/// A session to be booked.
#[derive(Debug, Deserialize, ToSchema)]
pub struct SessionIn {
    /// An activity of the edition's programme that is completed by being there.
    activity_id: i64,
    /// The day, `2026-11-21`.
    held_on: String,
    /// The start by the edition's clock, `10:00`.
    starts: String,
    /// The end by the edition's clock.
    ends: String,
    /// `in_person`, `online` or `mixed`.
    mode: String,
    /// The room, unless online.
    place: Option<String>,
    /// The link, unless in person.
    link: Option<String>,
    /// A trainer of the edition.
    trainer_id: Option<i64>,
    /// Why it is to be held although people of the edition are asked elsewhere at the time; audited. Nothing else is
    /// overridden by it.
    despite: Option<String>,
}

impl SessionIn {
    /// The same fields as the page's form, so that both are read and refused alike.
    fn form(&self) -> Form {
        let trainer = self.trainer_id.map(|id| id.to_string()).unwrap_or_default();
        let mut despite = Vec::new();
        if let Some(reason) = &self.despite {
            despite = vec![("despite", "on"), ("despite_reason", reason.as_str())];
        }
        let activity = self.activity_id.to_string();
        let mut fields = vec![
            ("activity", activity.as_str()),
            ("held_on", self.held_on.as_str()),
            ("starts", self.starts.as_str()),
            ("ends", self.ends.as_str()),
            ("mode", self.mode.as_str()),
            ("place", self.place.as_deref().unwrap_or_default()),
            ("link", self.link.as_deref().unwrap_or_default()),
            ("trainer", trainer.as_str()),
        ];
        fields.extend(despite);
        Form::of(&fields)
    }
}

/// The id of what was made.
#[derive(Debug, Serialize, ToSchema)]
pub struct SessionCreated {
    /// The session.
    id: i64,
    /// What the day off is called that it is held on: a warning, it is booked all the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    day_off: Option<String>,
}

/// How a timetable is to be laid out.
#[derive(Debug, Deserialize, ToSchema)]
pub struct PlanIn {
    /// On which days of the week: `mon`, `tue`, `wed`, `thu`, `fri`, `sat`, `sun`.
    weekdays: Vec<String>,
    /// From when on each, by the edition's clock, `10:00`.
    starts: String,
    /// Until when at the latest.
    ends: String,
    /// The first day that may be used, `2026-09-01`.
    from: String,
    /// The room of what is held in person.
    place: Option<String>,
    /// The link of what is held online.
    link: Option<String>,
    /// A trainer of the edition.
    trainer_id: Option<i64>,
}

impl PlanIn {
    /// The same fields as the page's form, so that both are read and refused alike.
    fn form(&self) -> Form {
        let trainer = self.trainer_id.map(|id| id.to_string()).unwrap_or_default();
        let mut fields = vec![
            ("starts", self.starts.as_str()),
            ("ends", self.ends.as_str()),
            ("from", self.from.as_str()),
            ("place", self.place.as_deref().unwrap_or_default()),
            ("link", self.link.as_deref().unwrap_or_default()),
            ("trainer", trainer.as_str()),
        ];
        fields.extend(self.weekdays.iter().map(|day| ("weekday", day.as_str())));
        Form::of(&fields)
    }
}

/// What laying out made.
#[derive(Debug, Serialize, ToSchema)]
pub struct PlannedCount {
    /// How many sessions were booked.
    booked: usize,
}

/// Why a session is cancelled.
#[derive(Debug, Deserialize, ToSchema)]
pub struct CancellationIn {
    /// Goes into the letter to everybody of whom it is asked.
    reason: String,
}

/// The sessions of an edition, the cancelled ones too.
#[utoipa::path(get, path = "/api/v1/editions/{id}/sessions", tag = "attendance", params(("id" = i64, Path)),
    responses((status = 200, body = Listing<SessionOut>)))]
pub async fn index(api: Api, path: Path<i64>) -> Reply {
    let id = EditionId(path.into_inner());
    let (me, timetable) = api.read(Gate::Trainer, move |r, me| actions::timetable(r, me, id)).await?;
    let rows = timetable.sessions.iter();
    let items = rows
        .map(|(row, title, format)| SessionOut::new(row, title, &format.key, me.actor.language))
        .collect();
    Ok(ok(&Listing { items, next_after: None::<i64> }))
}

/// Books a session. A trainer or a room that is taken, people who are asked elsewhere, and closed hours are refused with
/// the other session, or the hours, named.
#[utoipa::path(post, path = "/api/v1/editions/{id}/sessions", tag = "attendance", params(("id" = i64, Path)),
    request_body = SessionIn, responses((status = 201, body = SessionCreated)))]
pub async fn create(api: Api, path: Path<i64>, Body(body): Body<SessionIn>) -> Reply {
    let id = EditionId(path.into_inner());
    let (wanted, despite) = input::wanted(&body.form())?;
    let book = move |w: &mut Write, me: &Actor, now| {
        let session = actions::book_despite(w, me, id, (&wanted, despite.as_deref()), now)?;
        Ok((session, actions::day_off(w, id, wanted.held_on)?))
    };
    let (me, (session, off)) = api.write(Gate::Trainer, book).await?;
    let day_off = off.map(|name| name.for_reader(me.actor.language).to_owned());
    Ok(created(&SessionCreated { id: session.0, day_off }))
}

/// Lays out a session for every activity of the edition that has none, in programme order, around whatever the
/// trainer and the room are taken by.
#[utoipa::path(post, path = "/api/v1/editions/{id}/session-plans", tag = "attendance", params(("id" = i64, Path)),
    request_body = PlanIn, responses((status = 201, body = PlannedCount), (status = 422, body = crate::api::ApiErrors)))]
pub async fn plan(api: Api, path: Path<i64>, Body(body): Body<PlanIn>) -> Reply {
    let id = EditionId(path.into_inner());
    let wanted = input::plan(&body.form())?;
    let (_, booked) =
        api.write(Gate::Trainer, move |w, me, now| actions::plan(w, me, id, &wanted, now)).await?;
    Ok(created(&PlannedCount { booked }))
}

/// Moves a session, or changes its place, link or trainer: all fields, as in booking it. What was marked keeps
/// its share of the new length.
#[utoipa::path(put, path = "/api/v1/sessions/{id}", tag = "attendance", params(("id" = i64, Path)),
    request_body = SessionIn,
    responses((status = 204), (status = 404, body = crate::api::ApiErrors),
        (status = 409, body = crate::api::ApiErrors), (status = 422, body = crate::api::ApiErrors)))]
pub async fn update(api: Api, path: Path<i64>, Body(body): Body<SessionIn>) -> Reply {
    let id = SessionId(path.into_inner());
    let (wanted, despite) = input::wanted(&body.form())?;
    let change = move |w: &mut Write, me: &Actor, now| {
        actions::change_despite(w, me, id, (&wanted, despite.as_deref()), now)
    };
    api.write(Gate::Trainer, change).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Cancels a session in which nobody is marked, and writes to everybody of whom it is asked.
#[utoipa::path(post, path = "/api/v1/sessions/{id}/cancellation", tag = "attendance", params(("id" = i64, Path)),
    request_body = CancellationIn, responses((status = 201, body = SessionCreated)))]
pub async fn cancel(api: Api, path: Path<i64>, Body(body): Body<CancellationIn>) -> Reply {
    let id = SessionId(path.into_inner());
    let why = input::reason(&Form::of(&[("reason", &body.reason)]))?;
    api.write(Gate::Trainer, move |w, me, now| actions::cancel(w, me, id, &why, now)).await?;
    Ok(created(&SessionCreated { id: id.0, day_off: None }))
}
