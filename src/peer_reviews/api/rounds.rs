//! What staff see and do.

use crate::api::{Api, ApiErrors, Body, ok};
use crate::kernel::{ActivityId, EditionId, Gate, PersonName, Word as _};
use crate::peer_reviews::actions::{self, Line, Overview, WorkLine};
use crate::peer_reviews::rules::PeerSetup;
use crate::web::Reply;
use actix_web::HttpResponse;
use actix_web::web::Path;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

type At = (EditionId, ActivityId);

/// Reviewing at a case.
#[derive(Debug, Serialize, ToSchema)]
pub struct RoundDto {
    /// What is set.
    settings: SettingsDto,
    /// The first instant at which the case is late for everybody: then works are given out.
    last_deadline: String,
    /// When works were given out.
    allotted_at: Option<String>,
    /// Until when reviews are in time.
    due_at: Option<String>,
    /// When what was not done went to others.
    renewed_at: Option<String>,
    /// Since when authors read their reviews.
    released_at: Option<String>,
    /// How many works came after the others were given out.
    late: usize,
    /// The works, those that lack reviews first.
    works: Vec<WorkDto>,
}

/// How trainees review each other.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct SettingsDto {
    /// How many review each work, 0 to 5; with 0 there is no reviewing.
    reviewers: i32,
    /// Days for it, 1 to 30.
    #[serde(default = "week")]
    days: i32,
    /// What all one's reviews are worth together, 0 to 100 points, beside the grade.
    #[serde(default)]
    points: i32,
    /// Whether those who grade are shown the median of the reviews.
    #[serde(default)]
    proposes: bool,
}

fn week() -> i32 {
    7
}

/// A work with its reviews.
#[derive(Debug, Serialize, ToSchema)]
pub struct WorkDto {
    /// The version.
    submission_id: i64,
    /// Whose; `null` while works of the case are without names.
    author: Option<String>,
    /// How many reviews it lacks.
    missing: usize,
    /// The points that its author has for reviewing.
    reviewing_points: Option<i32>,
    /// Its reviews.
    reviews: Vec<LineDto>,
}

/// A review in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct LineDto {
    /// The review.
    id: i64,
    /// Who writes it; `null` while works of the case are without names.
    reviewer: Option<String>,
    /// `open`, `overdue`, `handed_in`, `passed_on`, `dropped` or `hidden`.
    state: &'static str,
    /// The sum of its points, once it was handed in.
    total: Option<i32>,
}

impl RoundDto {
    fn new(found: &Overview) -> RoundDto {
        let line = |line: &Line| LineDto {
            id: line.id.0,
            reviewer: line.reviewer.as_ref().map(PersonName::full),
            state: line.state.as_str(),
            total: line.total,
        };
        let work = |work: &WorkLine| WorkDto {
            submission_id: work.submission.0,
            author: work.author.as_ref().map(PersonName::full),
            missing: work.missing,
            reviewing_points: work.points,
            reviews: work.reviews.iter().map(line).collect(),
        };
        let PeerSetup { reviewers, days, points, proposes } = found.row.setup;
        let row = found.row;
        RoundDto {
            settings: SettingsDto { reviewers, days, points, proposes },
            last_deadline: found.last_deadline.rfc3339(),
            allotted_at: row.allotted_at.map(|at| at.rfc3339()),
            due_at: row.due_at.map(|at| at.rfc3339()),
            renewed_at: row.renewed_at.map(|at| at.rfc3339()),
            released_at: row.released_at.map(|at| at.rfc3339()),
            late: found.late,
            works: found.works.iter().map(work).collect(),
        }
    }
}

/// How trainees of an edition review each other at a case, and how far they are.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/cases/{activity}/peer-reviews", tag = "peer reviews",
    params(("edition" = i64, Path), ("activity" = i64, Path)),
    responses((status = 200, body = RoundDto), (status = 404, body = ApiErrors)))]
pub async fn show(api: Api, path: Path<At>) -> Reply {
    let (at, now) = (path.into_inner(), api.web.now());
    let (_, found) = api.read(Gate::SignedIn, move |r, me| actions::overview(r, me, at, now)).await?;
    Ok(ok(&RoundDto::new(&found)))
}

/// Sets it. The number of reviewers is fixed once works were given out.
#[utoipa::path(put, path = "/api/v1/editions/{edition}/cases/{activity}/peer-reviews", tag = "peer reviews",
    params(("edition" = i64, Path), ("activity" = i64, Path)), request_body = SettingsDto,
    responses((status = 200, body = RoundDto), (status = 404, body = ApiErrors), (status = 422, body = ApiErrors)))]
pub async fn update(api: Api, path: Path<At>, body: Body<SettingsDto>) -> Reply {
    let SettingsDto { reviewers, days, points, proposes } = body.0;
    let (at, setup) = (path.into_inner(), PeerSetup { reviewers, days, points, proposes });
    let job = move |w: &mut crate::db::Write, me: &crate::kernel::Actor, now| {
        actions::set_up(w, me, at, setup, now)?;
        actions::overview(w, me, at, now)
    };
    let (_, found) = api.write(Gate::SignedIn, job).await?;
    Ok(ok(&RoundDto::new(&found)))
}

/// How works are given out.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewAllotment {
    /// Whether that is meant although works can still come in time.
    #[serde(default)]
    early: bool,
}

/// How many reviews were asked for.
#[derive(Debug, Serialize, ToSchema)]
pub struct AllottedDto {
    /// So many.
    reviews: usize,
}

/// Gives out the works that have come, or those that came late.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/cases/{activity}/peer-reviews/allotment",
    tag = "peer reviews", params(("edition" = i64, Path), ("activity" = i64, Path)), request_body = NewAllotment,
    responses((status = 200, body = AllottedDto), (status = 404, body = ApiErrors), (status = 409, body = ApiErrors),
        (status = 422, body = ApiErrors)))]
pub async fn allot(api: Api, path: Path<At>, body: Body<NewAllotment>) -> Reply {
    let (at, early) = (path.into_inner(), body.0.early);
    let job = move |w: &mut _, me: &_, now| actions::allot(w, me, at, early, now);
    let (_, reviews) = api.write(Gate::SignedIn, job).await?;
    Ok(ok(&AllottedDto { reviews }))
}

/// Lets authors read their reviews, those that come later too.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/cases/{activity}/peer-reviews/release",
    tag = "peer reviews", params(("edition" = i64, Path), ("activity" = i64, Path)),
    responses((status = 204), (status = 404, body = ApiErrors), (status = 409, body = ApiErrors)))]
pub async fn release(api: Api, path: Path<At>) -> Reply {
    let at = path.into_inner();
    api.write(Gate::SignedIn, move |w, me, now| actions::release(w, me, at, now)).await?;
    Ok(HttpResponse::NoContent().finish())
}
