//! Appeals.

use crate::api::{Api, ApiErrors, Body, created, ok};
use crate::kernel::{AppealId, AttemptId, Gate, QuestionId};
use crate::quiz_marking::actions::{self, Decided};
use crate::web::Reply;
use actix_web::HttpResponse;
use actix_web::web::Path;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

/// An appeal to make.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewAppeal {
    /// Why the mark should be another.
    text: String,
}

/// An appeal that was made.
#[derive(Debug, Serialize, ToSchema)]
pub struct MadeDto {
    /// The appeal.
    id: i64,
}

/// Appeals against the mark of a question in one's own attempt, once, after release.
#[utoipa::path(post, path = "/api/v1/attempts/{attempt}/questions/{question}/appeal", tag = "marking",
    params(("attempt" = i64, Path), ("question" = i64, Path)), request_body = NewAppeal,
    responses((status = 201, body = MadeDto), (status = 404, body = ApiErrors), (status = 409, body = ApiErrors),
        (status = 422, body = ApiErrors)))]
pub async fn create(api: Api, path: Path<(i64, i64)>, body: Body<NewAppeal>) -> Reply {
    let (attempt, question) = path.into_inner();
    let (ids, text) = ((AttemptId(attempt), QuestionId(question)), body.0.text);
    let job = move |w: &mut _, me: &_, now| actions::appeal(w, me, ids, &text, now);
    let (_, id) = api.write(Gate::SignedIn, job).await?;
    Ok(created(&MadeDto { id: id.0 }))
}

/// An appeal. Where answers are marked without names there is neither name nor attempt in it.
#[derive(Debug, Serialize, ToSchema)]
pub struct AppealDto {
    /// The appeal.
    id: i64,
    /// The author.
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<String>,
    /// The attempt.
    #[serde(skip_serializing_if = "Option::is_none")]
    attempt_id: Option<i64>,
    /// The question.
    question_id: i64,
    /// What was answered, in its wire form.
    #[schema(value_type = Object)]
    response: Value,
    /// Thousandths of a point now.
    milli_points: i32,
    /// What the trainee says.
    text: String,
    /// Since when it waits.
    made_at: String,
    /// Whether it was accepted; `null` while it waits.
    accepted: Option<bool>,
    /// What was answered to it.
    answer: Option<String>,
}

/// An appeal, for those who decide.
#[utoipa::path(get, path = "/api/v1/appeals/{appeal}", tag = "marking", params(("appeal" = i64, Path)),
    responses((status = 200, body = AppealDto), (status = 404, body = ApiErrors)))]
pub async fn show(api: Api, path: Path<i64>) -> Reply {
    let id = AppealId(path.into_inner());
    let (_, found) = api.read(Gate::Trainer, move |r, me| actions::contested(r, me, id)).await?;
    let named = !found.blind;
    Ok(ok(&AppealDto {
        id: id.0,
        author: named.then(|| found.mark.author.full()),
        attempt_id: named.then_some(found.row.attempt.0),
        question_id: found.row.question.0,
        response: found.response.to_json(),
        milli_points: found.mark.mark.1.0,
        text: found.row.text,
        made_at: found.row.made_at.rfc3339(),
        accepted: found.decision.as_ref().map(|decision| decision.accepted),
        answer: found.decision.map(|decision| decision.answer),
    }))
}

/// A decision.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewDecision {
    /// Whether the mark changes.
    accepted: bool,
    /// The points it changes to, as text; needed when it does.
    #[serde(default)]
    points: String,
    /// What is said to the trainee.
    answer: String,
}

/// Decides an appeal, once.
#[utoipa::path(post, path = "/api/v1/appeals/{appeal}/decision", tag = "marking", params(("appeal" = i64, Path)),
    request_body = NewDecision, responses((status = 204), (status = 404, body = ApiErrors),
        (status = 409, body = ApiErrors), (status = 422, body = ApiErrors)))]
pub async fn decide(api: Api, path: Path<i64>, body: Body<NewDecision>) -> Reply {
    let NewDecision { accepted, points, answer } = body.0;
    let input = Decided { appeal: AppealId(path.into_inner()), accepted, points, answer };
    api.write(Gate::Trainer, move |w, me, now| actions::decide(w, me, &input, now)).await?;
    Ok(HttpResponse::NoContent().finish())
}
