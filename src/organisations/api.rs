//! Organisations over the API.

use super::actions;
use super::rules::Draft;
use crate::api::{self, Api, ApiErrors, Body, Listing};
use crate::kernel::{Gate, OrganisationId};
use crate::web::Reply;
use actix_web::HttpResponse;
use actix_web::web::{Path, Query};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// An organisation.
#[derive(Debug, Serialize, ToSchema)]
pub struct Organisation {
    /// The row id.
    pub id: i64,
    /// The full name, as on papers.
    pub name: String,
    /// The name people use.
    pub short_name: String,
    /// `state`, `npo`, `business`, `child_institution`, `university`, `media`, `foundation` or `other`.
    pub sector: String,
    /// The organisation above it.
    pub parent_id: Option<i64>,
    /// The city.
    pub city: Option<String>,
    /// How many accounts belong to it.
    pub people: i64,
}

/// An organisation with everything that is known about it.
#[derive(Debug, Serialize, ToSchema)]
pub struct OrganisationDetails {
    /// The row id.
    pub id: i64,
    /// The full name, as on papers.
    pub name: String,
    /// The name people use.
    pub short_name: String,
    /// `state`, `npo`, `business`, `child_institution`, `university`, `media`, `foundation` or `other`.
    pub sector: String,
    /// The organisation above it.
    pub parent_id: Option<i64>,
    /// The city.
    pub city: Option<String>,
    /// The licence line of papers.
    pub licence: Option<String>,
    /// The post of the head, as papers print it.
    pub head_post: Option<String>,
    /// The name of the head, as papers print it.
    pub head_name: Option<String>,
    /// Whether the caller may change it.
    pub may_change: bool,
}

/// Everything that is said about an organisation.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewOrganisation {
    /// The full name, as on papers.
    #[serde(default)]
    pub name: String,
    /// The name people use; the full one when it is left out.
    #[serde(default)]
    pub short_name: String,
    /// `state`, `npo`, `business`, `child_institution`, `university`, `media`, `foundation` or `other`.
    #[serde(default)]
    pub sector: String,
    /// The organisation above it.
    pub parent_id: Option<i64>,
    /// The city.
    #[serde(default)]
    pub city: String,
    /// The licence line of papers.
    #[serde(default)]
    pub licence: String,
    /// The post of the head, as papers print it.
    #[serde(default)]
    pub head_post: String,
    /// The name of the head, as papers print it.
    #[serde(default)]
    pub head_name: String,
}

/// The id of what was added.
#[derive(Debug, Serialize, ToSchema)]
pub struct Created {
    /// The row id.
    pub id: i64,
}

/// Which organisations are listed.
#[derive(Debug, Deserialize)]
pub struct Wanted {
    /// A part of the name, short name or city; all organisations without it.
    #[serde(default)]
    pub q: String,
    /// The last id of the page before.
    #[serde(default)]
    pub after: i64,
    /// How many, 1–200.
    pub limit: Option<i64>,
}

/// Organisations by id.
#[utoipa::path(get, path = "/api/v1/organisations", tag = "organisations",
    params(("q" = Option<String>, Query), ("after" = Option<i64>, Query), ("limit" = Option<i64>, Query)),
    responses((status = 200, body = Listing<Organisation>), (status = 403, body = ApiErrors)))]
pub async fn index(api: Api, wanted: Query<Wanted>) -> Reply {
    let Wanted { q, after, limit } = wanted.into_inner();
    let limit = limit.unwrap_or(50).clamp(1, 200);
    let (_, listed) = api.read(Gate::Administrator, move |r, me| actions::list(r, me, &q)).await?;
    let mut items: Vec<Organisation> =
        listed.into_iter().filter(|listed| listed.row.id.0 > after).map(organisation).collect();
    items.sort_by_key(|item| item.id);
    Ok(api::ok(&Listing::of(items, limit, |item| item.id)))
}

/// Adds an organisation.
#[utoipa::path(post, path = "/api/v1/organisations", tag = "organisations", request_body = NewOrganisation,
    responses((status = 201, body = Created), (status = 403, body = ApiErrors), (status = 422, body = ApiErrors)))]
pub async fn create(api: Api, body: Body<NewOrganisation>) -> Reply {
    let draft = draft(body.0);
    let (_, id) = api
        .write(Gate::Administrator, move |w, me, now| actions::create(w, me, &draft.check()?, now))
        .await?;
    Ok(api::created(&Created { id: id.0 }))
}

/// An organisation.
#[utoipa::path(get, path = "/api/v1/organisations/{organisation}", tag = "organisations",
    params(("organisation" = i64, Path)),
    responses((status = 200, body = OrganisationDetails), (status = 403, body = ApiErrors),
        (status = 404, body = ApiErrors)))]
pub async fn show(api: Api, path: Path<i64>) -> Reply {
    let id = OrganisationId(path.into_inner());
    let (_, shown) = api.read(Gate::Administrator, move |r, me| actions::show(r, me, id)).await?;
    Ok(api::ok(&details(shown)))
}

/// Changes an organisation: all fields, as in adding it; what is left out becomes empty.
#[utoipa::path(put, path = "/api/v1/organisations/{organisation}", tag = "organisations",
    params(("organisation" = i64, Path)), request_body = NewOrganisation,
    responses((status = 204), (status = 403, body = ApiErrors), (status = 404, body = ApiErrors),
        (status = 422, body = ApiErrors)))]
pub async fn update(api: Api, path: Path<i64>, body: Body<NewOrganisation>) -> Reply {
    let (id, draft) = (OrganisationId(path.into_inner()), draft(body.0));
    api.write(Gate::Administrator, move |w, me, now| actions::update(w, me, id, &draft.check()?, now))
        .await?;
    Ok(HttpResponse::NoContent().finish())
}

fn details(shown: actions::Shown) -> OrganisationDetails {
    let row = shown.row;
    OrganisationDetails {
        id: row.id.0,
        name: row.name,
        short_name: row.short_name,
        sector: row.sector.as_str().to_owned(),
        parent_id: row.parent_id.map(|id| id.0),
        city: row.city,
        licence: row.licence,
        head_post: row.head_post,
        head_name: row.head_name,
        may_change: shown.may_change,
    }
}

fn organisation(listed: actions::Listed) -> Organisation {
    let row = listed.row;
    Organisation {
        id: row.id.0,
        name: row.name,
        short_name: row.short_name,
        sector: row.sector.as_str().to_owned(),
        parent_id: row.parent_id.map(|id| id.0),
        city: row.city,
        people: listed.people,
    }
}

fn draft(new: NewOrganisation) -> Draft {
    Draft {
        name: new.name,
        short_name: new.short_name,
        sector: new.sector,
        parent: new.parent_id.map(|id| id.to_string()).unwrap_or_default(),
        city: new.city,
        licence: new.licence,
        head_post: new.head_post,
        head_name: new.head_name,
    }
}

/// What the API says about organisations.
#[derive(utoipa::OpenApi)]
#[openapi(paths(index, create, show, update))]
pub struct Doc;
