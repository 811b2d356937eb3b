//! What a trainer's program answers to those who ask for a consultation.

use super::slots::{AppointmentDeskOut, AppointmentReasonIn, desk};
use crate::api::{Api, Body, created, ok};
use crate::appointments::actions::{self, Confirmation};
use crate::appointments::pages::input;
use crate::db::Write;
use crate::kernel::{Actor, AppointmentRequestId, Gate};
use crate::web::{Form, Reply};
use actix_web::web::Path;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Where a consultation is held that was asked for.
#[derive(Debug, Deserialize, ToSchema)]
pub struct AppointmentConfirmationIn {
    /// The room, for one in person.
    place: Option<String>,
    /// The link, for one online.
    link: Option<String>,
}

/// A booking that was made.
#[derive(Debug, Serialize, ToSchema)]
pub struct AppointmentBookedOut {
    /// The booking.
    pub booking_id: i64,
}

/// Confirms a request: it becomes a consultation that is booked already.
#[utoipa::path(post, path = "/api/v1/appointment-requests/{request}/confirmation", tag = "appointments",
    params(("request" = i64, Path)), request_body = AppointmentConfirmationIn,
    responses((status = 201, body = AppointmentBookedOut), (status = 404, body = crate::api::ApiErrors),
        (status = 422, body = crate::api::ApiErrors)))]
pub async fn confirm(api: Api, path: Path<i64>, Body(body): Body<AppointmentConfirmationIn>) -> Reply {
    let id = AppointmentRequestId(path.into_inner());
    let confirm = move |w: &mut Write, me: &Actor, now| {
        actions::edition_of(w, me, id)?;
        let (place, link) = (body.place.as_deref(), body.link.as_deref());
        let form = [("place", place.unwrap_or_default()), ("link", link.unwrap_or_default())];
        let at: Confirmation = input::confirmation(&Form::of(&form))?;
        actions::confirm(w, me, id, &at, now)
    };
    let (_, booking) = api.write(Gate::Trainer, confirm).await?;
    Ok(created(&AppointmentBookedOut { booking_id: booking.0 }))
}

/// Declines a request, and tells the trainee why.
#[utoipa::path(post, path = "/api/v1/appointment-requests/{request}/refusal", tag = "appointments",
    params(("request" = i64, Path)), request_body = AppointmentReasonIn,
    responses((status = 200, body = AppointmentDeskOut), (status = 404, body = crate::api::ApiErrors),
        (status = 422, body = crate::api::ApiErrors)))]
pub async fn decline(api: Api, path: Path<i64>, Body(body): Body<AppointmentReasonIn>) -> Reply {
    let id = AppointmentRequestId(path.into_inner());
    let decline = move |w: &mut Write, me: &Actor, now| {
        let edition = actions::edition_of(w, me, id)?;
        let why = input::reason(&Form::of(&[("reason", &body.reason)]))?;
        actions::decline(w, me, id, &why, now)?;
        Ok(edition)
    };
    let (_, edition) = api.write(Gate::Trainer, decline).await?;
    Ok(ok(&desk(&api, edition).await?))
}
