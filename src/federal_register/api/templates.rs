//! Templates over the API. The body of an upload is the workbook itself.

use super::FederalTemplateDto;
use crate::api::{Api, Listing, RawBody, created, ok};
use crate::federal_register::actions;
use crate::federal_register::pages::templates::{ids, new_template};
use crate::federal_register::store::templates::TemplateRow;
use crate::kernel::{Gate, OrganisationId};
use crate::printing::sheets::XLSX;
use crate::web::{Reply, attachment, base_name};
use actix_web::web::{Path, Query};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The documented part of the API that lies in this file.
#[derive(utoipa::OpenApi)]
#[openapi(paths(index, create, file))]
pub struct Doc;

/// About an upload.
#[derive(Debug, Default, Deserialize)]
pub struct About {
    #[serde(default)]
    file_name: String,
    #[serde(default)]
    effective_from: Option<NaiveDate>,
}

/// The id of what was uploaded.
#[derive(Debug, Serialize, ToSchema)]
pub struct FederalTemplateCreated {
    /// The template.
    id: i64,
}

/// The templates of an organisation, the newest first.
#[utoipa::path(get, path = "/api/v1/organisations/{organisation}/federal-register/templates", tag = "federal register",
    params(("organisation" = i64, Path)),
    responses((status = 200, body = Listing<FederalTemplateDto>), (status = 404, body = crate::api::ApiErrors)))]
pub async fn index(api: Api, path: Path<i64>) -> Reply {
    let (id, now) = (OrganisationId(path.into_inner()), api.web.now());
    let (_, shelf) = api.read(Gate::Administrator, move |r, me| actions::shelf(r, me, id, now)).await?;
    let template = |row: &TemplateRow| FederalTemplateDto::new(row, shelf.in_force == Some(row.id));
    let items: Vec<FederalTemplateDto> = shelf.templates.iter().map(template).collect();
    Ok(ok(&Listing { items, next_after: None::<i64> }))
}

/// Keeps a template byte for byte, after its header and its lists were compared. The body is the workbook.
#[utoipa::path(post, path = "/api/v1/organisations/{organisation}/federal-register/templates", tag = "federal register",
    params(("organisation" = i64, Path), ("file_name" = Option<String>, Query),
        ("effective_from" = Option<String>, Query)),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 201, body = FederalTemplateCreated), (status = 404, body = crate::api::ApiErrors),
        (status = 422, body = crate::api::ApiErrors)))]
pub async fn create(api: Api, path: Path<i64>, about: Query<About>, body: RawBody) -> Reply {
    let id = OrganisationId(path.into_inner());
    api.read(Gate::Administrator, move |r, me| actions::federal(r, me, id).map(|_| ())).await?;
    let name = Some(base_name(&about.file_name)).filter(|name| !name.is_empty());
    let name = name.unwrap_or_else(|| "template.xlsx".to_owned());
    let new = new_template(&api.web, name, body.0, about.effective_from).await?;
    let (_, template) =
        api.write(Gate::Administrator, move |w, me, now| actions::upload(w, me, id, &new, now)).await?;
    Ok(created(&FederalTemplateCreated { id: template.0 }))
}

/// The bytes of a template as they were uploaded.
#[utoipa::path(get, tag = "federal register",
    path = "/api/v1/organisations/{organisation}/federal-register/templates/{federal_template}/file",
    params(("organisation" = i64, Path), ("federal_template" = i64, Path)),
    responses((status = 200, content_type = "application/octet-stream", body = Vec<u8>),
        (status = 404, body = crate::api::ApiErrors)))]
pub async fn file(api: Api, path: Path<(i64, i64)>) -> Reply {
    let which = ids(path);
    let (_, (_, row, key)) =
        api.read(Gate::Administrator, move |r, me| actions::template(r, me, which)).await?;
    let bytes = api.web.kit.files.get(&key).await?;
    Ok(attachment(&row.name, XLSX, bytes))
}
