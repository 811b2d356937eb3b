//! The licences of an organisation, for programs.

use crate::api::{Api, ApiErrors, Body, Listing, created, ok};
use crate::countries::actions::licences::{self as actions, Shown};
use crate::countries::pages::licences::typed;
use crate::countries::rules::Licence;
use crate::kernel::{Gate, LicenceId, OrganisationId};
use crate::web::{Form, Reply};
use actix_web::HttpResponse;
use actix_web::web::Path;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The description of this part of the API.
#[derive(utoipa::OpenApi)]
#[openapi(paths(index, create, remove))]
pub struct Doc;

/// A licence.
#[derive(Debug, Serialize, ToSchema)]
pub struct LicenceOut {
    /// The row.
    id: i64,
    /// Its number.
    number: String,
    /// The day it was given, `2022-03-14`.
    given_on: String,
    /// Its last day; `null` where it holds for good.
    ends_on: Option<String>,
}

impl LicenceOut {
    fn new(licence: &Licence) -> LicenceOut {
        LicenceOut {
            id: licence.id.0,
            number: licence.number.clone(),
            given_on: licence.given_on.to_string(),
            ends_on: licence.ends_on.map(|day| day.to_string()),
        }
    }
}

/// A licence to be written down.
#[derive(Debug, Deserialize, ToSchema)]
pub struct LicenceIn {
    /// Its number.
    #[serde(default)]
    number: String,
    /// The day it was given, `2022-03-14`.
    #[serde(default)]
    given_on: String,
    /// Its last day; left out where it holds for good.
    ends_on: Option<String>,
}

/// Which licence is taken out.
#[derive(Debug, Deserialize, ToSchema)]
pub struct LicenceRemovalIn {
    /// The row.
    #[serde(default)]
    licence: i64,
}

/// The licences of an organisation, the earliest first.
#[utoipa::path(get, path = "/api/v1/organisations/{organisation}/licences", tag = "countries",
    params(("organisation" = i64, Path)),
    responses((status = 200, body = Listing<LicenceOut>), (status = 404, body = ApiErrors)))]
pub async fn index(api: Api, path: Path<i64>) -> Reply {
    let id = OrganisationId(path.into_inner());
    let (_, shown) = api.read(Gate::Administrator, move |r, me| actions::show(r, me, id)).await?;
    let Shown { rows, .. } = shown;
    let items = rows.iter().map(|(row, _)| LicenceOut::new(&row.licence)).collect();
    Ok(ok(&Listing { items, next_after: None::<i64> }))
}

/// Writes a licence down with the days in which it holds.
#[utoipa::path(post, path = "/api/v1/organisations/{organisation}/licences", tag = "countries",
    params(("organisation" = i64, Path)), request_body = LicenceIn,
    responses((status = 201, body = LicenceOut), (status = 404, body = ApiErrors),
        (status = 422, body = ApiErrors)))]
pub async fn create(api: Api, path: Path<i64>, Body(body): Body<LicenceIn>) -> Reply {
    let id = OrganisationId(path.into_inner());
    let ends_on = body.ends_on.unwrap_or_default();
    let form = Form::of(&[("number", &body.number), ("given_on", &body.given_on), ("ends_on", &ends_on)]);
    let (_, out) = api
        .write(Gate::Administrator, move |w, me, now| {
            // Whoever may not write learns nothing of what was wrong.
            actions::show(w, me, id)?;
            let new = typed(&form)?;
            let licence = actions::record(w, me, (id, &new), now)?;
            let ends_on = new.ends_on;
            Ok(LicenceOut::new(&Licence { id: licence, number: new.number, given_on: new.given_on, ends_on }))
        })
        .await?;
    Ok(created(&out))
}

/// Takes a licence out that was written down by mistake.
#[utoipa::path(post, path = "/api/v1/organisations/{organisation}/licence-removals", tag = "countries",
    params(("organisation" = i64, Path)), request_body = LicenceRemovalIn,
    responses((status = 204), (status = 404, body = ApiErrors), (status = 422, body = ApiErrors)))]
pub async fn remove(api: Api, path: Path<i64>, Body(body): Body<LicenceRemovalIn>) -> Reply {
    let (id, licence) = (OrganisationId(path.into_inner()), LicenceId(body.licence));
    api.write(Gate::Administrator, move |w, me, now| actions::remove(w, me, (id, licence), now)).await?;
    Ok(HttpResponse::NoContent().finish())
}
