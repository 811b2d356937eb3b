//! Calibration for programs.

use super::work::NewGrading;
use crate::api::{Api, ApiErrors, Body, created, ok};
use crate::grading::actions::{self, CalibratedWork};
use crate::kernel::{ActivityId, EditionId, Gate, SubmissionId};
use crate::web::Reply;
use actix_web::HttpResponse;
use actix_web::web::Path;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// The calibration of a case.
#[derive(Debug, Serialize, ToSchema)]
pub struct CalibrationDto {
    /// The works that every grader marks first.
    works: Vec<CalibratedWorkDto>,
    /// Those the bearer has to mark yet.
    left: Vec<i64>,
}

/// A work that every grader marks first.
#[derive(Debug, Serialize, ToSchema)]
pub struct CalibratedWorkDto {
    /// The version.
    submission_id: i64,
    /// The version of the rubric that everybody marks it by.
    rubric_version: i32,
    /// How many have marked it.
    count: usize,
    /// What they gave; nothing while the bearer has works left to mark, and of the bearer's own work before its grade
    /// is released.
    given: Vec<CalibrationMarksDto>,
}

/// What somebody gave.
#[derive(Debug, Serialize, ToSchema)]
pub struct CalibrationMarksDto {
    /// Who.
    grader: String,
    /// Points by criterion.
    points: BTreeMap<String, u32>,
    /// The sum of the points.
    total: i32,
}

/// A work to choose.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewCalibrationWork {
    /// A version of this case.
    #[serde(default)]
    submission_id: i64,
}

/// What was given.
#[derive(Debug, Serialize, ToSchema)]
pub struct CalibratedDto {
    /// The sum of the points.
    total: u32,
}

/// The calibration of a case. Nobody is told what others gave before they have marked everything themselves.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/cases/{activity}/calibration", tag = "grading",
    params(("edition" = i64, Path), ("activity" = i64, Path)),
    responses((status = 200, body = CalibrationDto), (status = 404, body = ApiErrors)))]
pub async fn show(api: Api, path: Path<(EditionId, ActivityId)>) -> Reply {
    let at = path.into_inner();
    let (_, found) = api.read(Gate::Trainer, move |r, me| actions::calibration(r, me, at)).await?;
    let marks = |row: &crate::grading::store::CalibrationRow| CalibrationMarksDto {
        grader: row.name.full(),
        points: row.marks.points.clone(),
        total: row.total,
    };
    let work = |work: &CalibratedWork| CalibratedWorkDto {
        submission_id: work.submission.0,
        rubric_version: work.by,
        count: work.count,
        given: work.given.iter().map(marks).collect(),
    };
    Ok(ok(&CalibrationDto {
        works: found.works.iter().map(work).collect(),
        left: found.left.iter().map(|id| id.0).collect(),
    }))
}

/// Lets every grader of a case mark a work first; for administrators.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/cases/{activity}/calibration", tag = "grading",
    params(("edition" = i64, Path), ("activity" = i64, Path)), request_body = NewCalibrationWork,
    responses((status = 204), (status = 403, body = ApiErrors), (status = 404, body = ApiErrors),
        (status = 422, body = ApiErrors)))]
pub async fn choose(api: Api, path: Path<(EditionId, ActivityId)>, body: Body<NewCalibrationWork>) -> Reply {
    let (at, id) = (path.into_inner(), SubmissionId(body.0.submission_id));
    api.write(Gate::Trainer, move |w, me, now| actions::choose(w, me, at, id, now)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Takes a work out of those that are marked first; for administrators.
#[utoipa::path(delete, path = "/api/v1/submissions/{submission}/calibration", tag = "grading",
    params(("submission" = i64, Path)),
    responses((status = 204), (status = 403, body = ApiErrors), (status = 404, body = ApiErrors)))]
pub async fn unchoose(api: Api, path: Path<SubmissionId>) -> Reply {
    let id = path.into_inner();
    api.write(Gate::Trainer, move |w, me, now| actions::unchoose(w, me, id, now).map(|_| ())).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Marks a work that everybody marks first. It is no grade.
#[utoipa::path(post, path = "/api/v1/submissions/{submission}/calibration", tag = "grading",
    params(("submission" = i64, Path)), request_body = NewGrading,
    responses((status = 201, body = CalibratedDto), (status = 404, body = ApiErrors),
        (status = 409, body = ApiErrors), (status = 422, body = ApiErrors)))]
pub async fn mark(api: Api, path: Path<SubmissionId>, body: Body<NewGrading>) -> Reply {
    let (id, rubric) = (path.into_inner(), body.0.rubric());
    let (marks, _) = body.0.parts();
    let job = move |w: &mut _, me: &_, now| actions::calibrate(w, me, (id, &marks, rubric), now);
    let (_, total) = api.write(Gate::Trainer, job).await?;
    Ok(created(&CalibratedDto { total }))
}
