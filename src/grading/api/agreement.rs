//! How well the graders of a case agree.

use crate::api::{Api, ApiErrors, ok};
use crate::grading::actions::{self, Measure, WorkAgreement};
use crate::kernel::{ActivityId, EditionId, Gate, Problem};
use crate::web::Reply;
use actix_web::web::Path;
use serde::Serialize;
use utoipa::ToSchema;

/// How well the graders of a case agree, over the edition.
#[derive(Debug, Serialize, ToSchema)]
pub struct AgreementDto {
    /// The newest version of the rubric: `totals` and `criteria` are of works that were marked by it.
    rubric_version: i32,
    /// Of the totals.
    totals: MeasureDto,
    /// By criterion, in the order of the rubric.
    criteria: Vec<MeasureDto>,
    /// The same for works that were marked by earlier versions, the latest first.
    earlier: Vec<RubricAgreementDto>,
    /// Every work that two have marked and whose grade is decided.
    works: Vec<PairDto>,
    /// How many works wait for a third.
    open: usize,
}

/// How well the graders agree by an earlier version of the rubric.
#[derive(Debug, Serialize, ToSchema)]
pub struct RubricAgreementDto {
    /// The version.
    rubric_version: i32,
    /// Of the totals.
    totals: MeasureDto,
    /// By criterion, in the order of that version.
    criteria: Vec<MeasureDto>,
}

/// How well two graders agree about something.
#[derive(Debug, Serialize, ToSchema)]
pub struct MeasureDto {
    /// What; `null` for the totals.
    criterion: Option<String>,
    /// Quadratically weighted kappa; `null` where it is not defined.
    kappa: Option<f64>,
    /// How many pairs are the very same.
    same: usize,
    /// How many pairs there are.
    pairs: usize,
}

/// A work that two have marked.
#[derive(Debug, Serialize, ToSchema)]
pub struct PairDto {
    /// The version.
    submission_id: i64,
    /// The version of the rubric they marked by.
    rubric_version: i32,
    /// The total of the first.
    first: i32,
    /// The total of the second.
    second: i32,
    /// The total of the third, who decided.
    third: Option<i32>,
    /// `agreed` or `third`.
    decided: Option<String>,
}

/// How well the graders of a case agree. Nothing is told of a work before its grade is decided.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/cases/{activity}/agreement", tag = "grading",
    params(("edition" = i64, Path), ("activity" = i64, Path)),
    responses((status = 200, body = AgreementDto), (status = 404, body = ApiErrors)))]
pub async fn show(api: Api, path: Path<(EditionId, ActivityId)>) -> Reply {
    let at = path.into_inner();
    let (me, found) = api.read(Gate::Trainer, move |r, me| actions::agreement(r, me, at)).await?;
    let measure = |criterion: Option<String>, measure: Measure| MeasureDto {
        criterion,
        kappa: measure.kappa,
        same: measure.same,
        pairs: measure.pairs,
    };
    let title = |one: &actions::CriterionAgreement| one.title.for_reader(me.actor.language).to_owned();
    let pair = |work: &WorkAgreement| PairDto {
        submission_id: work.submission.0,
        rubric_version: work.rubric,
        first: work.first,
        second: work.second,
        third: work.third,
        decided: work.decided.map(|decided| decided.as_str().to_owned()),
    };
    let by = |one: &actions::RubricAgreement| RubricAgreementDto {
        rubric_version: one.rubric,
        totals: measure(None, one.totals),
        criteria: one.criteria.iter().map(|one| measure(Some(title(one)), one.measure)).collect(),
    };
    let mut all = found.by_rubric.iter().map(by);
    let newest = all.next().ok_or_else(Problem::not_found)?;
    Ok(ok(&AgreementDto {
        rubric_version: newest.rubric_version,
        totals: newest.totals,
        criteria: newest.criteria,
        earlier: all.collect(),
        works: found.works.iter().map(pair).collect(),
        open: found.open,
    }))
}
