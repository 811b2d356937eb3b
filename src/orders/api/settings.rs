//! Numbers, exceptions and table papers over the JSON API.

use crate::api::{Api, Body, created, ok};
use crate::db::Read;
use crate::kernel::{Actor, CertifyingExceptionId, EditionId, Gate, OrganisationId};
use crate::orders::actions::papers::GroupPaper;
use crate::orders::actions::{self, Patterns, Whole};
use crate::orders::pages::papers::group_printed;
use crate::web::Reply;
use actix_web::HttpResponse;
use actix_web::web::Path;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The documented part of the API that lies in this file.
#[derive(utoipa::OpenApi)]
#[openapi(paths(group, group_paper, except, revoke, numbers, set_numbers))]
pub struct Doc;

/// The number of a group.
#[derive(Debug, Deserialize, ToSchema)]
pub struct GroupDto {
    number: String,
}

/// Sets the number of a group; once a paper is signed it stays.
#[utoipa::path(put, path = "/api/v1/editions/{edition}/group-number", tag = "orders", request_body = GroupDto,
    params(("edition" = i64, Path)),
    responses((status = 204), (status = 404, body = crate::api::ApiErrors),
        (status = 422, body = crate::api::ApiErrors)))]
pub async fn group(api: Api, path: Path<i64>, body: Body<GroupDto>) -> Reply {
    let (id, Body(GroupDto { number })) = (EditionId(path.into_inner()), body);
    api.write(Gate::Administrator, move |w, me, now| actions::set_group(w, me, id, &number, now)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// A table paper of a group as PDF: `title-page`, `study-plan`, `calendar-plan` or `trainees`. The look is noted.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/group-papers/{sheet}", tag = "orders",
    params(("edition" = i64, Path), ("sheet" = String, Path)),
    responses((status = 200, content_type = "application/pdf", body = Vec<u8>),
        (status = 404, body = crate::api::ApiErrors)))]
pub async fn group_paper(api: Api, path: Path<(i64, String)>) -> Reply {
    let ((id, sheet), now) = (path.into_inner(), api.web.now());
    let read = move |r: &mut Read, me: &Actor| {
        let which = GroupPaper::parse(&sheet)?;
        Ok((which, Whole::read(r, me, EditionId(id), now)?))
    };
    let (me, (which, whole)) = api.read(Gate::Administrator, read).await?;
    group_printed(&api.web, &me.actor, (whole, which)).await
}

/// Who may certify their own, and why.
#[derive(Debug, Deserialize, ToSchema)]
pub struct ExceptDto {
    /// The full name, as in the commission or its draft.
    name: String,
    reason: String,
}

/// An exception that was made.
#[derive(Debug, Serialize, ToSchema)]
pub struct ExceptedDto {
    id: i64,
}

/// Lets somebody of a commission certify people they are tied to; printed in the protocol.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/certifying-exceptions", tag = "orders",
    request_body = ExceptDto, params(("edition" = i64, Path)),
    responses((status = 201, body = ExceptedDto), (status = 404, body = crate::api::ApiErrors),
        (status = 422, body = crate::api::ApiErrors)))]
pub async fn except(api: Api, path: Path<i64>, body: Body<ExceptDto>) -> Reply {
    let (id, Body(ExceptDto { name, reason })) = (EditionId(path.into_inner()), body);
    let (_, made) = api
        .write(Gate::Administrator, move |w, me, now| actions::except(w, me, id, (&name, &reason), now))
        .await?;
    Ok(created(&ExceptedDto { id: made.0 }))
}

/// Takes an exception back.
#[utoipa::path(delete, path = "/api/v1/certifying-exceptions/{certifying_exception}", tag = "orders",
    params(("certifying_exception" = i64, Path)),
    responses((status = 204), (status = 404, body = crate::api::ApiErrors)))]
pub async fn revoke(api: Api, path: Path<i64>) -> Reply {
    let id = CertifyingExceptionId(path.into_inner());
    api.write(Gate::Administrator, move |w, me, now| actions::revoke_exception(w, me, id, now)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// The patterns of numbers: `{number}` or `{number:4}`, `{year}`, `{yy}`.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct PatternsDto {
    orders: String,
    protocols: String,
}

/// The patterns of an organisation's numbers.
#[utoipa::path(get, path = "/api/v1/organisations/{organisation}/order-numbers", tag = "orders",
    params(("organisation" = i64, Path)),
    responses((status = 200, body = PatternsDto), (status = 404, body = crate::api::ApiErrors)))]
pub async fn numbers(api: Api, path: Path<i64>) -> Reply {
    let id = OrganisationId(path.into_inner());
    let (_, (_, Patterns { orders, protocols })) =
        api.read(Gate::Administrator, move |r, me| actions::patterns(r, me, id)).await?;
    Ok(ok(&PatternsDto { orders, protocols }))
}

/// Sets the patterns; signed papers keep their numbers.
#[utoipa::path(put, path = "/api/v1/organisations/{organisation}/order-numbers", tag = "orders",
    request_body = PatternsDto, params(("organisation" = i64, Path)),
    responses((status = 204), (status = 404, body = crate::api::ApiErrors),
        (status = 422, body = crate::api::ApiErrors)))]
pub async fn set_numbers(api: Api, path: Path<i64>, body: Body<PatternsDto>) -> Reply {
    let (id, Body(PatternsDto { orders, protocols })) = (OrganisationId(path.into_inner()), body);
    let wanted = Patterns { orders, protocols };
    api.write(Gate::Administrator, move |w, me, now| actions::set_patterns(w, me, id, &wanted, now)).await?;
    Ok(HttpResponse::NoContent().finish())
}
