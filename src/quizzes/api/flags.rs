//! Flags: which questions of an attempt under way the trainee means to come back to.

use crate::api::Api;
use crate::db::Write;
use crate::kernel::{Actor, AttemptId, Gate, QuestionId};
use crate::quizzes::actions;
use crate::web::Reply;
use actix_web::HttpResponse;
use actix_web::web::Path;

/// The paths of flags.
#[derive(utoipa::OpenApi)]
#[openapi(paths(put, remove))]
pub struct Doc;

/// Flags a question of an attempt under way, to come back to it.
#[utoipa::path(put, path = "/api/v1/attempts/{attempt}/questions/{question}/flag", tag = "quizzes",
    params(("attempt" = i64, Path), ("question" = i64, Path)),
    responses((status = 204), (status = 404, body = crate::api::ApiErrors),
        (status = 409, body = crate::api::ApiErrors)))]
pub async fn put(api: Api, path: Path<(AttemptId, QuestionId)>) -> Reply {
    set(api, path.into_inner(), true).await
}

/// Takes the flag of a question off.
#[utoipa::path(delete, path = "/api/v1/attempts/{attempt}/questions/{question}/flag", tag = "quizzes",
    params(("attempt" = i64, Path), ("question" = i64, Path)),
    responses((status = 204), (status = 404, body = crate::api::ApiErrors),
        (status = 409, body = crate::api::ApiErrors)))]
pub async fn remove(api: Api, path: Path<(AttemptId, QuestionId)>) -> Reply {
    set(api, path.into_inner(), false).await
}

async fn set(api: Api, at: (AttemptId, QuestionId), on: bool) -> Reply {
    let flag = move |w: &mut Write, me: &Actor, now| actions::flag(w, me, at, (on, now));
    api.write(Gate::SignedIn, flag).await?;
    Ok(HttpResponse::NoContent().finish())
}
