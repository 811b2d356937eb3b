//! What administrators do with an account that is there: correct, invite, give roles and time, close.

use super::NewPersonDto;
use crate::api::{Api, ApiErrors, Body, Listing, created, ok};
use crate::db::Write;
use crate::kernel::{Actor, Fault, Gate, Moment, OrganisationId, PersonId, Problem, RoleGrantId};
use crate::people::actions::{self, NewLink, corrections};
use crate::people::rules::NewGrant;
use crate::people::{Purpose, Role};
use crate::web::Reply;
use actix_web::HttpResponse;
use actix_web::web::Path;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The documented part of the API that deals with accounts.
#[derive(utoipa::OpenApi)]
#[openapi(paths(update, invite, accommodate, roles, grant_role, revoke_role, deactivate, reactivate))]
pub struct Doc;

/// Puts right what an account says of its person: all fields, as in making it. With another address, links that
/// went to the old one end, and so do the person's sign-ins.
#[utoipa::path(put, path = "/api/v1/people/{person}", tag = "people", params(("person" = i64, Path)),
    request_body = NewPersonDto,
    responses((status = 204), (status = 403, body = ApiErrors), (status = 404, body = ApiErrors),
        (status = 422, body = ApiErrors)))]
pub async fn update(api: Api, path: Path<i64>, body: Body<NewPersonDto>) -> Reply {
    let id = PersonId(path.into_inner());
    let parsed = body.0.parse();
    let correct = move |w: &mut Write, me: &Actor, now| {
        let new = parsed.as_ref().map_err(|faults| Problem::invalid(faults.clone()))?;
        corrections::correct(w, me, id, new, now)
    };
    api.write(Gate::Administrator, correct).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Sends a person the letter with the link to set a password.
#[utoipa::path(post, path = "/api/v1/people/{person}/invitation", tag = "people", params(("person" = i64, Path)),
    responses((status = 204), (status = 404, body = ApiErrors)))]
pub async fn invite(api: Api, path: Path<i64>) -> Reply {
    let id = PersonId(path.into_inner());
    let link = NewLink::new(&api.web.kit.secrets, Purpose::Invitation, api.web.now())?;
    api.write(Gate::Administrator, move |w, me, now| actions::invite(w, me, id, &link, now)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// More time wherever there is a clock.
#[derive(Debug, Deserialize, ToSchema)]
pub struct AccommodationDto {
    /// How much is added, in per cent; 0 takes it back.
    extra_time_percent: i32,
    /// On which grounds.
    reason: String,
}

/// Gives a person more time wherever there is a clock. Attempts under way keep the time they began with.
#[utoipa::path(put, path = "/api/v1/people/{person}/accommodation", tag = "people",
    params(("person" = i64, Path)), request_body = AccommodationDto,
    responses((status = 204), (status = 404, body = ApiErrors),
        (status = 422, body = ApiErrors)))]
pub async fn accommodate(api: Api, path: Path<i64>, body: Body<AccommodationDto>) -> Reply {
    let (id, AccommodationDto { extra_time_percent, reason }) = (PersonId(path.into_inner()), body.0);
    let set = move |w: &mut Write, me: &Actor, now| {
        actions::accommodate(w, me, id, (extra_time_percent, &reason), now)
    };
    api.write(Gate::Administrator, set).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// A role to grant.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewRoleDto {
    /// `administrator`, `coordinator` or `trainer`.
    role: String,
    /// Where it holds; without it, the whole site.
    organisation: Option<i64>,
}

/// A granted role.
#[derive(Debug, Serialize, ToSchema)]
pub struct GrantDto {
    id: i64,
}

/// A role that a person has.
#[derive(Debug, Serialize, ToSchema)]
pub struct HeldRoleDto {
    /// The grant; it is taken back under this id.
    id: i64,
    /// `administrator`, `coordinator` or `trainer`.
    role: String,
    /// Where it holds; `null` for the whole site.
    organisation: Option<i64>,
}

/// The roles a person was granted and still has.
#[utoipa::path(get, path = "/api/v1/people/{person}/roles", tag = "people", params(("person" = i64, Path)),
    responses((status = 200, body = Listing<HeldRoleDto>), (status = 404, body = ApiErrors)))]
pub async fn roles(api: Api, path: Path<i64>) -> Reply {
    let id = PersonId(path.into_inner());
    let (_, details) = api.read(Gate::Administrator, move |r, me| actions::details(r, me, id)).await?;
    let held = details.grants.iter().map(|grant| HeldRoleDto {
        id: grant.id.0,
        role: grant.role.as_str().to_owned(),
        organisation: grant.organisation.map(|id| id.0),
    });
    Ok(ok(&Listing { items: held.collect(), next_after: None }))
}

/// Grants a role; granting it again changes nothing.
#[utoipa::path(post, path = "/api/v1/people/{person}/roles", tag = "people", params(("person" = i64, Path)),
    request_body = NewRoleDto,
    responses((status = 201, body = GrantDto), (status = 403, body = ApiErrors),
        (status = 422, body = ApiErrors)))]
pub async fn grant_role(api: Api, path: Path<i64>, body: Body<NewRoleDto>) -> Reply {
    let id = PersonId(path.into_inner());
    let role =
        Role::parse(&body.0.role).ok_or_else(|| Problem::invalid(vec![Fault::new("role", "unknown")]))?;
    let grant = NewGrant { role, organisation: body.0.organisation.map(OrganisationId) };
    let (_, granted) =
        api.write(Gate::Administrator, move |w, me, now| actions::grant_role(w, me, id, grant, now)).await?;
    Ok(created(&GrantDto { id: granted.0 }))
}

/// Takes a role back. Nobody takes back their own.
#[utoipa::path(delete, path = "/api/v1/people/{person}/roles/{grant}", tag = "people",
    params(("person" = i64, Path), ("grant" = i64, Path)),
    responses((status = 204), (status = 403, body = ApiErrors), (status = 404, body = ApiErrors)))]
pub async fn revoke_role(api: Api, path: Path<(i64, i64)>) -> Reply {
    let (person, grant) = path.into_inner();
    let (id, grant) = (PersonId(person), RoleGrantId(grant));
    api.write(Gate::Administrator, move |w, me, now| actions::revoke_role(w, me, id, grant, now)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Closes an account and ends its sessions; everything the person did stays. Nobody closes their own.
#[utoipa::path(post, path = "/api/v1/people/{person}/deactivation", tag = "people", params(("person" = i64, Path)),
    responses((status = 204), (status = 403, body = ApiErrors), (status = 404, body = ApiErrors)))]
pub async fn deactivate(api: Api, path: Path<i64>) -> Reply {
    set_open(&api, path, actions::deactivate).await
}

/// Opens a closed account again.
#[utoipa::path(post, path = "/api/v1/people/{person}/reactivation", tag = "people", params(("person" = i64, Path)),
    responses((status = 204), (status = 404, body = ApiErrors)))]
pub async fn reactivate(api: Api, path: Path<i64>) -> Reply {
    set_open(&api, path, actions::reactivate).await
}

type SetOpen = fn(&mut Write, &Actor, PersonId, Moment) -> Result<(), Problem>;

async fn set_open(api: &Api, path: Path<i64>, action: SetOpen) -> Reply {
    let id = PersonId(path.into_inner());
    api.write(Gate::Administrator, move |w, me, now| action(w, me, id, now)).await?;
    Ok(HttpResponse::NoContent().finish())
}
