//! Shifts of an edition as JSON.

use crate::agendas::actions;
use crate::agendas::pages::input;
use crate::agendas::store::shifts::ShiftRow;
use crate::api::{Api, Body, Listing, created, ok};
use crate::kernel::{EditionId, Gate, ShiftId};
use crate::web::{Form, Reply};
use actix_web::HttpResponse;
use actix_web::web::Path;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A shift.
#[derive(Debug, Serialize, ToSchema)]
pub struct ShiftOut {
    /// The shift.
    id: i64,
    /// The first day by the edition's calendar, `2026-09-10`.
    first_on: String,
    /// The last day, still inside.
    last_on: String,
    /// Where.
    place: String,
    /// Where people sleep.
    lodging: Option<String>,
    /// Where and when people eat.
    meals: Option<String>,
}

impl ShiftOut {
    fn new(row: &ShiftRow) -> ShiftOut {
        ShiftOut {
            id: row.id.0,
            first_on: row.shift.first_on.to_string(),
            last_on: row.shift.last_on.to_string(),
            place: row.shift.place.clone(),
            lodging: row.shift.lodging.clone(),
            meals: row.shift.meals.clone(),
        }
    }
}

/// A shift to be made or changed.
#[derive(Debug, Deserialize, ToSchema)]
pub struct ShiftIn {
    /// The first day by the edition's calendar, `2026-09-10`.
    first_on: String,
    /// The last day, still inside.
    last_on: String,
    /// Where.
    place: String,
    /// Where people sleep.
    lodging: Option<String>,
    /// Where and when people eat.
    meals: Option<String>,
}

impl ShiftIn {
    fn form(&self) -> Form {
        Form::of(&[
            ("first_on", &self.first_on),
            ("last_on", &self.last_on),
            ("place", &self.place),
            ("lodging", self.lodging.as_deref().unwrap_or_default()),
            ("meals", self.meals.as_deref().unwrap_or_default()),
        ])
    }
}

/// The id of what was made.
#[derive(Debug, Serialize, ToSchema)]
pub struct ShiftCreated {
    /// The shift.
    id: i64,
}

/// The shifts of an edition, the earliest first.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/shifts", tag = "agendas", params(("edition" = i64, Path)),
    responses((status = 200, body = Listing<ShiftOut>), (status = 404, body = crate::api::ApiErrors)))]
pub async fn index(api: Api, path: Path<i64>) -> Reply {
    let id = EditionId(path.into_inner());
    let (_, found) = api.read(Gate::Trainer, move |r, me| actions::shifts(r, me, id)).await?;
    Ok(ok(&Listing { items: found.shifts.iter().map(ShiftOut::new).collect(), next_after: None }))
}

/// Makes a shift: several days of an edition at one place.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/shifts", tag = "agendas", params(("edition" = i64, Path)),
    request_body = ShiftIn,
    responses((status = 201, body = ShiftCreated), (status = 404, body = crate::api::ApiErrors),
        (status = 409, body = crate::api::ApiErrors), (status = 422, body = crate::api::ApiErrors)))]
pub async fn create(api: Api, path: Path<i64>, Body(body): Body<ShiftIn>) -> Reply {
    let id = EditionId(path.into_inner());
    let wanted = input::shift(&body.form())?;
    let (_, shift) =
        api.write(Gate::Trainer, move |w, me, now| actions::create_shift(w, me, id, &wanted, now)).await?;
    Ok(created(&ShiftCreated { id: shift.0 }))
}

/// Changes a shift.
#[utoipa::path(put, path = "/api/v1/shifts/{shift}", tag = "agendas", params(("shift" = i64, Path)),
    request_body = ShiftIn,
    responses((status = 204), (status = 404, body = crate::api::ApiErrors),
        (status = 409, body = crate::api::ApiErrors), (status = 422, body = crate::api::ApiErrors)))]
pub async fn update(api: Api, path: Path<i64>, Body(body): Body<ShiftIn>) -> Reply {
    let id = ShiftId(path.into_inner());
    let wanted = input::shift(&body.form())?;
    api.write(Gate::Trainer, move |w, me, now| actions::update_shift(w, me, id, &wanted, now)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Takes a shift out of its edition; sessions on its days stay as they are.
#[utoipa::path(delete, path = "/api/v1/shifts/{shift}", tag = "agendas", params(("shift" = i64, Path)),
    responses((status = 204), (status = 404, body = crate::api::ApiErrors),
        (status = 409, body = crate::api::ApiErrors)))]
pub async fn destroy(api: Api, path: Path<i64>) -> Reply {
    let id = ShiftId(path.into_inner());
    api.write(Gate::Trainer, move |w, me, now| actions::remove_shift(w, me, id, now)).await?;
    Ok(HttpResponse::NoContent().finish())
}
