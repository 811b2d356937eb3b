//! Results and statistics for programs.

use super::actions::{self, Statistics};
use super::rules::Which;
use crate::api::{Api, ApiErrors, ok};
use crate::kernel::{ActivityId, EditionId, Gate, Word as _};
use crate::web::Reply;
use actix_web::web::{Path, Query};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The paths of this room.
#[derive(utoipa::OpenApi)]
#[openapi(paths(results, statistics))]
pub struct Doc;

/// Which attempts.
#[derive(Debug, Deserialize)]
pub struct Wish {
    #[serde(default)]
    attempts: String,
    #[serde(default)]
    from: i64,
    #[serde(default = "most")]
    limit: i64,
}

fn most() -> i64 {
    200
}

/// A page of attempts.
#[derive(Debug, Serialize, ToSchema)]
pub struct ResultsDto {
    /// The attempts by name.
    items: Vec<ResultDto>,
    /// Where the next page begins; `null` when this was the last.
    next_from: Option<i64>,
}

/// An attempt.
#[derive(Debug, Serialize, ToSchema)]
pub struct ResultDto {
    /// The attempt; `null` while its answers wait and are marked without names.
    attempt_id: Option<i64>,
    /// Which one of its trainee, from 1.
    number: i32,
    /// Whose.
    name: String,
    /// Since when.
    started_at: String,
    /// When it was handed in.
    submitted_at: Option<String>,
    /// Thousandths of a point.
    milli_points: Option<i32>,
    /// Thousandths of a point there were.
    most_milli_points: Option<i32>,
    /// The share reached, in thousandths; `null` while an answer waits.
    result_permille: Option<i32>,
    /// Whether it passed.
    passed: Option<bool>,
}

/// The attempts at a quiz in an edition by name, at most 1,000 at a time.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/quizzes/{activity}/results", tag = "quizzes",
    params(("edition" = i64, Path), ("activity" = i64, Path), ("from" = Option<i64>, Query), ("limit" = Option<i64>, Query)),
    responses((status = 200, body = ResultsDto), (status = 404, body = ApiErrors)))]
pub async fn results(api: Api, path: Path<(i64, i64)>, wish: Query<Wish>) -> Reply {
    let (edition, activity) = path.into_inner();
    let key = (EditionId(edition), ActivityId(activity));
    let (from, limit) = (wish.from.max(0), wish.limit.clamp(1, 1000));
    let job = move |r: &mut _, me: &_| actions::results(r, me, key, (from, limit + 1));
    let (_, found) = api.read(Gate::Trainer, job).await?;
    let more = i64::try_from(found.rows.len()).unwrap_or_default() > limit;
    let item = |row: &super::store::ResultRow| {
        let waiting = row.submitted_at.is_some() && row.result.is_none();
        ResultDto {
            attempt_id: (!(found.blind && waiting)).then_some(row.id.0),
            number: row.number,
            name: row.name.full(),
            started_at: row.started_at.rfc3339(),
            submitted_at: row.submitted_at.map(crate::kernel::Moment::rfc3339),
            milli_points: row.points.filter(|_| !waiting),
            most_milli_points: row.most,
            result_permille: row.result.map(|result| result.0),
            passed: row.passed,
        }
    };
    let items = found.rows.iter().take(usize::try_from(limit).unwrap_or_default()).map(item).collect();
    Ok(ok(&ResultsDto { items, next_from: more.then_some(from + limit) }))
}

/// The statistics of a quiz. Shares are between 0 and 1; what cannot be computed is `null`.
#[derive(Debug, Serialize, ToSchema)]
pub struct StatisticsDto {
    /// Which attempts are looked at: `first` or `counting`.
    attempts: String,
    /// Which attempt counts in the edition: `best`, `last`, `first` or `average`.
    counting: String,
    /// How many.
    count: usize,
    /// How many more wait for marks and are left out.
    waiting: usize,
    /// The mean share of points.
    mean: Option<f64>,
    /// The median share.
    median: Option<f64>,
    /// The standard deviation.
    deviation: Option<f64>,
    /// The skewness.
    skewness: Option<f64>,
    /// The kurtosis.
    kurtosis: Option<f64>,
    /// Cronbach's alpha.
    consistency: Option<f64>,
    /// The error ratio.
    error_ratio: Option<f64>,
    /// The standard error.
    standard_error: Option<f64>,
    /// The questions.
    questions: Vec<QuestionStatisticsDto>,
}

/// The statistics of a question.
#[derive(Debug, Serialize, ToSchema)]
pub struct QuestionStatisticsDto {
    /// The question.
    question_id: i64,
    /// How many attempts asked it.
    count: usize,
    /// The facility index.
    facility: Option<f64>,
    /// The standard deviation.
    deviation: Option<f64>,
    /// The discrimination index.
    discrimination: Option<f64>,
    /// The discriminative efficiency.
    efficiency: Option<f64>,
    /// The intended weight.
    intended_weight: Option<f64>,
    /// The effective weight.
    effective_weight: Option<f64>,
    /// How often each choice was chosen.
    choices: Vec<ChoiceShareDto>,
}

/// How often a choice was chosen.
#[derive(Debug, Serialize, ToSchema)]
pub struct ChoiceShareDto {
    /// The choice.
    id: u16,
    /// How many chose it.
    chosen: usize,
    /// Whether it is right.
    right: bool,
}

/// The statistics of a quiz in an edition.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/quizzes/{activity}/statistics", tag = "quizzes",
    params(("edition" = i64, Path), ("activity" = i64, Path), ("attempts" = Option<String>, Query)),
    responses((status = 200, body = StatisticsDto), (status = 404, body = ApiErrors)))]
pub async fn statistics(api: Api, path: Path<(i64, i64)>, wish: Query<Wish>) -> Reply {
    let (edition, activity) = path.into_inner();
    let key = (EditionId(edition), ActivityId(activity));
    let which = Which::parse(&wish.attempts).unwrap_or(Which::Counting);
    let (_, found) = api.read(Gate::Trainer, move |r, me| actions::statistics(r, me, key, which)).await?;
    Ok(ok(&StatisticsDto::new(&found)))
}

impl StatisticsDto {
    fn new(found: &Statistics) -> StatisticsDto {
        let whole = &found.whole;
        let question = |one: &actions::QuestionStatistics| QuestionStatisticsDto {
            question_id: one.id.0,
            count: one.item.count,
            facility: one.item.facility,
            deviation: one.item.deviation,
            discrimination: one.item.discrimination,
            efficiency: one.item.efficiency,
            intended_weight: one.item.intended,
            effective_weight: one.item.effective,
            choices: one
                .shares
                .iter()
                .flatten()
                .map(|share| ChoiceShareDto { id: share.choice.0, chosen: share.chosen, right: share.right })
                .collect(),
        };
        StatisticsDto {
            attempts: found.which.as_str().to_owned(),
            counting: found.counting.as_str().to_owned(),
            count: whole.count,
            waiting: found.waiting,
            mean: whole.mean,
            median: whole.median,
            deviation: whole.deviation,
            skewness: whole.skewness,
            kurtosis: whole.kurtosis,
            consistency: whole.consistency,
            error_ratio: whole.error_ratio,
            standard_error: whole.standard_error,
            questions: found.questions.iter().map(question).collect(),
        }
    }
}
