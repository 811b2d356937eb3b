//! What a trainee's program does.

use super::AppointmentOut;
use super::answers::AppointmentBookedOut;
use crate::api::{Api, Body, created, ok};
use crate::appointments::actions::{self, Own, OwnBooking};
use crate::appointments::pages::input;
use crate::db::Write;
use crate::kernel::{
    Actor, AppointmentBookingId, AppointmentRequestId, AppointmentSlotId, EditionId, Gate, Moment,
};
use crate::web::{Form, Reply};
use actix_web::web::Path;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// One's own booking.
#[derive(Debug, Serialize, ToSchema)]
pub struct AppointmentOwnBookingOut {
    /// The booking.
    booking_id: i64,
    /// When, where and by whom.
    appointment: AppointmentOut,
    /// What one asks.
    question: Option<String>,
    /// Since when it is over.
    ended_at: Option<String>,
    /// Why it was ended by somebody else.
    end_reason: Option<String>,
    /// Until when it may be cancelled or swapped.
    cancel_by: String,
    /// Whether one came; `null` before somebody has said so.
    came: Option<bool>,
    /// What came out of it, where the consultant shows it.
    note: Option<String>,
}

impl AppointmentOwnBookingOut {
    fn new(one: &OwnBooking) -> AppointmentOwnBookingOut {
        AppointmentOwnBookingOut {
            booking_id: one.row.id.0,
            appointment: AppointmentOut::new(&one.slot),
            question: one.row.question.clone(),
            ended_at: one.row.ended_at.map(Moment::rfc3339),
            end_reason: one.row.end_reason.clone(),
            cancel_by: one.cancel_by.rfc3339(),
            came: one.came,
            note: one.note.clone(),
        }
    }
}

/// A consultation that is free.
#[derive(Debug, Serialize, ToSchema)]
pub struct AppointmentFreeOut {
    /// When, where and by whom; the link is for those who have a place.
    appointment: AppointmentOut,
    /// How many places are left.
    left: i64,
}

/// What one has asked for.
#[derive(Debug, Serialize, ToSchema)]
pub struct AppointmentOwnRequestOut {
    /// The request.
    id: i64,
    /// With whom.
    consultant_id: i64,
    /// The instant it would start, UTC.
    starts_at: String,
    /// What it is about.
    question: String,
    /// `waiting`, `confirmed`, `declined` or `taken_back`.
    state: String,
    /// Why it was declined.
    reason: Option<String>,
}

/// Consultations as a trainee has them.
#[derive(Debug, Serialize, ToSchema)]
pub struct OwnAppointmentsOut {
    /// One's own that are ahead, the next first.
    ahead: Vec<AppointmentOwnBookingOut>,
    /// What is over or was given up, the latest first.
    history: Vec<AppointmentOwnBookingOut>,
    /// What is free, the next first.
    free: Vec<AppointmentFreeOut>,
    /// What one has asked for, the latest first.
    requests: Vec<AppointmentOwnRequestOut>,
}

impl OwnAppointmentsOut {
    fn new(own: &Own) -> OwnAppointmentsOut {
        let free = own.free.iter().map(|one| AppointmentFreeOut {
            appointment: AppointmentOut::without_link(&one.offered.slot),
            left: one.left,
        });
        let requests = own.requests.iter().map(|(row, _)| AppointmentOwnRequestOut {
            id: row.id.0,
            consultant_id: row.consultant.0,
            starts_at: row.starts_at.rfc3339(),
            question: row.question.clone(),
            state: match (row.waits(), row.slot, row.taken_back_at) {
                (true, ..) => "waiting",
                (_, Some(_), _) => "confirmed",
                (_, None, Some(_)) => "taken_back",
                (_, None, None) => "declined",
            }
            .to_owned(),
            reason: row.answer_reason.clone(),
        });
        OwnAppointmentsOut {
            ahead: own.ahead.iter().map(AppointmentOwnBookingOut::new).collect(),
            history: own.history.iter().map(AppointmentOwnBookingOut::new).collect(),
            free: free.collect(),
            requests: requests.collect(),
        }
    }
}

/// What somebody asks who books a consultation.
#[derive(Debug, Deserialize, ToSchema)]
pub struct AppointmentBookingIn {
    /// What is asked, at most a thousand characters.
    question: Option<String>,
}

/// For what a booking is given up.
#[derive(Debug, Deserialize, ToSchema)]
pub struct AppointmentSwapIn {
    /// The other slot, of the same edition.
    appointment_id: i64,
}

/// A consultation that one asks for.
#[derive(Debug, Deserialize, ToSchema)]
pub struct AppointmentRequestIn {
    /// With whom: a trainer of the edition.
    consultant_id: i64,
    /// The day by the edition's calendar, `2026-11-21`.
    held_on: String,
    /// The start by the edition's clock, `14:00`.
    starts: String,
    /// For how many minutes, 10–180.
    minutes: i32,
    /// `in_person` or `online`.
    mode: String,
    /// What it is about.
    question: String,
}

