//! What is done about one work: claiming, keeping marks, grading, correcting, releasing, giving it to another.

use super::desk::DraftDto;
use crate::api::{Api, ApiErrors, Body, created, ok};
use crate::grading::actions::{
    self, AssignInput, CommentInput, CorrectInput, DraftInput, GradeInput, Graded, Kept,
};
use crate::grading::rules::Marks;
use crate::kernel::{Gate, PassageCommentId, PersonId, PhraseId, Problem, ProblemCode, SubmissionId};
use crate::web::Reply;
use actix_web::HttpResponse;
use actix_web::web::Path;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// A grade to give.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewGrading {
    /// Points by criterion.
    #[serde(default)]
    points: BTreeMap<String, u32>,
    /// Remarks by criterion.
    #[serde(default)]
    remarks: BTreeMap<String, String>,
    /// The remark on the whole.
    #[serde(default)]
    remark: String,
    /// What to do otherwise; needed below the pass mark.
    #[serde(default)]
    advice: String,
    /// Why a grade is corrected; needed for corrections only.
    #[serde(default)]
    reason: String,
    /// Saved phrases that go under the remark; not for corrections.
    #[serde(default)]
    phrases: Vec<i64>,
    /// Whether the remark becomes a saved phrase; not for corrections.
    #[serde(default)]
    keep: bool,
    /// The version of the rubric the marks are by; left out, the one that counts. A grade is given once: by the version that
    /// counts for the work. A correction may name the version of the grade, or the newest to give it anew by that one.
    #[serde(default)]
    rubric_version: Option<i32>,
    /// For corrections only: how many there were when the grade was read, the length of the work's `revisions`.
    #[serde(default)]
    revisions: usize,
}

impl NewGrading {
    /// The version of the rubric.
    pub(super) fn rubric(&self) -> Option<i32> {
        self.rubric_version
    }

    /// The marks, and why they are corrected.
    pub(super) fn parts(self) -> (Marks, String) {
        let NewGrading { points, remarks, remark, advice, reason, .. } = self;
        (Marks { points, remarks, remark, advice }, reason)
    }
}

/// A grade that was given.
#[derive(Debug, Serialize, ToSchema)]
pub struct GradedDto {
    /// The sum of the points.
    total: u32,
    /// Whether the pass mark is reached.
    passed: bool,
    /// Whether the grade is decided; `false` while other graders have to mark.
    decided: bool,
    /// Whether its author sees it already.
    released: bool,
    /// The oldest work that still waits.
    next_submission_id: Option<i64>,
}

impl GradedDto {
    fn new(graded: Graded) -> GradedDto {
        GradedDto {
            total: graded.total,
            passed: graded.passed,
            decided: graded.decided,
            released: graded.released,
            next_submission_id: graded.next.map(|id| id.0),
        }
    }
}

/// Grades a work by its rubric, once.
#[utoipa::path(post, path = "/api/v1/submissions/{submission}/grading", tag = "grading",
    params(("submission" = i64, Path)), request_body = NewGrading,
    responses((status = 201, body = GradedDto), (status = 404, body = ApiErrors),
        (status = 409, body = ApiErrors), (status = 422, body = ApiErrors)))]
pub async fn grade(api: Api, path: Path<SubmissionId>, body: Body<NewGrading>) -> Reply {
    let rubric = body.0.rubric();
    let (phrases, keep) = (body.0.phrases.iter().copied().map(PhraseId).collect(), body.0.keep);
    let (submission, (marks, _)) = (path.into_inner(), body.0.parts());
    let input = GradeInput { submission, marks, rubric, phrases, keep, onward: false };
    let (_, graded) = api.write(Gate::Trainer, move |w, me, now| actions::grade(w, me, &input, now)).await?;
    Ok(created(&GradedDto::new(graded)))
}

/// Corrects a grade with a reason, or gives it anew by the newest version of the rubric; what it was is kept. When somebody has corrected it since it was read (`revisions`),
/// nothing is changed and the answer is 409.
#[utoipa::path(put, path = "/api/v1/submissions/{submission}/grading", tag = "grading",
    params(("submission" = i64, Path)), request_body = NewGrading,
    responses((status = 200, body = GradedDto), (status = 404, body = ApiErrors),
        (status = 409, body = ApiErrors), (status = 422, body = ApiErrors)))]
pub async fn correct(api: Api, path: Path<SubmissionId>, body: Body<NewGrading>) -> Reply {
    let (submission, revisions, rubric) = (path.into_inner(), body.0.revisions, body.0.rubric());
    let (marks, reason) = body.0.parts();
    let input = CorrectInput { submission, marks, rubric, reason, revisions };
    let (_, graded) =
        api.write(Gate::Trainer, move |w, me, now| actions::correct(w, me, &input, now)).await?;
    Ok(ok(&GradedDto::new(graded)))
}

/// A claim.
#[derive(Debug, Serialize, ToSchema)]
pub struct ClaimDto {
    /// Until when it holds, unless something is saved before.
    until: String,
}

/// Takes a work to grade: for thirty minutes nobody else can, and each save prolongs that.
#[utoipa::path(post, path = "/api/v1/submissions/{submission}/claim", tag = "grading",
    params(("submission" = i64, Path)),
    responses((status = 200, body = ClaimDto), (status = 404, body = ApiErrors), (status = 409, body = ApiErrors)))]
pub async fn claim(api: Api, path: Path<SubmissionId>) -> Reply {
    let id = path.into_inner();
    let (_, claimed) = api.write(Gate::Trainer, move |w, me, now| actions::claim(w, me, id, now)).await?;
    Ok(ok(&ClaimDto { until: claimed.until.rfc3339() }))
}

