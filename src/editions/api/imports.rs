//! Enrolling from a file over the API.

use crate::api::{self, Api, ApiError, ApiErrors};
use crate::editions::actions::{self, imports};
use crate::editions::pages::imports::{links, parse};
use crate::editions::rules::import::Fate;
use crate::kernel::{EditionId, EnrolmentImportId, Fault, Gate, Language, Problem, ProblemCode};
use crate::web::{Failure, Reply};
use actix_web::web::{Bytes, Path, Payload, Query};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The name a file had.
#[derive(Debug, Default, Deserialize)]
pub struct FileName {
    /// The name.
    #[serde(default)]
    pub file_name: String,
}

/// A dry run.
#[derive(Debug, Serialize, ToSchema)]
pub struct DryRun {
    /// The import.
    pub id: i64,
    /// The name the file had.
    pub file_name: String,
    /// Whether everybody in it was enrolled.
    pub confirmed: bool,
    /// How many rows the file has.
    pub rows: usize,
    /// How many accounts would be made.
    pub create: usize,
    /// How many people with an account would be enrolled.
    pub enrol: usize,
    /// How many people are in the edition already.
    pub keep: usize,
    /// Every cell at fault; the field is the line and the column, `7.email`.
    pub faults: Vec<ApiError>,
}

/// What a confirmation has done.
#[derive(Debug, Serialize, ToSchema)]
pub struct Confirmed {
    /// People enrolled.
    pub enrolled: usize,
    /// Of these, with a new account.
    pub created: usize,
    /// People who were in the edition before.
    pub kept: usize,
}

/// Keeps a CSV or XLSX file, the body of the request, with its dry run; nobody is enrolled.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/enrolment-imports", tag = "editions",
    params(("edition" = i64, Path), ("file_name" = Option<String>, Query)),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 201, body = DryRun), (status = 404, body = ApiErrors), (status = 413, body = ApiErrors),
        (status = 422, body = ApiErrors)))]
pub async fn create(api: Api, path: Path<i64>, name: Query<FileName>, body: Payload) -> Reply {
    let id = EditionId(path.into_inner());
    api.read(Gate::Administrator, move |r, me| actions::administered(r, me, id)).await?;
    let (sheet, name) = (parse(collect(body).await?).await?, name.into_inner().file_name);
    let (me, run) = api
        .write(Gate::Administrator, move |w, me, now| {
            let import = imports::upload(w, me, id, (&name, &sheet), now)?;
            imports::dry_run(w, me, id, import)
        })
        .await?;
    Ok(api::created(&dry_run(&api, me.actor.language, &run)))
}

/// A dry run against the state of this moment.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/enrolment-imports/{import}", tag = "editions",
    params(("edition" = i64, Path), ("import" = i64, Path)),
    responses((status = 200, body = DryRun), (status = 404, body = ApiErrors)))]
pub async fn show(api: Api, path: Path<(i64, i64)>) -> Reply {
    let (edition, import) = import_ids(path);
    let (me, run) =
        api.read(Gate::Administrator, move |r, me| imports::dry_run(r, me, edition, import)).await?;
    Ok(api::ok(&dry_run(&api, me.actor.language, &run)))
}

/// Enrols everybody in a file, or nobody.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/enrolment-imports/{import}/confirmation", tag = "editions",
    params(("edition" = i64, Path), ("import" = i64, Path)),
    responses((status = 201, body = Confirmed), (status = 404, body = ApiErrors), (status = 409, body = ApiErrors)))]
pub async fn confirm(api: Api, path: Path<(i64, i64)>) -> Reply {
    let (edition, import) = import_ids(path);
    let (_, run) =
        api.read(Gate::Administrator, move |r, me| imports::dry_run(r, me, edition, import)).await?;
    let links = links(&api.web, run.checked.rows.len())?;
    let (_, done) = api
        .write(Gate::Administrator, move |w, me, now| imports::confirm(w, me, (edition, import), &links, now))
        .await?;
    Ok(api::created(&Confirmed { enrolled: done.enrolled, created: done.created, kept: done.kept }))
}

async fn collect(body: Payload) -> Result<Bytes, Failure> {
    let too_large =
        || Problem::new(ProblemCode::TooLarge).with("megabytes", imports::MAX_BYTES / (1024 * 1024));
    let bytes = body.to_bytes_limited(imports::MAX_BYTES).await.map_err(|_| too_large())?;
    Ok(bytes.map_err(|_| Problem::new(ProblemCode::BadRequest))?)
}

fn import_ids(path: Path<(i64, i64)>) -> (EditionId, EnrolmentImportId) {
    let (edition, import) = path.into_inner();
    (EditionId(edition), EnrolmentImportId(import))
}

fn dry_run(api: &Api, language: Language, run: &imports::DryRun) -> DryRun {
    let words = &api.web.kit.words;
    let error = |line: u32, fault: &Fault| {
        let args: Vec<(&str, &str)> =
            fault.args.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        ApiError {
            code: fault.code.clone(),
            field: Some(format!("{line}.{}", fault.field)),
            detail: words.text_with(language, &format!("fault-{}", fault.code), &args),
        }
    };
    let checked = &run.checked;
    DryRun {
        id: run.import.id.0,
        file_name: run.import.file_name.clone(),
        confirmed: run.import.confirmed_at.is_some(),
        rows: checked.rows.len(),
        create: checked.count(|fate| *fate == Fate::Create),
        enrol: checked.count(|fate| matches!(fate, Fate::Enrol(_))),
        keep: checked.count(|fate| *fate == Fate::Keep),
        faults: checked
            .rows
            .iter()
            .flat_map(|row| row.faults.iter().map(|fault| error(row.line, fault)))
            .collect(),
    }
}

/// What the API says about enrolling from a file.
#[derive(utoipa::OpenApi)]
#[openapi(paths(create, show, confirm))]
pub struct Doc;
