//! The years of registers, for programs.

use crate::api::{Api, ApiErrors, Body, Listing, ok};
use crate::kernel::{Gate, OrganisationId};
use crate::registers::actions::years::{self as actions, Year};
use crate::web::Reply;
use actix_web::HttpResponse;
use actix_web::web::Path;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The description of this part of the API.
#[derive(utoipa::OpenApi)]
#[openapi(paths(index, close, open))]
pub struct Doc;

/// A year of an organisation's registers.
#[derive(Debug, Serialize, ToSchema)]
pub struct RegisterYearOut {
    /// Which.
    year: i32,
    /// Whether it is closed: nothing is issued into it.
    closed: bool,
    /// How many documents were issued in it.
    documents: i64,
    /// When it was closed or opened last, RFC 3339; `null` where it never was.
    changed_at: Option<String>,
    /// Why it was opened again.
    reason: Option<String>,
}

impl RegisterYearOut {
    fn new(year: &Year) -> RegisterYearOut {
        let newest = year.history.first().map(|(row, _)| row);
        RegisterYearOut {
            year: year.year,
            closed: year.closed,
            documents: year.documents,
            changed_at: newest.map(|row| row.at.rfc3339()),
            reason: newest.and_then(|row| row.reason.clone()),
        }
    }
}

/// Which year is closed.
#[derive(Debug, Deserialize, ToSchema)]
pub struct RegisterClosingIn {
    /// One that is over.
    #[serde(default)]
    year: i32,
}

/// Which year is opened again.
#[derive(Debug, Deserialize, ToSchema)]
pub struct RegisterOpeningIn {
    /// One that is closed.
    #[serde(default)]
    year: i32,
    /// Why.
    #[serde(default)]
    reason: String,
}

/// The years of an organisation's registers, the latest first.
#[utoipa::path(get, path = "/api/v1/organisations/{organisation}/register-years", tag = "registers",
    params(("organisation" = i64, Path)),
    responses((status = 200, body = Listing<RegisterYearOut>), (status = 404, body = ApiErrors)))]
pub async fn index(api: Api, path: Path<i64>) -> Reply {
    let (id, now) = (OrganisationId(path.into_inner()), api.web.now());
    let (_, found) = api.read(Gate::Administrator, move |r, me| actions::show(r, me, id, now)).await?;
    let items = found.years.iter().map(RegisterYearOut::new).collect();
    Ok(ok(&Listing { items, next_after: None::<i64> }))
}

/// Closes a year that is over.
#[utoipa::path(post, path = "/api/v1/organisations/{organisation}/register-closings", tag = "registers",
    params(("organisation" = i64, Path)), request_body = RegisterClosingIn,
    responses((status = 204), (status = 404, body = ApiErrors), (status = 422, body = ApiErrors)))]
pub async fn close(api: Api, path: Path<i64>, Body(body): Body<RegisterClosingIn>) -> Reply {
    let (id, year) = (OrganisationId(path.into_inner()), body.year);
    api.write(Gate::Administrator, move |w, me, now| actions::close(w, me, (id, year), now)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Opens a closed year again, with a reason.
#[utoipa::path(post, path = "/api/v1/organisations/{organisation}/register-openings", tag = "registers",
    params(("organisation" = i64, Path)), request_body = RegisterOpeningIn,
    responses((status = 204), (status = 404, body = ApiErrors), (status = 422, body = ApiErrors)))]
pub async fn open(api: Api, path: Path<i64>, Body(body): Body<RegisterOpeningIn>) -> Reply {
    let id = OrganisationId(path.into_inner());
    let RegisterOpeningIn { year, reason } = body;
    api.write(Gate::Administrator, move |w, me, now| actions::open(w, me, (id, year, &reason), now)).await?;
    Ok(HttpResponse::NoContent().finish())
}