impl AppointmentRequestIn {
    fn form(&self) -> Form {
        let (trainer, minutes) = (self.consultant_id.to_string(), self.minutes.to_string());
        Form::of(&[
            ("trainer", &trainer),
            ("held_on", &self.held_on),
            ("starts", &self.starts),
            ("minutes", &minutes),
            ("mode", &self.mode),
            ("question", &self.question),
        ])
    }
}

/// A request that was made.
#[derive(Debug, Serialize, ToSchema)]
pub struct AppointmentRequestedOut {
    /// The request.
    id: i64,
}

async fn own(api: &Api) -> Reply {
    let now = api.web.now();
    let (_, own) = api.read(Gate::SignedIn, move |r, me| actions::own(r, me, now)).await?;
    Ok(ok(&OwnAppointmentsOut::new(&own)))
}

/// The caller's consultations, and what is free in their editions.
#[utoipa::path(get, path = "/api/v1/appointments", tag = "appointments",
    responses((status = 200, body = OwnAppointmentsOut)))]
pub async fn index(api: Api) -> Reply {
    own(&api).await
}

/// Books a consultation for the caller. The second time changes nothing.
#[utoipa::path(post, path = "/api/v1/appointments/{appointment}/bookings", tag = "appointments",
    params(("appointment" = i64, Path)), request_body = AppointmentBookingIn,
    responses((status = 201, body = AppointmentBookedOut), (status = 404, body = crate::api::ApiErrors),
        (status = 422, body = crate::api::ApiErrors)))]
pub async fn book(api: Api, path: Path<i64>, Body(body): Body<AppointmentBookingIn>) -> Reply {
    let id = AppointmentSlotId(path.into_inner());
    let book = move |w: &mut Write, me: &Actor, now| {
        let question = body.question.as_deref().unwrap_or_default();
        let question = input::question(&Form::of(&[("question", question)]))?;
        actions::book(w, me, id, question.as_deref(), now)
    };
    let (_, booking) = api.write(Gate::SignedIn, book).await?;
    Ok(created(&AppointmentBookedOut { booking_id: booking.0 }))
}

/// Gives a booking up for another consultation, both at once: where the new one cannot be had, the old one stays.
#[utoipa::path(post, path = "/api/v1/appointment-bookings/{booking}/swap", tag = "appointments",
    params(("booking" = i64, Path)), request_body = AppointmentSwapIn,
    responses((status = 201, body = AppointmentBookedOut), (status = 404, body = crate::api::ApiErrors),
        (status = 422, body = crate::api::ApiErrors)))]
pub async fn swap(api: Api, path: Path<i64>, Body(body): Body<AppointmentSwapIn>) -> Reply {
    let (id, to) = (AppointmentBookingId(path.into_inner()), AppointmentSlotId(body.appointment_id));
    let swap = move |w: &mut Write, me: &Actor, now| actions::swap(w, me, (id, to), now);
    let (_, booking) = api.write(Gate::SignedIn, swap).await?;
    Ok(created(&AppointmentBookedOut { booking_id: booking.0 }))
}

/// Cancels a booking of the caller's. Its place is free at once.
#[utoipa::path(post, path = "/api/v1/appointment-bookings/{booking}/cancellation", tag = "appointments",
    params(("booking" = i64, Path)),
    responses((status = 200, body = OwnAppointmentsOut), (status = 404, body = crate::api::ApiErrors),
        (status = 422, body = crate::api::ApiErrors)))]
pub async fn cancel(api: Api, path: Path<i64>) -> Reply {
    let id = AppointmentBookingId(path.into_inner());
    let cancel = move |w: &mut Write, me: &Actor, now| actions::cancel(w, me, id, now);
    api.write(Gate::SignedIn, cancel).await?;
    own(&api).await
}

/// Asks for a consultation at a time that nobody has opened.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/appointment-requests", tag = "appointments",
    params(("edition" = i64, Path)), request_body = AppointmentRequestIn,
    responses((status = 201, body = AppointmentRequestedOut), (status = 404, body = crate::api::ApiErrors),
        (status = 409, body = crate::api::ApiErrors), (status = 422, body = crate::api::ApiErrors)))]
pub async fn ask(api: Api, path: Path<i64>, Body(body): Body<AppointmentRequestIn>) -> Reply {
    let id = EditionId(path.into_inner());
    let ask = move |w: &mut Write, me: &Actor, now| {
        actions::require_learning(w, me, id)?;
        let wish = input::wish(&body.form())?;
        actions::ask(w, me, id, &wish, now)
    };
    let (_, request) = api.write(Gate::SignedIn, ask).await?;
    Ok(created(&AppointmentRequestedOut { id: request.0 }))
}

/// Takes a request of the caller's back that nobody has answered.
#[utoipa::path(post, path = "/api/v1/appointment-requests/{request}/withdrawal", tag = "appointments",
    params(("request" = i64, Path)),
    responses((status = 200, body = OwnAppointmentsOut), (status = 404, body = crate::api::ApiErrors),
        (status = 422, body = crate::api::ApiErrors)))]
pub async fn take_back(api: Api, path: Path<i64>) -> Reply {
    let id = AppointmentRequestId(path.into_inner());
    api.write(Gate::SignedIn, move |w, me, now| actions::take_back(w, me, id, now)).await?;
    own(&api).await
}
