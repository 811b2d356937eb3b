//! Profiles of countries for programs: the same actions as the pages.

pub mod licences;

use super::actions::{self, Shown};
use super::pages;
use super::rules::{Country, Difference};
use crate::api::{Api, Body, Listing, created, ok};
use crate::kernel::{Gate, OrganisationId, Problem, Word as _};
use crate::web::Reply;
use actix_web::HttpResponse;
use actix_web::web::Path;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The description of this room's part of the API.
#[derive(utoipa::OpenApi)]
#[openapi(paths(index, show, look, create, organisation, update))]
pub struct Doc;

/// What a country asks of papers.
#[derive(Debug, Serialize, ToSchema)]
pub struct CountryOut {
    /// `ru` or `kz`.
    country: String,
    /// The version of the profile in force; 0 for the one that comes with the program.
    version: i32,
    /// Since when it holds, RFC 3339; `null` for the one that comes with the program.
    applied_at: Option<String>,
    /// The profile: `academic_hour_minutes`, `languages`, `study_certificate_days`, `federal`, `kinds`.
    profile: serde_json::Value,
}

impl CountryOut {
    fn new(shown: &Shown) -> CountryOut {
        CountryOut {
            country: shown.profile.country.as_str().to_owned(),
            version: shown.number,
            applied_at: shown.versions.first().map(|(row, _)| row.applied_at.rfc3339()),
            profile: serde_json::json!(shown.profile),
        }
    }
}

/// A profile's file.
#[derive(Debug, Deserialize, ToSchema)]
pub struct CountryProfileIn {
    /// The text of the file, TOML.
    toml: String,
}

/// A setting that would change.
#[derive(Debug, Serialize, ToSchema)]
pub struct CountryDifferenceOut {
    /// Which one: `retraining_diploma.fewest_hours`.
    setting: String,
    /// What holds now.
    before: Option<String>,
    /// What would hold.
    after: Option<String>,
}

impl CountryDifferenceOut {
    fn new(one: Difference) -> CountryDifferenceOut {
        CountryDifferenceOut { setting: one.setting, before: one.before, after: one.after }
    }
}

/// What was put in force.
#[derive(Debug, Serialize, ToSchema)]
pub struct CountryVersionOut {
    /// Its version.
    version: i32,
}

/// The country of an organisation.
#[derive(Debug, Serialize, ToSchema)]
pub struct OrganisationCountryOut {
    /// What holds: `ru` or `kz`.
    country: String,
    /// What was said for the organisation itself; `null` when it is that of the one above it.
    said: Option<String>,
}

/// Which country an organisation is in.
#[derive(Debug, Deserialize, ToSchema)]
pub struct OrganisationCountryIn {
    /// `ru` or `kz`; `null` for that of the organisation above it.
    country: Option<String>,
}

/// Every country with its profile in force.
#[utoipa::path(get, path = "/api/v1/countries", tag = "countries",
    responses((status = 200, body = Listing<CountryOut>), (status = 403, body = crate::api::ApiErrors)))]
pub async fn index(api: Api) -> Reply {
    let (_, shown) = api.read(Gate::Administrator, actions::index).await?;
    let items = shown.iter().map(CountryOut::new).collect();
    Ok(ok(&Listing { items, next_after: None::<i64> }))
}

/// One country with its profile in force.
#[utoipa::path(get, path = "/api/v1/countries/{country}", tag = "countries", params(("country" = String, Path)),
    responses((status = 200, body = CountryOut), (status = 404, body = crate::api::ApiErrors)))]
pub async fn show(api: Api, path: Path<String>) -> Reply {
    let country = asked(&api, &path).await?;
    let (_, shown) = api.read(Gate::Administrator, move |r, me| actions::show(r, me, country)).await?;
    Ok(ok(&CountryOut::new(&shown)))
}

/// What another file would change; nothing is kept.
#[utoipa::path(post, path = "/api/v1/countries/{country}/dry-runs", tag = "countries",
    params(("country" = String, Path)), request_body = CountryProfileIn,
    responses((status = 200, body = Listing<CountryDifferenceOut>), (status = 403, body = crate::api::ApiErrors),
        (status = 422, body = crate::api::ApiErrors)))]
pub async fn look(api: Api, path: Path<String>, Body(body): Body<CountryProfileIn>) -> Reply {
    let country = asked(&api, &path).await?;
    let text = text(&body)?;
    let read = api.read(Gate::Administrator, move |r, me| actions::look(r, me, country, &text)).await?;
    let items = read.1.1.into_iter().map(CountryDifferenceOut::new).collect();
    Ok(ok(&Listing { items, next_after: None::<i64> }))
}

/// Puts another file in force.
#[utoipa::path(post, path = "/api/v1/countries/{country}/versions", tag = "countries",
    params(("country" = String, Path)), request_body = CountryProfileIn,
    responses((status = 201, body = CountryVersionOut), (status = 403, body = crate::api::ApiErrors),
        (status = 422, body = crate::api::ApiErrors)))]
pub async fn create(api: Api, path: Path<String>, Body(body): Body<CountryProfileIn>) -> Reply {
    let country = asked(&api, &path).await?;
    let text = text(&body)?;
    let apply = move |w: &mut _, me: &_, now| actions::apply(w, me, country, &text, now);
    let (_, version) = api.write(Gate::Administrator, apply).await?;
    Ok(created(&CountryVersionOut { version }))
}

/// The country of an organisation.
#[utoipa::path(get, path = "/api/v1/organisations/{organisation}/country", tag = "countries",
    params(("organisation" = i64, Path)),
    responses((status = 200, body = OrganisationCountryOut), (status = 404, body = crate::api::ApiErrors)))]
pub async fn organisation(api: Api, path: Path<i64>) -> Reply {
    let id = OrganisationId(path.into_inner());
    let (_, found) = api.read(Gate::Administrator, move |r, me| actions::of_organisation(r, me, id)).await?;
    Ok(ok(&OrganisationCountryOut {
        country: found.country.as_str().to_owned(),
        said: found.said.map(|country| country.as_str().to_owned()),
    }))
}

/// Says which country an organisation is in.
#[utoipa::path(put, path = "/api/v1/organisations/{organisation}/country", tag = "countries",
    params(("organisation" = i64, Path)), request_body = OrganisationCountryIn,
    responses((status = 204), (status = 403, body = crate::api::ApiErrors),
        (status = 422, body = crate::api::ApiErrors)))]
pub async fn update(api: Api, path: Path<i64>, Body(body): Body<OrganisationCountryIn>) -> Reply {
    let id = OrganisationId(path.into_inner());
    let said = body.country.unwrap_or_default();
    api.write(Gate::Administrator, move |w, me, now| {
        // Who asks is told before what is wrong with the question.
        actions::may_say(w, me, id)?;
        actions::say(w, me, id, pages::chosen(&said)?, now)
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// The country of an address, for whoever may ask at all.
async fn asked(api: &Api, path: &str) -> Result<Country, crate::web::Failure> {
    api.read(Gate::Administrator, |_, _| Ok(())).await?;
    Ok(pages::country(path)?)
}

fn text(body: &CountryProfileIn) -> Result<String, Problem> {
    pages::text_of(body.toml.as_bytes()).map_err(|fault| Problem::invalid(vec![fault]))
}
