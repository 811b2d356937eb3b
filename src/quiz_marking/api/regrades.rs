//! Marking questions again.

use crate::api::{Api, ApiErrors, Body, created, ok};
use crate::kernel::{ActivityId, EditionId, Gate, QuestionId, RegradeId};
use crate::quiz_marking::actions::{self, RegradeInput, Source};
use crate::web::Reply;
use actix_web::web::{Path, Query};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What a question is marked by.
#[derive(Debug, Deserialize)]
pub struct Wish {
    question: i64,
    version: Option<i64>,
}

fn source(version: Option<i64>) -> Source {
    version.map_or(Source::FullMarks, |id| Source::Version(QuestionId(id)))
}

/// What a regrade would change.
#[derive(Debug, Serialize, ToSchema)]
pub struct PreviewDto {
    /// Whether the version cannot be compared with what was asked.
    incomparable: bool,
    /// Attempts whose mark would change.
    changes: Vec<ChangeDto>,
    /// How many would stay as they are.
    unchanged: usize,
    /// How many keep the mark a person gave.
    by_hand: usize,
    /// How many are still under way.
    under_way: usize,
}

/// An attempt before and after.
#[derive(Debug, Serialize, ToSchema)]
pub struct ChangeDto {
    /// The attempt.
    attempt_id: i64,
    /// Thousandths of a point of the question before.
    old_milli_points: i32,
    /// Thousandths of a point of the question after.
    new_milli_points: i32,
    /// Whether the attempt passed before.
    old_passed: Option<bool>,
    /// Whether it passes after.
    new_passed: Option<bool>,
}

/// What a regrade would change, without changing anything. Without a version: full marks for everybody.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/quizzes/{activity}/regrade-preview", tag = "marking",
    params(("edition" = i64, Path), ("activity" = i64, Path), ("question" = i64, Query), ("version" = Option<i64>, Query)),
    responses((status = 200, body = PreviewDto), (status = 404, body = ApiErrors)))]
pub async fn preview(api: Api, path: Path<(i64, i64)>, wish: Query<Wish>) -> Reply {
    let (edition, activity) = path.into_inner();
    let key = (EditionId(edition), ActivityId(activity), QuestionId(wish.question));
    let source = Some(source(wish.version));
    let (_, found) = api.read(Gate::Trainer, move |r, me| actions::preview(r, me, key, source)).await?;
    let change = |one: &actions::Change| ChangeDto {
        attempt_id: one.attempt.0,
        old_milli_points: one.old.0,
        new_milli_points: one.new.0,
        old_passed: one.old_passed,
        new_passed: one.new_passed,
    };
    Ok(ok(&PreviewDto {
        incomparable: found.incomparable,
        changes: found.changes.iter().map(change).collect(),
        unchanged: found.unchanged,
        by_hand: found.by_hand,
        under_way: found.under_way,
    }))
}

/// A regrade to order.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewRegrade {
    /// The question as it was asked.
    question_id: i64,
    /// The version it is marked by; `null` for full marks to everybody.
    version_id: Option<i64>,
    /// Why; everybody whose mark changes sees it.
    reason: String,
}

/// A regrade.
#[derive(Debug, Serialize, ToSchema)]
pub struct RegradeDto {
    /// The regrade.
    id: i64,
    /// How many attempts are done.
    done: usize,
    /// How many are not done yet.
    left: usize,
    /// When the last one was done.
    finished_at: Option<String>,
    /// Attempts that are done.
    attempts: Vec<ChangeDto>,
}

/// Orders a regrade; attempts are done in the background, each once.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/quizzes/{activity}/regrades", tag = "marking",
    params(("edition" = i64, Path), ("activity" = i64, Path)), request_body = NewRegrade,
    responses((status = 201, body = RegradeDto), (status = 404, body = ApiErrors), (status = 422, body = ApiErrors)))]
pub async fn create(api: Api, path: Path<(i64, i64)>, body: Body<NewRegrade>) -> Reply {
    let (edition, activity) = path.into_inner();
    let NewRegrade { question_id, version_id, reason } = body.0;
    let input = RegradeInput {
        edition: EditionId(edition),
        activity: ActivityId(activity),
        question: QuestionId(question_id),
        source: source(version_id),
        reason,
    };
    let (_, id) = api.write(Gate::Trainer, move |w, me, now| actions::order(w, me, &input, now)).await?;
    let (_, found) = api.read(Gate::Trainer, move |r, me| actions::outcome_of(r, me, id)).await?;
    Ok(created(&RegradeDto::new(&found)))
}

/// A regrade as far as it has come.
#[utoipa::path(get, path = "/api/v1/regrades/{regrade}", tag = "marking", params(("regrade" = i64, Path)),
    responses((status = 200, body = RegradeDto), (status = 404, body = ApiErrors)))]
pub async fn show(api: Api, path: Path<i64>) -> Reply {
    let id = RegradeId(path.into_inner());
    let (_, found) = api.read(Gate::Trainer, move |r, me| actions::outcome_of(r, me, id)).await?;
    Ok(ok(&RegradeDto::new(&found)))
}

impl RegradeDto {
    fn new(found: &actions::Regraded) -> RegradeDto {
        let change = |one: &crate::quiz_marking::store::RegradeAttempt| ChangeDto {
            attempt_id: one.attempt.0,
            old_milli_points: one.old_points,
            new_milli_points: one.new_points,
            old_passed: one.old_passed,
            new_passed: one.new_passed,
        };
        RegradeDto {
            id: found.row.id.0,
            done: found.done.len(),
            left: found.left,
            finished_at: found.row.finished_at.map(crate::kernel::Moment::rfc3339),
            attempts: found.done.iter().map(|(one, _)| change(one)).collect(),
        }
    }
}
