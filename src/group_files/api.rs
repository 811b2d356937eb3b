//! Group files for programs: the same actions as the pages.

use super::actions::{self, Listed, Shown};
use super::rules::Missing;
use crate::api::{Api, created, ok};
use crate::kernel::{EditionId, Gate, GroupFileId};
use crate::web::{Reply, streamed};
use actix_web::web::Path;
use serde::Serialize;
use utoipa::ToSchema;

/// The description of this room's part of the API.
#[derive(utoipa::OpenApi)]
#[openapi(paths(index, create, archive))]
pub struct Doc;

/// The files of a group.
#[derive(Debug, Serialize, ToSchema)]
pub struct GroupFilesOut {
    /// What a file would lack now.
    missing: Vec<MissingOut>,
    /// The newest first.
    files: Vec<GroupFileOut>,
}

/// Something a file lacks.
#[derive(Debug, Serialize, ToSchema)]
pub struct MissingOut {
    /// `enrolment`, `commission`, `assessment-sheet`, `protocol`, `closing`, `sessions`, `documents`, or `without`:
    /// people without a valid document.
    what: String,
    count: usize,
}

/// A group's file.
#[derive(Debug, Serialize, ToSchema)]
pub struct GroupFileOut {
    id: i64,
    asked_at: String,
    /// Papers to be printed, and printed so far.
    planned: i32,
    printed: usize,
    /// The SHA-256 of the archive, once it is there.
    archive_sha256: Option<String>,
    /// What the archive lacks.
    missing: Vec<MissingOut>,
}

fn lacks(missing: &[Missing]) -> Vec<MissingOut> {
    missing.iter().map(|one| MissingOut { what: one.what.clone(), count: one.count }).collect()
}

impl GroupFilesOut {
    fn new(shown: &Shown) -> GroupFilesOut {
        let file = |one: &Listed| GroupFileOut {
            id: one.row.id.0,
            asked_at: one.row.asked_at.rfc3339(),
            planned: one.row.planned,
            printed: one.printed,
            archive_sha256: one.archive.as_ref().map(|(archive, _)| archive.sha256.clone()),
            missing: one.archive.as_ref().map(|(_, missing)| lacks(missing)).unwrap_or_default(),
        };
        GroupFilesOut { missing: lacks(&shown.missing), files: shown.files.iter().map(file).collect() }
    }
}

/// The id of what was asked for.
#[derive(Debug, Serialize, ToSchema)]
pub struct GroupFileAsked {
    id: i64,
}

/// The files of a group, with what one would lack now.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/group-files", tag = "documents",
    params(("edition" = i64, Path)),
    responses((status = 200, body = GroupFilesOut), (status = 404, body = crate::api::ApiErrors)))]
pub async fn index(api: Api, path: Path<i64>) -> Reply {
    let (id, now) = (EditionId(path.into_inner()), api.web.now());
    let (_, shown) = api.read(Gate::Administrator, move |r, me| actions::show(r, me, id, now)).await?;
    Ok(ok(&GroupFilesOut::new(&shown)))
}

/// Has the file of a group put together.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/group-files", tag = "documents",
    params(("edition" = i64, Path)),
    responses((status = 201, body = GroupFileAsked), (status = 404, body = crate::api::ApiErrors)))]
pub async fn create(api: Api, path: Path<i64>) -> Reply {
    let id = EditionId(path.into_inner());
    let (_, id) = api.write(Gate::Administrator, move |w, me, now| actions::ask(w, me, id, now)).await?;
    Ok(created(&GroupFileAsked { id: id.0 }))
}

/// The archive, once it is there; that it is taken is noted.
#[utoipa::path(get, path = "/api/v1/group-files/{group_file}/archive", tag = "documents",
    params(("group_file" = i64, Path)),
    responses((status = 200, content_type = "application/zip", body = Vec<u8>),
        (status = 404, body = crate::api::ApiErrors)))]
pub async fn archive(api: Api, path: Path<i64>) -> Reply {
    let id = GroupFileId(path.into_inner());
    let (_, row) = api.write(Gate::Administrator, move |w, me, now| actions::file(w, me, id, now)).await?;
    let pieces = api.web.kit.files.stream(&row.storage_key).await?;
    Ok(streamed(&row.name, "application/zip", pieces))
}
