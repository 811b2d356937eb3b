//! Writing reviews, reading one's own, dropping a bad one.

use crate::api::{Api, ApiErrors, Body, ok};
use crate::cases::actions::Which;
use crate::grading::rules::Marks;
use crate::kernel::{
    ActivityId, EnrolmentId, Gate, PeerReviewId, PersonName, Problem, ProblemCode, Word as _,
};
use crate::peer_reviews::actions::{self, Kept, Own, Review};
use crate::web::{Reply, attachment};
use actix_web::HttpResponse;
use actix_web::web::Path;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// What somebody says about a work.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct MarksDto {
    /// Points by criterion.
    #[serde(default)]
    points: BTreeMap<String, u32>,
    /// Remarks by criterion.
    #[serde(default)]
    remarks: BTreeMap<String, String>,
    /// The remark on the whole; a review needs one.
    #[serde(default)]
    remark: String,
    /// What to do otherwise.
    #[serde(default)]
    advice: String,
    /// The revision of the draft that was read; 0 when there was none. Only drafts look at it.
    #[serde(default)]
    revision: i32,
}

impl MarksDto {
    fn new(marks: Marks, revision: i32) -> MarksDto {
        let Marks { points, remarks, remark, advice } = marks;
        MarksDto { points, remarks, remark, advice, revision }
    }

    fn parts(self) -> (Marks, i32) {
        let MarksDto { points, remarks, remark, advice, revision } = self;
        (Marks { points, remarks, remark, advice }, revision)
    }
}

/// Reviewing, for a trainee.
#[derive(Debug, Serialize, ToSchema)]
pub struct OwnDto {
    /// Whether works were given out.
    allotted: bool,
    /// The reviews to write, with those that were written.
    asked: Vec<AskedDto>,
    /// The points for reviewing so far; `null` while nothing was asked.
    points: Option<i32>,
    /// What all one's reviews are worth together.
    most_points: i32,
    /// Whether authors read their reviews.
    released: bool,
    /// What was said of one's own work; nothing says who wrote it.
    received: Vec<ReceivedDto>,
}

/// A review that was asked for.
#[derive(Debug, Serialize, ToSchema)]
pub struct AskedDto {
    /// The review.
    id: i64,
    /// `open`, `overdue`, `handed_in`, `passed_on`, `dropped` or `hidden`.
    state: &'static str,
    /// Until when it is in time.
    due_at: String,
}

/// A review of one's own work.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReceivedDto {
    /// The marks.
    marks: MarksDto,
    /// Their sum.
    total: i32,
}

impl OwnDto {
    fn new(found: Own) -> OwnDto {
        let asked = found.asked.iter().map(|(row, state)| AskedDto {
            id: row.id.0,
            state: state.as_str(),
            due_at: row.facts.due_at.rfc3339(),
        });
        OwnDto {
            allotted: found.row.allotted_at.is_some(),
            asked: asked.collect(),
            points: found.points,
            most_points: found.row.setup.points,
            released: found.row.released_at.is_some(),
            received: found
                .received
                .into_iter()
                .map(|one| ReceivedDto { marks: MarksDto::new(one.marks, 0), total: one.total })
                .collect(),
        }
    }
}

/// The reviews that the bearer writes at a case, and those of their own work.
#[utoipa::path(get, path = "/api/v1/learn/{enrolment}/cases/{activity}/peer-reviews", tag = "peer reviews",
    params(("enrolment" = i64, Path), ("activity" = i64, Path)),
    responses((status = 200, body = OwnDto), (status = 404, body = ApiErrors), (status = 409, body = ApiErrors)))]
pub async fn index(api: Api, path: Path<(EnrolmentId, ActivityId)>) -> Reply {
    let ((enrolment, activity), now) = (path.into_inner(), api.web.now());
    let which = Which { enrolment, activity };
    let (_, found) = api.read(Gate::SignedIn, move |r, me| actions::own(r, me, which, now)).await?;
    Ok(ok(&OwnDto::new(found)))
}

/// A review with the work that it is about, without its author's name.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReviewDto {
    /// The review.
    id: i64,
    /// `open`, `overdue`, `handed_in`, `passed_on`, `dropped` or `hidden`.
    state: &'static str,
    /// Until when it is in time.
    due_at: String,
    /// The text of the work; `null` once it was hidden or passed on.
    text: Option<String>,
    /// How many files it has, to be had at `files/1` and so on.
    files: usize,
    /// The draft, for its reviewer alone.
    draft: Option<MarksDto>,
    /// The marks as they were handed in.
    given: Option<MarksDto>,
    /// Their sum.
    total: Option<i32>,
    /// Why staff do not let it count.
    dropped_reason: Option<String>,
    /// Who writes it; for staff only, and not while works of the case are without names.
    reviewer: Option<String>,
    /// Whose work it is; as above.
    author: Option<String>,
}

