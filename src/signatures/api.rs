//! Signatures for programs: the same actions as the pages.

use super::actions;
use super::pages::lay_away;
use super::store::{Of, SignatureRow};
use crate::api::{Api, RawBody, created, ok};
use crate::kernel::{DocumentId, Gate, OrderId, SignatureFileId, Word as _};
use crate::web::{Reply, Upload, attachment, base_name};
use actix_web::web::{Path, Query};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The description of this room's part of the API.
#[derive(utoipa::OpenApi)]
#[openapi(paths(
    of_document,
    attach_to_document,
    file_of_document,
    of_order,
    attach_to_order,
    file_of_order
))]
pub struct Doc;

/// A signature file.
#[derive(Debug, Serialize, ToSchema)]
pub struct SignatureOut {
    id: i64,
    name: String,
    /// `cms` or `pdf`.
    format: String,
    /// `fits`: what was signed is our PDF. `unknown_algorithm`, `no_digest`, `no_paper`: that was not checked, and why
    /// (`no_paper` only of files attached before orders were kept as PDF).
    finding: String,
    sha256: String,
    uploaded_at: String,
}

impl SignatureOut {
    fn new(row: &SignatureRow) -> SignatureOut {
        SignatureOut {
            id: row.id.0,
            name: row.name.clone(),
            format: row.format.as_str().to_owned(),
            finding: row.finding.as_str().to_owned(),
            sha256: row.sha256.clone(),
            uploaded_at: row.at.rfc3339(),
        }
    }
}

/// The name of a file that is sent.
#[derive(Debug, Default, Deserialize)]
pub struct Named {
    #[serde(default)]
    name: String,
}

async fn index(api: &Api, of: Of) -> Reply {
    let (_, shelf) = api.read(Gate::SignedIn, move |r, me| actions::shelf(r, me, of)).await?;
    Ok(ok(&shelf.files.iter().map(SignatureOut::new).collect::<Vec<_>>()))
}

async fn attach(api: &Api, of: Of, name: &str, bytes: actix_web::web::Bytes) -> Reply {
    let (me, _) = api.read(Gate::Administrator, move |r, me| actions::shelf(r, me, of)).await?;
    let name = Some(base_name(name)).filter(|name| !name.is_empty());
    let upload = Upload { name: name.unwrap_or_else(|| "signature.sig".to_owned()), bytes };
    let (file, looked) = lay_away(&api.web, &me.actor, of, &upload).await?;
    let (_, shelf) = api
        .write(Gate::Administrator, move |w, me, now| {
            actions::attach(w, me, of, (&file, looked), now)?;
            actions::shelf(w, me, of)
        })
        .await?;
    Ok(created(&shelf.files.iter().map(SignatureOut::new).collect::<Vec<_>>()))
}

async fn download(api: &Api, of: Of, id: SignatureFileId) -> Reply {
    let (me, ()) = api.read(Gate::SignedIn, |_, _| Ok(())).await?;
    let actor = me.actor.clone();
    let row = api.web.write_anyone(move |w, now| actions::take(w, &actor, (of, id), now)).await?;
    let bytes = api.web.kit.files.get(&row.storage_key).await?;
    Ok(attachment(&row.name, "application/octet-stream", bytes))
}

/// The signatures of a document, for its holder and administrators.
#[utoipa::path(get, path = "/api/v1/documents/{document}/signatures", tag = "signatures",
    params(("document" = i64, Path)),
    responses((status = 200, body = Vec<SignatureOut>), (status = 404, body = crate::api::ApiErrors)))]
pub async fn of_document(api: Api, path: Path<i64>) -> Reply {
    index(&api, Of::Document(DocumentId(path.into_inner()))).await
}

/// Attaches a signature to a document: the body is the file, kept byte for byte.
#[utoipa::path(post, path = "/api/v1/documents/{document}/signatures", tag = "signatures",
    params(("document" = i64, Path), ("name" = Option<String>, Query)),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 201, body = Vec<SignatureOut>), (status = 404, body = crate::api::ApiErrors),
        (status = 422, body = crate::api::ApiErrors)))]
pub async fn attach_to_document(api: Api, path: Path<i64>, named: Query<Named>, body: RawBody) -> Reply {
    attach(&api, Of::Document(DocumentId(path.into_inner())), &named.name, body.0).await
}

/// A signature of a document as it came.
#[utoipa::path(get, path = "/api/v1/documents/{document}/signatures/{signature}", tag = "signatures",
    params(("document" = i64, Path), ("signature" = i64, Path)),
    responses((status = 200, content_type = "application/octet-stream", body = Vec<u8>),
        (status = 404, body = crate::api::ApiErrors)))]
pub async fn file_of_document(api: Api, path: Path<(i64, i64)>) -> Reply {
    let (document, signature) = path.into_inner();
    download(&api, Of::Document(DocumentId(document)), SignatureFileId(signature)).await
}

/// The signatures of an order, for administrators.
#[utoipa::path(get, path = "/api/v1/orders/{order}/signatures", tag = "signatures", params(("order" = i64, Path)),
    responses((status = 200, body = Vec<SignatureOut>), (status = 404, body = crate::api::ApiErrors)))]
pub async fn of_order(api: Api, path: Path<i64>) -> Reply {
    index(&api, Of::Order(OrderId(path.into_inner()))).await
}

/// Attaches a signature to an order: the body is the file, kept byte for byte.
#[utoipa::path(post, path = "/api/v1/orders/{order}/signatures", tag = "signatures",
    params(("order" = i64, Path), ("name" = Option<String>, Query)),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 201, body = Vec<SignatureOut>), (status = 404, body = crate::api::ApiErrors),
        (status = 422, body = crate::api::ApiErrors)))]
pub async fn attach_to_order(api: Api, path: Path<i64>, named: Query<Named>, body: RawBody) -> Reply {
    attach(&api, Of::Order(OrderId(path.into_inner())), &named.name, body.0).await
}

/// A signature of an order as it came.
#[utoipa::path(get, path = "/api/v1/orders/{order}/signatures/{signature}", tag = "signatures",
    params(("order" = i64, Path), ("signature" = i64, Path)),
    responses((status = 200, content_type = "application/octet-stream", body = Vec<u8>),
        (status = 404, body = crate::api::ApiErrors)))]
pub async fn file_of_order(api: Api, path: Path<(i64, i64)>) -> Reply {
    let (order, signature) = path.into_inner();
    download(&api, Of::Order(OrderId(order)), SignatureFileId(signature)).await
}
