//! The cases of an edition: how far their works are, releasing their grades, who may grade colleagues.

use crate::api::{Api, ApiErrors, Body, created, ok};
use crate::grading::actions;
use crate::kernel::{ActivityId, EditionId, Gate, GradingExceptionId, PersonId};
use crate::web::Reply;
use actix_web::HttpResponse;
use actix_web::web::Path;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The cases of an edition.
#[derive(Debug, Serialize, ToSchema)]
pub struct EditionCasesDto {
    /// Its cases, in the order of the programme.
    cases: Vec<CaseStateDto>,
    /// Who may grade people of their own organisation.
    exceptions: Vec<GradingExceptionDto>,
}

/// How far the works of a case are.
#[derive(Debug, Serialize, ToSchema)]
pub struct CaseStateDto {
    /// The case.
    activity_id: i64,
    /// Its title in the bearer's language.
    title: String,
    /// Works nobody has begun.
    not_marked: usize,
    /// Works that are being marked.
    in_marking: usize,
    /// Grades decided and not released.
    in_review: usize,
    /// Grades released.
    released: usize,
}

/// Somebody may grade people of their own organisation.
#[derive(Debug, Serialize, ToSchema)]
pub struct GradingExceptionDto {
    /// The exception.
    id: i64,
    /// Who.
    person_id: i64,
    /// Why.
    reason: String,
    /// Since when.
    made_at: String,
}

/// Such an exception to be made.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewGradingException {
    /// A trainer of the edition.
    #[serde(default)]
    person_id: i64,
    /// Why.
    #[serde(default)]
    reason: String,
}

/// What was made.
#[derive(Debug, Serialize, ToSchema)]
pub struct MadeDto {
    /// Its id.
    id: i64,
}

/// How many grades were released.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReleasedDto {
    /// So many.
    released: usize,
}

/// How far the works of an edition's cases are.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/cases", tag = "grading", params(("edition" = i64, Path)),
    responses((status = 200, body = EditionCasesDto), (status = 404, body = ApiErrors)))]
pub async fn index(api: Api, path: Path<EditionId>) -> Reply {
    let (id, now) = (path.into_inner(), api.web.now());
    let (me, found) = api.read(Gate::Trainer, move |r, me| actions::edition_cases(r, me, id, now)).await?;
    let case = |line: &actions::CaseLine| CaseStateDto {
        activity_id: line.id.0,
        title: line.title.for_reader(me.actor.language).to_owned(),
        not_marked: line.not_marked,
        in_marking: line.in_marking,
        in_review: line.in_review,
        released: line.released,
    };
    let exception = |row: &crate::grading::store::ExceptionRow| GradingExceptionDto {
        id: row.id.0,
        person_id: row.person.0,
        reason: row.reason.clone(),
        made_at: row.made_at.rfc3339(),
    };
    Ok(ok(&EditionCasesDto {
        cases: found.cases.iter().map(case).collect(),
        exceptions: found.exceptions.iter().map(exception).collect(),
    }))
}

/// Releases every decided grade of a case.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/cases/{activity}/releases", tag = "grading",
    params(("edition" = i64, Path), ("activity" = i64, Path)),
    responses((status = 200, body = ReleasedDto), (status = 404, body = ApiErrors)))]
pub async fn release(api: Api, path: Path<(EditionId, ActivityId)>) -> Reply {
    let at = path.into_inner();
    let (_, released) =
        api.write(Gate::Trainer, move |w, me, now| actions::release_all(w, me, at, now)).await?;
    Ok(ok(&ReleasedDto { released }))
}

/// Lets a trainer of an edition grade people of their own organisation; for administrators. While such an exception
/// holds, the answer names that one.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/grading-exceptions", tag = "grading",
    params(("edition" = i64, Path)), request_body = NewGradingException,
    responses((status = 201, body = MadeDto), (status = 403, body = ApiErrors), (status = 404, body = ApiErrors),
        (status = 422, body = ApiErrors)))]
pub async fn except(api: Api, path: Path<EditionId>, body: Body<NewGradingException>) -> Reply {
    let NewGradingException { person_id, reason } = body.0;
    let who = (path.into_inner(), PersonId(person_id));
    let (_, id) =
        api.write(Gate::Trainer, move |w, me, now| actions::except(w, me, who, &reason, now)).await?;
    Ok(created(&MadeDto { id: id.0 }))
}

/// Takes such an exception back; for administrators.
#[utoipa::path(delete, path = "/api/v1/grading-exceptions/{exception}", tag = "grading",
    params(("exception" = i64, Path)),
    responses((status = 204), (status = 403, body = ApiErrors), (status = 404, body = ApiErrors)))]
pub async fn revoke(api: Api, path: Path<GradingExceptionId>) -> Reply {
    let id = path.into_inner();
    api.write(Gate::Trainer, move |w, me, now| actions::take_exception_back(w, me, id, now)).await?;
    Ok(HttpResponse::NoContent().finish())
}
