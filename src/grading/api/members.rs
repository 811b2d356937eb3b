//! What one member gets of a team's work.

use crate::api::{Api, ApiErrors, Body};
use crate::grading::actions::{self, AdjustInput, Work};
use crate::kernel::{EnrolmentId, Gate, SubmissionId};
use crate::web::Reply;
use actix_web::HttpResponse;
use actix_web::web::Path;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What is changed for one member of a team.
#[derive(Debug, Deserialize, ToSchema)]
pub struct AdjustmentDto {
    /// Whether they had a part in the work; without one they have no grade for it.
    present: bool,
    /// The points added to the team's, or taken off below zero.
    points: i32,
    /// Why: that member reads it.
    reason: String,
}

/// What one member of a team says of another one.
#[derive(Debug, Serialize, ToSchema)]
pub struct RatedDto {
    /// Who says so.
    by_enrolment_id: i64,
    /// Of whom.
    enrolment_id: i64,
    /// From 1 to 4.
    rating: i32,
    /// What they say about it.
    remark: String,
}

impl RatedDto {
    /// What the members say of each other; nothing while the work is graded without names.
    pub(super) fn all(work: &Work) -> Vec<RatedDto> {
        if work.is_nameless() {
            return Vec::new();
        }
        let rated = |row: &crate::cases::store::RatingRow| RatedDto {
            by_enrolment_id: row.rater.0,
            enrolment_id: row.rated.0,
            rating: row.rating,
            remark: row.remark.clone(),
        };
        work.ratings.iter().map(rated).collect()
    }
}

/// Changes what one member gets of a team's work. The member whose grade is released is told. While the work is graded
/// without names the answer is 409.
#[utoipa::path(put, path = "/api/v1/submissions/{submission}/members/{enrolment}", tag = "grading",
    params(("submission" = i64, Path), ("enrolment" = i64, Path)), request_body = AdjustmentDto,
    responses((status = 204), (status = 403, body = ApiErrors), (status = 404, body = ApiErrors),
        (status = 409, body = ApiErrors), (status = 422, body = ApiErrors)))]
pub async fn adjust(api: Api, path: Path<(SubmissionId, EnrolmentId)>, body: Body<AdjustmentDto>) -> Reply {
    let (submission, enrolment) = path.into_inner();
    let AdjustmentDto { present, points, reason } = body.0;
    let input = AdjustInput { submission, enrolment, present, points, reason };
    api.write(Gate::Trainer, move |w, me, now| actions::adjust(w, me, &input, now)).await?;
    Ok(HttpResponse::NoContent().finish())
}
