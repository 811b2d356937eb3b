//! What others may read of a case.

use crate::api::{Api, ApiErrors, Body, created, ok};
use crate::case_authoring::api::{CopyCreated, NewCaseRequest};
use crate::kernel::{Gate, Language, Problem, SiteCaseId};
use crate::site_cases::actions;
use crate::site_cases::rules::Copy;
use crate::site_cases::store::CopyRow;
use crate::web::{Reply, attachment};
use actix_web::HttpResponse;
use actix_web::web::Path;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A text that names nobody.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]

pub struct SiteCopyDto {
    /// What it is called, at most 200 characters.
    title: String,
    /// What happened, at most 10 000 characters.
    situation: String,
    /// What is to be decided.
    task: String,
    /// What came of it; may stay empty.
    #[serde(default)]
    outcome: String,
}

impl SiteCopyDto {
    pub(super) fn new(copy: &Copy) -> SiteCopyDto {
        let Copy { title, situation, task, outcome } = copy.clone();
        SiteCopyDto { title, situation, task, outcome }
    }
}

/// What an author said to a text.
#[derive(Debug, Serialize, ToSchema)]

pub struct SiteConsentDto {
    /// When they were asked.
    asked_at: Option<String>,
    /// When they answered last.
    answered_at: Option<String>,
    /// Whether the edition may read it.
    group: Option<bool>,
    /// Whether it may become a course case.
    course: Option<bool>,
}

impl SiteConsentDto {
    pub(super) fn new(row: &CopyRow) -> SiteConsentDto {
        SiteConsentDto {
            asked_at: row.asked_at.map(|at| at.rfc3339()),
            answered_at: row.answered_at.map(|at| at.rfc3339()),
            group: row.for_group,
            course: row.for_course,
        }
    }
}

/// What others may read of a case, and what its author says to that.
#[derive(Debug, Serialize, ToSchema)]
pub struct SitePreparedDto {
    /// The newest text: no other counts; `null` before the first one.
    text: Option<SiteCopyDto>,
    /// What its author said.
    consent: Option<SiteConsentDto>,
    /// Since when it is open; the edition reads it while its author lets it.
    opened_at: Option<String>,
}

/// What others may read of a case, for those who teach the edition.
#[utoipa::path(get, path = "/api/v1/site-cases/{case}/copy", tag = "site-cases",
    params(("case" = i64, Path)),
    responses((status = 200, body = SitePreparedDto), (status = 403, body = ApiErrors), (status = 404, body = ApiErrors)))]
pub async fn show(api: Api, path: Path<SiteCaseId>) -> Reply {
    let id = path.into_inner();
    let (_, found) = api.read(Gate::SignedIn, move |r, me| actions::prepared(r, me, id)).await?;
    let copy = found.copy.as_ref();
    Ok(ok(&SitePreparedDto {
        text: copy.map(|copy| SiteCopyDto::new(&copy.content.0)),
        consent: copy.map(SiteConsentDto::new),
        opened_at: copy.and_then(|copy| copy.opened_at).map(|at| at.rfc3339()),
    }))
}

/// Writes what others may read. Another text needs another consent.
#[utoipa::path(put, path = "/api/v1/site-cases/{case}/copy", tag = "site-cases",
    params(("case" = i64, Path)), request_body = SiteCopyDto,
    responses((status = 204), (status = 403, body = ApiErrors), (status = 404, body = ApiErrors),
        (status = 422, body = ApiErrors)))]
pub async fn update(api: Api, path: Path<SiteCaseId>, body: Body<SiteCopyDto>) -> Reply {
    let SiteCopyDto { title, situation, task, outcome } = body.0;
    let (id, copy) = (path.into_inner(), Copy { title, situation, task, outcome });
    api.write(Gate::SignedIn, move |w, me, now| actions::write_copy(w, me, id, &copy, now)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Asks the author whether others may read the text.
#[utoipa::path(post, path = "/api/v1/site-cases/{case}/consent-request", tag = "site-cases",
    params(("case" = i64, Path)),
    responses((status = 204), (status = 403, body = ApiErrors), (status = 404, body = ApiErrors),
        (status = 409, body = ApiErrors), (status = 422, body = ApiErrors)))]
