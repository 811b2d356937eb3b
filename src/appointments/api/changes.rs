//! Changing a consultation.

use super::slots::one;
use crate::api::{Api, ApiErrors, Body};
use crate::appointments::actions;
use crate::appointments::pages::input;
use crate::db::Write;
use crate::kernel::{Actor, AppointmentSlotId, Gate};
use crate::web::{Form, Reply};
use actix_web::web::Path;
use serde::Deserialize;
use utoipa::ToSchema;

/// A consultation as it is to be held from now on: all of it, also what stays.
#[derive(Debug, Deserialize, ToSchema)]
pub struct AppointmentChangeIn {
    /// The day, `2026-11-21`.
    held_on: String,
    /// The start by the edition's clock, `14:00`.
    starts: String,
    /// The end by the edition's clock.
    ends: String,
    /// For how many people, 1–50; no fewer than have a place.
    capacity: i32,
    /// `in_person` or `online`.
    mode: String,
    /// The room.
    place: Option<String>,
    /// The link.
    link: Option<String>,
    /// What it is about.
    topic: Option<String>,
}

impl AppointmentChangeIn {
    /// The same fields as the page's form, so that both are read and refused alike.
    fn form(&self) -> Form {
        let capacity = self.capacity.to_string();
        Form::of(&[
            ("held_on", self.held_on.as_str()),
            ("starts", self.starts.as_str()),
            ("ends", self.ends.as_str()),
            ("capacity", capacity.as_str()),
            ("mode", self.mode.as_str()),
            ("place", self.place.as_deref().unwrap_or_default()),
            ("link", self.link.as_deref().unwrap_or_default()),
            ("topic", self.topic.as_deref().unwrap_or_default()),
        ])
    }
}

/// Changes a consultation that has not begun. Whoever has booked it keeps the place, is told of another time or place, and
/// may then cancel it until it begins.
#[utoipa::path(post, path = "/api/v1/appointments/{appointment}/changes", tag = "appointments",
    params(("appointment" = i64, Path)), request_body = AppointmentChangeIn,
    responses((status = 200, body = super::slots::AppointmentWithPeopleOut), (status = 404, body = ApiErrors),
        (status = 409, body = ApiErrors), (status = 422, body = ApiErrors)))]
pub async fn create(api: Api, path: Path<i64>, Body(body): Body<AppointmentChangeIn>) -> Reply {
    let id = AppointmentSlotId(path.into_inner());
    let change = move |w: &mut Write, me: &Actor, now| {
        actions::slot(w, me, id)?;
        actions::change(w, me, id, &input::change(&body.form())?, now)
    };
    api.write(Gate::Trainer, change).await?;
    one(&api, id).await
}
