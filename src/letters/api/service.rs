//! Records of service for programs: the same actions as the pages.

use crate::api::{Api, Body, Listing, created, ok};
use crate::documents::actions::Tools;
use crate::kernel::name::tidy;
use crate::kernel::{Gate, OrganisationId, ServiceRequestId};
use crate::letters::actions::service as actions;
use crate::letters::store::service::RequestRow;
use crate::printing::fields::ServiceFields;
use crate::web::Reply;
use actix_web::HttpResponse;
use actix_web::web::Path;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The description of this part of the API.
#[derive(utoipa::OpenApi)]
#[openapi(paths(own, ask, index, show, sign, refuse))]
pub struct Doc;

/// A request for a record of service.
#[derive(Debug, Serialize, ToSchema)]
pub struct ServiceRequestOut {
    id: i64,
    person: String,
    organisation_id: i64,
    note: Option<String>,
    asked_at: String,
    /// The document it became.
    document_id: Option<i64>,
    /// Why it was refused.
    refusal: Option<String>,
}

impl ServiceRequestOut {
    fn new(row: &RequestRow) -> ServiceRequestOut {
        ServiceRequestOut {
            id: row.id.0,
            person: row.name.full(),
            organisation_id: row.organisation.0,
            note: row.note.clone(),
            asked_at: row.asked_at.rfc3339(),
            document_id: row.document.map(|id| id.0),
            refusal: row.refusal.clone(),
        }
    }
}

/// The five elements of a record of service.
#[derive(Debug, Default, Serialize, Deserialize, ToSchema)]
pub struct ServiceElements {
    /// What the volunteer did.
    #[serde(default)]
    nature: Option<String>,
    /// How well.
    #[serde(default)]
    quality: Option<String>,
    /// How much.
    #[serde(default)]
    volume: Option<String>,
    /// The level of qualification.
    #[serde(default)]
    level: Option<String>,
    /// For how long.
    #[serde(default)]
    length: Option<String>,
}

/// A request with what the record would say.
#[derive(Debug, Serialize, ToSchema)]
pub struct ServiceRequestShown {
    request: ServiceRequestOut,
    elements: ServiceElements,
}

/// Whom a volunteer asks.
#[derive(Debug, Deserialize, ToSchema)]
pub struct ServiceAskIn {
    organisation_id: i64,
    /// What the volunteer adds.
    #[serde(default)]
    note: Option<String>,
}

/// Why a record is refused.
#[derive(Debug, Deserialize, ToSchema)]
pub struct ServiceRefusalIn {
    #[serde(default)]
    reason: String,
}

/// What was asked for, or issued.
#[derive(Debug, Serialize, ToSchema)]
pub struct ServiceId {
    id: i64,
}

/// The bearer's own requests, the newest first.
#[utoipa::path(get, path = "/api/v1/my/service-records", tag = "documents",
    responses((status = 200, body = Listing<ServiceRequestOut>)))]
pub async fn own(api: Api) -> Reply {
    let (_, own) = api.read(Gate::SignedIn, actions::mine).await?;
    let items = own.requests.iter().map(ServiceRequestOut::new).collect();
    Ok(ok(&Listing { items, next_after: None::<i64> }))
}

/// Asks an organisation for a record of service; while one is open, that one is answered.
#[utoipa::path(post, path = "/api/v1/my/service-records", tag = "documents", request_body = ServiceAskIn,
    responses((status = 201, body = ServiceId), (status = 422, body = crate::api::ApiErrors)))]
pub async fn ask(api: Api, body: Body<ServiceAskIn>) -> Reply {
    let Body(ServiceAskIn { organisation_id, note }) = body;
    let note = note.as_deref().map(tidy).filter(|note| !note.is_empty());
    let (_, id) = api
        .write(Gate::SignedIn, move |w, me, now| {
            actions::ask(w, me, (OrganisationId(organisation_id), note.as_deref()), now)
        })
        .await?;
    Ok(created(&ServiceId { id: id.0 }))
}

/// The open requests to the bearer's organisations.
#[utoipa::path(get, path = "/api/v1/service-record-requests", tag = "documents",
    responses((status = 200, body = Listing<ServiceRequestOut>), (status = 403, body = crate::api::ApiErrors)))]
pub async fn index(api: Api) -> Reply {
    let (_, rows) = api.read(Gate::Coordinator, actions::open).await?;
    let items = rows.iter().map(ServiceRequestOut::new).collect();
    Ok(ok(&Listing { items, next_after: None::<i64> }))
}

/// A request, with the elements as far as the product knows them.
#[utoipa::path(get, path = "/api/v1/service-record-requests/{service_request}", tag = "documents",
    params(("service_request" = i64, Path)),
    responses((status = 200, body = ServiceRequestShown), (status = 404, body = crate::api::ApiErrors)))]
pub async fn show(api: Api, path: Path<i64>) -> Reply {
    let (id, now) = (ServiceRequestId(path.into_inner()), api.web.now());
    let (_, (row, known)) = api.read(Gate::Coordinator, move |r, me| actions::show(r, me, id, now)).await?;
    let ServiceFields { nature, quality, volume, level, length } = known;
    let elements = ServiceElements { nature, quality, volume, level, length };
    Ok(ok(&ServiceRequestShown { request: ServiceRequestOut::new(&row), elements }))
}

/// Signs a record off with all five elements; it becomes a document.
#[utoipa::path(post, path = "/api/v1/service-record-requests/{service_request}/signature", tag = "documents",
    request_body = ServiceElements, params(("service_request" = i64, Path)),
    responses((status = 201, body = ServiceId), (status = 404, body = crate::api::ApiErrors),
        (status = 409, body = crate::api::ApiErrors), (status = 422, body = crate::api::ApiErrors)))]
pub async fn sign(api: Api, path: Path<i64>, body: Body<ServiceElements>) -> Reply {
    let (id, Body(ServiceElements { nature, quality, volume, level, length })) =
        (ServiceRequestId(path.into_inner()), body);
    let elements = ServiceFields { nature, quality, volume, level, length };
    let (kit, public_id) = (api.web.kit.clone(), api.web.kit.secrets.public_id());
    let (_, row) = api
        .write(Gate::Coordinator, move |w, me, now| {
            actions::sign(w, (me, &Tools::of(&kit)), (id, &elements), &public_id, now)
        })
        .await?;
    Ok(created(&ServiceId { id: row.id.0 }))
}

/// Refuses a record with a reason.
#[utoipa::path(post, path = "/api/v1/service-record-requests/{service_request}/refusal", tag = "documents",
    request_body = ServiceRefusalIn, params(("service_request" = i64, Path)),
    responses((status = 204), (status = 404, body = crate::api::ApiErrors),
        (status = 409, body = crate::api::ApiErrors), (status = 422, body = crate::api::ApiErrors)))]
pub async fn refuse(api: Api, path: Path<i64>, body: Body<ServiceRefusalIn>) -> Reply {
    let (id, Body(ServiceRefusalIn { reason })) = (ServiceRequestId(path.into_inner()), body);
    api.write(Gate::Coordinator, move |w, me, now| actions::refuse(w, me, (id, &reason), now)).await?;
    Ok(HttpResponse::NoContent().finish())
}