pub async fn ask(api: Api, path: Path<SiteCaseId>) -> Reply {
    let id = path.into_inner();
    api.write(Gate::SignedIn, move |w, me, now| actions::ask(w, me, id, now)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Lets the edition read the text. 409 without its author's consent.
#[utoipa::path(put, path = "/api/v1/site-cases/{case}/opening", tag = "site-cases",
    params(("case" = i64, Path)),
    responses((status = 204), (status = 403, body = ApiErrors), (status = 404, body = ApiErrors),
        (status = 409, body = ApiErrors), (status = 422, body = ApiErrors)))]
pub async fn open(api: Api, path: Path<SiteCaseId>) -> Reply {
    let id = path.into_inner();
    api.write(Gate::SignedIn, move |w, me, now| actions::open(w, me, id, now)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Lets the edition read the text no more.
#[utoipa::path(delete, path = "/api/v1/site-cases/{case}/opening", tag = "site-cases",
    params(("case" = i64, Path)),
    responses((status = 204), (status = 403, body = ApiErrors), (status = 404, body = ApiErrors),
        (status = 409, body = ApiErrors)))]
pub async fn shut(api: Api, path: Path<SiteCaseId>) -> Reply {
    let id = path.into_inner();
    api.write(Gate::SignedIn, move |w, me, now| actions::shut(w, me, id, now)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// The text as the file of a course case, with headings in a language; who took it is written down. 409 without its
/// author's consent.
#[utoipa::path(get, path = "/api/v1/site-cases/{case}/course-case/{language}", tag = "site-cases",
    params(("case" = i64, Path), ("language" = String, Path)),
    responses((status = 200, content_type = "text/markdown", body = String), (status = 403, body = ApiErrors),
        (status = 404, body = ApiErrors), (status = 409, body = ApiErrors), (status = 422, body = ApiErrors)))]
pub async fn course_case(api: Api, path: Path<(SiteCaseId, String)>) -> Reply {
    let (id, tag) = path.into_inner();
    let language = Language::from_tag(&tag).ok_or_else(Problem::not_found)?;
    let job = move |w: &mut _, me: &_, now| actions::course_case(w, me, id, language, now);
    let (_, (name, text)) = api.write(Gate::SignedIn, job).await?;
    Ok(attachment(&name, "text/markdown; charset=utf-8", text.into_bytes()))
}

/// Where the text shall stand in a programme.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct CourseCaseRequest {
    /// The programme.
    slug: String,
    /// The language of the headings: `ru`, `kk` or `en`.
    language: String,
    /// The case.
    new: NewCaseRequest,
}

/// Begins a working copy of a course case with the text, for who administers the site. 409 without its author's consent.
#[utoipa::path(post, path = "/api/v1/site-cases/{case}/course-cases", tag = "site-cases",
    params(("case" = i64, Path)), request_body = CourseCaseRequest,
    responses((status = 201, body = CopyCreated), (status = 403, body = ApiErrors), (status = 404, body = ApiErrors),
        (status = 409, body = ApiErrors), (status = 422, body = ApiErrors)))]
pub async fn begin(api: Api, path: Path<SiteCaseId>, body: Body<CourseCaseRequest>) -> Reply {
    let (id, asked) = (path.into_inner(), body.0);
    let job = move |w: &mut _, me: &crate::kernel::Actor, now| {
        me.require_site_administrator()?;
        let unknown = || Problem::invalid(vec![crate::kernel::Fault::new("language", "unknown")]);
        let language = Language::from_tag(&asked.language).ok_or_else(unknown)?;
        let place = asked.new.checked()?;
        actions::begin_course_case(w, me, (id, &asked.slug), (&place, language), now)
    };
    let (_, copy) = api.write(Gate::Administrator, job).await?;
    Ok(created(&CopyCreated::new(copy)))
}