/// Leaves a work to others.
#[utoipa::path(delete, path = "/api/v1/submissions/{submission}/claim", tag = "grading",
    params(("submission" = i64, Path)), responses((status = 204), (status = 404, body = ApiErrors)))]
pub async fn leave(api: Api, path: Path<SubmissionId>) -> Reply {
    let id = path.into_inner();
    api.write(Gate::Trainer, move |w, me, now| actions::leave(w, me, id, now)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Marks to keep.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewDraft {
    /// `points` and `remarks` by criterion, `remark`, `advice`.
    #[serde(default)]
    #[schema(value_type = Object)]
    marks: Marks,
    /// The revision that was read; 0 when there was none.
    #[serde(default)]
    revision: i32,
    /// The version of the rubric the marks are by; left out, the one that counts.
    #[serde(default)]
    rubric_version: Option<i32>,
}

/// Keeps marks before they are given. A stale revision changes nothing and answers 409. So does 409 `rubric-changed`, when
/// the rubric is not the one of the marks any more: but what fits was kept, and the rest is among `former` of the work.
#[utoipa::path(put, path = "/api/v1/submissions/{submission}/marking-draft", tag = "grading",
    params(("submission" = i64, Path)), request_body = NewDraft,
    responses((status = 200, body = DraftDto), (status = 404, body = ApiErrors), (status = 409, body = ApiErrors)))]
pub async fn draft(api: Api, path: Path<SubmissionId>, body: Body<NewDraft>) -> Reply {
    let NewDraft { marks, revision, rubric_version: rubric } = body.0;
    let input = DraftInput { submission: path.into_inner(), marks, revision, rubric };
    let job = move |w: &mut _, me: &_, now| actions::save_draft(w, me, &input, now);
    match api.write(Gate::Trainer, job).await?.1 {
        Kept::Saved(row, _) => Ok(ok(&DraftDto::new(&row))),
        Kept::Changed(row) => Err(Problem::new(ProblemCode::RubricChanged).with("number", row.rubric).into()),
        Kept::Stale(_) => Err(Problem::new(ProblemCode::Conflict).into()),
    }
}

/// Who is to grade a work, and why.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewAssignment {
    /// A trainer of the edition.
    #[serde(default)]
    person_id: i64,
    /// Whose place they take; needed when a work has several graders and every place is taken by some who have not
    /// marked.
    #[serde(default)]
    instead_of: Option<i64>,
    /// Why.
    #[serde(default)]
    reason: String,
}

/// Gives a work to a trainer of its edition; for administrators. Once its grade is decided, the answer is 409.
#[utoipa::path(put, path = "/api/v1/submissions/{submission}/assignment", tag = "grading",
    params(("submission" = i64, Path)), request_body = NewAssignment,
    responses((status = 204), (status = 403, body = ApiErrors), (status = 404, body = ApiErrors),
        (status = 409, body = ApiErrors), (status = 422, body = ApiErrors)))]
pub async fn assign(api: Api, path: Path<SubmissionId>, body: Body<NewAssignment>) -> Reply {
    let (submission, NewAssignment { person_id, instead_of, reason }) = (path.into_inner(), body.0);
    let (to, instead) = (PersonId(person_id), instead_of.map(PersonId));
    let input = AssignInput { submission, to, instead, reason };
    api.write(Gate::Trainer, move |w, me, now| actions::reassign(w, me, &input, now)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Releases the decided grade of a work to its author.
#[utoipa::path(post, path = "/api/v1/submissions/{submission}/release", tag = "grading",
    params(("submission" = i64, Path)),
    responses((status = 204), (status = 404, body = ApiErrors), (status = 409, body = ApiErrors)))]
pub async fn release(api: Api, path: Path<SubmissionId>) -> Reply {
    let id = path.into_inner();
    api.write(Gate::Trainer, move |w, me, now| actions::release(w, me, id, now)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// A remark on a passage.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewComment {
    /// The words it is about, as they stand in the text.
    #[serde(default)]
    quote: String,
    /// Which occurrence of them, from 0.
    #[serde(default)]
    occurrence: usize,
    /// The remark.
    #[serde(default)]
    text: String,
}

/// What was made.
#[derive(Debug, Serialize, ToSchema)]
pub struct CommentMadeDto {
    /// The remark.
    id: i64,
}

/// Makes a remark on a passage of the text. Its author sees it with the released grade.
#[utoipa::path(post, path = "/api/v1/submissions/{submission}/comments", tag = "grading",
    params(("submission" = i64, Path)), request_body = NewComment,
    responses((status = 201, body = CommentMadeDto), (status = 404, body = ApiErrors),
        (status = 409, body = ApiErrors), (status = 422, body = ApiErrors)))]
pub async fn comment(api: Api, path: Path<SubmissionId>, body: Body<NewComment>) -> Reply {
    let NewComment { quote, occurrence, text } = body.0;
    let input = CommentInput { submission: path.into_inner(), quote, occurrence, text };
    let (_, id) = api.write(Gate::Trainer, move |w, me, now| actions::comment(w, me, &input, now)).await?;
    Ok(created(&CommentMadeDto { id: id.0 }))
}

/// Takes one's own remark back.
#[utoipa::path(delete, path = "/api/v1/passage-comments/{comment}", tag = "grading",
    params(("comment" = i64, Path)), responses((status = 204), (status = 404, body = ApiErrors)))]
pub async fn remove_comment(api: Api, path: Path<PassageCommentId>) -> Reply {
    let id = path.into_inner();
    api.write(Gate::Trainer, move |w, me, now| actions::remove_comment(w, me, id, now)).await?;
    Ok(HttpResponse::NoContent().finish())
}
