//! The queue and grading.

use super::types::{CriterionDto, SubmissionDto};
use crate::api::{Api, ApiErrors, Body, Listing, Seek, created, ok};
use crate::cases::actions::{self, GradeInput, Work};
use crate::cases::store::WaitingRow;
use crate::kernel::{Gate, Language, Moment, Problem, SubmissionId};
use crate::web::Reply;
use actix_web::web::{Path, Query};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// A work that waits.
#[derive(Debug, Serialize, ToSchema)]
pub struct WaitingDto {
    /// The version.
    submission_id: i64,
    /// Which one, from 1.
    version: i32,
    /// The case.
    activity_id: i64,
    /// Its title in the bearer's language.
    title: String,
    /// The edition.
    edition_id: i64,
    /// Its title.
    edition: String,
    /// The author.
    author: String,
    /// Since when it waits.
    submitted_at: String,
    /// Whole days since then.
    age_days: i64,
    /// Whether it came after the deadline.
    late: bool,
}

/// A work on the desk.
#[derive(Debug, Serialize, ToSchema)]
pub struct WorkDto {
    /// The version.
    submission: SubmissionDto,
    /// The case's title.
    title: String,
    /// The edition's title.
    edition: String,
    /// The author.
    author: String,
    /// What it is graded by.
    rubric: Vec<CriterionDto>,
    /// The points that pass.
    pass_points: u32,
    /// The points of a faultless work.
    most_points: u32,
    /// Notes that only trainers see: sanitised HTML.
    trainer_html: String,
    /// The versions before and after it.
    others: Vec<SubmissionDto>,
}

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
}

/// A grade that was given.
#[derive(Debug, Serialize, ToSchema)]
pub struct GradedDto {
    /// The sum of the points.
    total: u32,
    /// Whether the pass mark is reached.
    passed: bool,
    /// The oldest work that still waits.
    next_submission_id: Option<i64>,
}

/// Works that wait for the bearer, the oldest first.
#[utoipa::path(get, path = "/api/v1/grading", tag = "cases", params(("after" = Option<i64>, Query), ("limit" = Option<i64>, Query)),
    responses((status = 200, body = Listing<WaitingDto>), (status = 403, body = ApiErrors)))]
pub async fn index(api: Api, seek: Query<Seek>) -> Reply {
    let (after, limit) = (SubmissionId(seek.after), seek.bounded());
    let (me, rows) = api.read(Gate::Trainer, move |r, me| actions::queue(r, me, after, limit + 1)).await?;
    let now = api.web.now();
    let rows = rows.iter().map(|row| WaitingDto::new(row, me.actor.language, now)).collect();
    Ok(ok(&Listing::of(rows, limit, |row: &WaitingDto| row.submission_id)))
}

/// A work with its rubric and earlier versions.
#[utoipa::path(get, path = "/api/v1/submissions/{submission}", tag = "cases", params(("submission" = i64, Path)),
    responses((status = 200, body = WorkDto), (status = 404, body = ApiErrors)))]
pub async fn show(api: Api, path: Path<i64>) -> Reply {
    let id = SubmissionId(path.into_inner());
    let (me, work) = api.read(Gate::Trainer, move |r, me| actions::work(r, me, id)).await?;
    Ok(ok(&WorkDto::new(&work, me.actor.language)?))
}

/// Grades a work by its rubric, once.
#[utoipa::path(post, path = "/api/v1/submissions/{submission}/grading", tag = "cases", params(("submission" = i64, Path)),
    request_body = NewGrading, responses((status = 201, body = GradedDto), (status = 404, body = ApiErrors),
        (status = 409, body = ApiErrors), (status = 422, body = ApiErrors)))]
pub async fn create(api: Api, path: Path<i64>, body: Body<NewGrading>) -> Reply {
    let NewGrading { points, remarks, remark, advice } = body.0;
    let submission = SubmissionId(path.into_inner());
    let input = GradeInput { submission, points, remarks, remark, advice };
    let (_, graded) = api.write(Gate::Trainer, move |w, me, now| actions::grade(w, me, &input, now)).await?;
    Ok(created(&GradedDto {
        total: graded.total,
        passed: graded.passed,
        next_submission_id: graded.next.map(|id| id.0),
    }))
}

impl WaitingDto {
    fn new(row: &WaitingRow, reader: Language, now: Moment) -> WaitingDto {
        WaitingDto {
            submission_id: row.submission.0,
            version: row.version,
            activity_id: row.activity.0,
            title: row.title.for_reader(reader).to_owned(),
            edition_id: row.edition.0,
            edition: row.edition_title.clone(),
            author: row.author.full(),
            submitted_at: row.submitted_at.rfc3339(),
            age_days: row.submitted_at.days_until(now),
            late: row.late,
        }
    }
}

impl WorkDto {
    fn new(work: &Work, reader: Language) -> Result<WorkDto, Problem> {
        let (_, text) = work.definition.text(reader).ok_or_else(Problem::not_found)?;
        Ok(WorkDto {
            submission: SubmissionDto::new(&work.version),
            title: work.fact.title.for_reader(reader).to_owned(),
            edition: work.standing.edition.title.clone(),
            author: work.author.full(),
            rubric: work.definition.rubric.iter().map(|one| CriterionDto::new(one, reader)).collect(),
            pass_points: work.pass_points,
            most_points: work.definition.most_points(),
            trainer_html: text.trainer_html.clone(),
            others: work.others.iter().map(SubmissionDto::new).collect(),
        })
    }
}
