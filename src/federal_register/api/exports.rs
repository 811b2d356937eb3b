//! Files over the API.

use crate::api::{Api, Body, Listing, created, ok};
use crate::federal_register::actions::{self, Scope, Shown};
use crate::federal_register::pages::exports::{checked, ids, made};
use crate::federal_register::rules::State;
use crate::federal_register::store::exports::{ExportRow, LineRow};
use crate::federal_register::views::place;
use crate::kernel::{DocumentId, Gate, OrganisationId, Word as _};
use crate::printing::sheets::XLSX;
use crate::web::{Reply, attachment};
use actix_web::web::Path;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use utoipa::ToSchema;

/// The documented part of the API that lies in this file.
#[derive(utoipa::OpenApi)]
#[openapi(paths(index, create, show, file))]
pub struct Doc;

/// A file.
#[derive(Debug, Serialize, ToSchema)]
pub struct FederalExportDto {
    id: i64,
    number: i32,
    name: String,
    sha256: String,
    template_id: i64,
    /// How many documents stand in it.
    rows: i32,
    exported_at: String,
}

impl FederalExportDto {
    fn new(row: &ExportRow) -> FederalExportDto {
        FederalExportDto {
            id: row.id.0,
            number: row.number,
            name: row.name.clone(),
            sha256: row.sha256.clone(),
            template_id: row.template_id.0,
            rows: row.row_count,
            exported_at: row.exported_at.rfc3339(),
        }
    }
}

/// A file with what stands in it.
#[derive(Debug, Serialize, ToSchema)]
pub struct FederalExportShownDto {
    file: FederalExportDto,
    documents: Vec<FederalExportedDto>,
}

/// A document in a file.
#[derive(Debug, Serialize, ToSchema)]
pub struct FederalExportedDto {
    document_id: i64,
    number: String,
    holder: String,
    /// `exported`, `accepted` or `error`.
    state: Option<&'static str>,
    reason: Option<String>,
    /// The file whose state that is: a later one where the document was exported again.
    export_id: Option<i64>,
}

impl FederalExportedDto {
    fn new(line: &LineRow) -> FederalExportedDto {
        let state = line.state.as_ref();
        FederalExportedDto {
            document_id: line.document_id.0,
            number: line.number.clone(),
            holder: line.holder.clone(),
            state: state.map(|(state, ..)| State::as_str(*state)),
            reason: state.and_then(|(.., reason)| reason.clone()),
            export_id: state.map(|(_, export, _)| export.0),
        }
    }
}

/// Which documents; all that are open, as many as are looked at at once, when nothing is said.
#[derive(Debug, Default, Deserialize, ToSchema)]
pub struct FederalExportAskDto {
    /// Only these; all of them have to be open.
    #[serde(default)]
    documents: Option<Vec<i64>>,
    /// Only those behind this place of the queue: `next_after` of the check. Left out of account beside `documents`.
    #[serde(default)]
    after: Option<String>,
}

/// The files that were made.
#[derive(Debug, Serialize, ToSchema)]
pub struct FederalExportsCreated {
    ids: Vec<i64>,
    /// The documents that were looked at and stand in no file, because something is wrong with them: the check says what.
    held: Vec<i64>,
}

/// The files of an organisation, the newest first.
#[utoipa::path(get, path = "/api/v1/organisations/{organisation}/federal-register/exports", tag = "federal register",
    params(("organisation" = i64, Path)),
    responses((status = 200, body = Listing<FederalExportDto>), (status = 404, body = crate::api::ApiErrors)))]
pub async fn index(api: Api, path: Path<i64>) -> Reply {
    let id = OrganisationId(path.into_inner());
    let (_, exports) = api.read(Gate::Administrator, move |r, me| actions::exports(r, me, id)).await?;
    let items: Vec<FederalExportDto> = exports.files.iter().map(FederalExportDto::new).collect();
    Ok(ok(&Listing { items, next_after: None::<i64> }))
}

/// Fills the template with every document that is fine, in as many files as are needed: all of them, or none.
#[utoipa::path(post, path = "/api/v1/organisations/{organisation}/federal-register/exports", tag = "federal register",
    params(("organisation" = i64, Path)), request_body = FederalExportAskDto,
    responses((status = 201, body = FederalExportsCreated), (status = 404, body = crate::api::ApiErrors),
        (status = 409, body = crate::api::ApiErrors), (status = 422, body = crate::api::ApiErrors)))]
pub async fn create(api: Api, path: Path<i64>, Body(body): Body<FederalExportAskDto>) -> Reply {
    let id = OrganisationId(path.into_inner());
    let (me, ()) = api.read(Gate::Administrator, |_, _| Ok(())).await?;
    let these = body.documents.map(|these| these.into_iter().map(DocumentId).collect::<BTreeSet<_>>());
    let scope = Scope { these, after: body.after.as_deref().and_then(place) };
    let checked = checked(&api.web, &me.actor, id, scope).await?;
    let held = checked.held().map(|line| line.queued.id.0).collect();
    let (template, files) = made(&api.web, checked).await?;
    let (_, made) = api
        .write(Gate::Administrator, move |w, me, now| actions::record(w, me, (id, template), &files, now))
        .await?;
    let ids = made.into_iter().map(|export| export.0).collect();
    Ok(created(&FederalExportsCreated { ids, held }))
}

/// A file with what stands in it.
#[utoipa::path(get, tag = "federal register",
    path = "/api/v1/organisations/{organisation}/federal-register/exports/{federal_export}",
    params(("organisation" = i64, Path), ("federal_export" = i64, Path)),
    responses((status = 200, body = FederalExportShownDto), (status = 404, body = crate::api::ApiErrors)))]
pub async fn show(api: Api, path: Path<(i64, i64)>) -> Reply {
    let which = ids(path);
    let (_, shown) = api.read(Gate::Administrator, move |r, me| Shown::load(r, me, which)).await?;
    let documents = shown.lines.iter().map(FederalExportedDto::new).collect();
    Ok(ok(&FederalExportShownDto { file: FederalExportDto::new(&shown.export), documents }))
}

/// The bytes of a file; that they are taken is noted.
#[utoipa::path(get, tag = "federal register",
    path = "/api/v1/organisations/{organisation}/federal-register/exports/{federal_export}/file",
    params(("organisation" = i64, Path), ("federal_export" = i64, Path)),
    responses((status = 200, content_type = "application/octet-stream", body = Vec<u8>),
        (status = 404, body = crate::api::ApiErrors)))]
pub async fn file(api: Api, path: Path<(i64, i64)>) -> Reply {
    let which = ids(path);
    let (_, (row, key)) =
        api.write(Gate::Administrator, move |w, me, now| actions::file(w, me, which, now)).await?;
    let bytes = api.web.kit.files.get(&key).await?;
    Ok(attachment(&row.name, XLSX, bytes))
}