impl ReviewDto {
    fn new(found: Review) -> ReviewDto {
        let row = found.row;
        let (given, total) = row.given.filter(|_| found.work.is_some()).unzip();
        let (reviewer, author) = found.names.unzip();
        ReviewDto {
            id: row.id.0,
            state: found.state.as_str(),
            due_at: row.facts.due_at.rfc3339(),
            text: found.work.map(|work| work.text),
            files: found.files.len(),
            draft: (found.own && found.state.is_to_write()).then(|| MarksDto::new(row.draft, row.revision)),
            given: given.map(|marks| MarksDto::new(marks, 0)),
            total,
            dropped_reason: row.dropped_reason,
            reviewer: reviewer.as_ref().map(PersonName::full),
            author: author.as_ref().map(PersonName::full),
        }
    }
}

/// A review, for its reviewer and for those who teach the edition.
#[utoipa::path(get, path = "/api/v1/peer-reviews/{review}", tag = "peer reviews", params(("review" = i64, Path)),
    responses((status = 200, body = ReviewDto), (status = 404, body = ApiErrors)))]
pub async fn show(api: Api, path: Path<PeerReviewId>) -> Reply {
    let (id, now) = (path.into_inner(), api.web.now());
    let (_, found) = api.read(Gate::SignedIn, move |r, me| actions::review(r, me, id, now)).await?;
    Ok(ok(&ReviewDto::new(found)))
}

/// Hands a review in.
#[utoipa::path(post, path = "/api/v1/peer-reviews/{review}", tag = "peer reviews", params(("review" = i64, Path)),
    request_body = MarksDto,
    responses((status = 204), (status = 404, body = ApiErrors), (status = 409, body = ApiErrors),
        (status = 422, body = ApiErrors)))]
pub async fn hand_in(api: Api, path: Path<PeerReviewId>, body: Body<MarksDto>) -> Reply {
    let (id, (marks, _)) = (path.into_inner(), body.0.parts());
    api.write(Gate::SignedIn, move |w, me, now| actions::hand_in(w, me, id, &marks, now)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// A saved draft.
#[derive(Debug, Serialize, ToSchema)]
pub struct DraftDto {
    /// To be sent with the next change.
    revision: i32,
}

/// Saves marks as they are typed. A stale revision changes nothing and answers 409.
#[utoipa::path(put, path = "/api/v1/peer-reviews/{review}/draft", tag = "peer reviews",
    params(("review" = i64, Path)), request_body = MarksDto,
    responses((status = 200, body = DraftDto), (status = 404, body = ApiErrors), (status = 409, body = ApiErrors)))]
pub async fn save_draft(api: Api, path: Path<PeerReviewId>, body: Body<MarksDto>) -> Reply {
    let (id, (marks, revision)) = (path.into_inner(), body.0.parts());
    let job = move |w: &mut _, me: &_, now| actions::save_draft(w, me, id, (&marks, revision), now);
    match api.write(Gate::SignedIn, job).await?.1 {
        Kept::Saved(row) => Ok(ok(&DraftDto { revision: row.revision })),
        Kept::Stale(_) => Err(Problem::new(ProblemCode::Conflict).into()),
    }
}

/// Why a review is dropped.
#[derive(Debug, Deserialize, ToSchema)]
pub struct WhyDropped {
    /// The reason; its reviewer reads it.
    reason: String,
}

/// Lets a review count no more.
#[utoipa::path(post, path = "/api/v1/peer-reviews/{review}/dropping", tag = "peer reviews",
    params(("review" = i64, Path)), request_body = WhyDropped,
    responses((status = 204), (status = 404, body = ApiErrors), (status = 409, body = ApiErrors),
        (status = 422, body = ApiErrors)))]
pub async fn drop_review(api: Api, path: Path<PeerReviewId>, body: Body<WhyDropped>) -> Reply {
    let (id, reason) = (path.into_inner(), body.0.reason);
    api.write(Gate::SignedIn, move |w, me, now| actions::drop_review(w, me, id, &reason, now)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// A file of the work that is reviewed, by its place from 1; its name is that place.
#[utoipa::path(get, path = "/api/v1/peer-reviews/{review}/files/{place}", tag = "peer reviews",
    params(("review" = i64, Path), ("place" = usize, Path)),
    responses((status = 200, description = "The content"), (status = 404, body = ApiErrors)))]
pub async fn file(api: Api, path: Path<(PeerReviewId, usize)>) -> Reply {
    let (at, now) = (path.into_inner(), api.web.now());
    let (_, file) = api.read(Gate::SignedIn, move |r, me| actions::file(r, me, at, now)).await?;
    let bytes = api.web.kit.files.get(&file.storage_key).await?;
    Ok(attachment(&file.name, &file.media_type, bytes))
}
