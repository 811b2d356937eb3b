//! The versions of a rubric in an edition, and the grades that were given by earlier ones.

use crate::api::{Api, ApiErrors, Body, created, ok};
use crate::cases::actions::{self as cases, RubricInput};
use crate::cases::api::types::CriterionDto;
use crate::cases::rules::{CriterionDraft, LevelDraft, OWN_RUBRIC, Rubric, RubricDraft, RubricVersion};
use crate::grading::actions::{self, CaseRubrics};
use crate::grading::store::AffectedRow;
use crate::kernel::{ActivityId, EditionId, Gate, Language, SubmissionId};
use crate::web::Reply;
use actix_web::HttpResponse;
use actix_web::web::Path;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// The rubric of a case in an edition.
#[derive(Debug, Serialize, ToSchema)]
pub struct CaseRubricsDto {
    /// Its versions, the newest first; 1 is the programme's own.
    versions: Vec<RubricVersionDto>,
    /// The grades that were given by earlier versions, the oldest work first; the bearer's own works are not among them.
    affected: Vec<AffectedDto>,
    /// How many works are being marked now.
    in_marking: i64,
    /// The languages that criteria and levels are written in, all of them.
    languages: Vec<String>,
}

/// A version of a rubric.
#[derive(Debug, Serialize, ToSchema)]
pub struct RubricVersionDto {
    /// Which one.
    number: i32,
    /// The criteria.
    criteria: Vec<CriterionDto>,
    /// The points that pass, where the edition sets no share of its own.
    pass_points: u32,
    /// The points of a faultless work.
    most_points: u32,
    /// Why it was made; `null` for the programme's own.
    reason: Option<String>,
    /// By whom.
    by: Option<String>,
    /// Since when it holds.
    made_at: Option<String>,
}

/// A grade that was given by an earlier version.
#[derive(Debug, Serialize, ToSchema)]
pub struct AffectedDto {
    /// The version of the work.
    submission_id: i64,
    /// Which one, from 1.
    version: i32,
    /// The author; `null` while the case is graded without names.
    author: Option<String>,
    /// The sum of the points, of `most_points`.
    total: i32,
    /// The points of a faultless work by the version it was given by.
    most_points: u32,
    /// Whether the pass mark was reached.
    passed: bool,
    /// The version of the rubric it was given by.
    rubric_version: i32,
    /// When it was given.
    graded_at: String,
    /// Whether its author sees it.
    released: bool,
    /// When somebody decided that it stays; `null` while that is open.
    stays_since: Option<String>,
    /// Who decided that.
    stays_by: Option<String>,
}

/// A rubric to be made of the newest one.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewRubric {
    /// The criteria, in their order.
    #[serde(default)]
    criteria: Vec<NewCriterion>,
    /// The points that pass; left out, what passed before, or all points where there are fewer.
    #[serde(default)]
    pass_points: Option<u32>,
    /// Why; trainees read it.
    #[serde(default)]
    reason: String,
    /// The number of the newest version when it was read; when there is another one by now, the answer is 409.
    #[serde(default)]
    based_on: i32,
}

/// A criterion of it.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewCriterion {
    /// The key of a criterion that any version has or had; left out for a new one.
    #[serde(default)]
    key: String,
    /// What is looked at, by language.
    #[serde(default)]
    #[schema(value_type = BTreeMap<String, String>)]
    title: BTreeMap<Language, String>,
    /// How many times its points count, 1 to 10; once when it is left out.
    #[serde(default)]
    weight: Option<u32>,
    /// At least two levels.
    #[serde(default)]
    levels: Vec<NewLevel>,
}

/// A level of it.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewLevel {
    /// What it gives, 0 to 1000.
    #[serde(default)]
    points: u32,
    /// How a work of this level looks, by language.
    #[serde(default)]
    #[schema(value_type = BTreeMap<String, String>)]
    text: BTreeMap<Language, String>,
}

/// What was made.
#[derive(Debug, Serialize, ToSchema)]
pub struct RubricMadeDto {
    /// The number of the version.
    number: i32,
}

/// The versions of the rubric of a case, and the grades that were given by earlier ones.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/cases/{activity}/rubrics", tag = "grading",
    params(("edition" = i64, Path), ("activity" = i64, Path)),
    responses((status = 200, body = CaseRubricsDto), (status = 404, body = ApiErrors)))]
pub async fn index(api: Api, path: Path<(EditionId, ActivityId)>) -> Reply {
    let (at, now) = (path.into_inner(), api.web.now());
    let job = move |r: &mut _, me: &_| actions::case_rubrics(r, me, at, now);
    let (me, found) = api.read(Gate::Trainer, job).await?;
    Ok(ok(&CaseRubricsDto::new(&found, me.actor.language)))
}

/// Makes a version of the rubric for this edition. Grades that were given keep theirs.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/cases/{activity}/rubrics", tag = "grading",
    params(("edition" = i64, Path), ("activity" = i64, Path)), request_body = NewRubric,
    responses((status = 201, body = RubricMadeDto), (status = 404, body = ApiErrors),
        (status = 409, body = ApiErrors), (status = 422, body = ApiErrors)))]
pub async fn create(api: Api, path: Path<(EditionId, ActivityId)>, body: Body<NewRubric>) -> Reply {
    let at = path.into_inner();
    let NewRubric { criteria, pass_points, reason, based_on } = body.0;
    let pass_points = pass_points.map(|points| points.to_string()).unwrap_or_default();
    let criteria = criteria.into_iter().map(NewCriterion::draft).collect();
    let input = RubricInput { draft: RubricDraft { pass_points, criteria }, reason, based_on };
    let job = move |w: &mut _, me: &_, now| cases::change_rubric(w, me, at, &input, now);
    let (_, number) = api.write(Gate::Trainer, job).await?;
    Ok(created(&RubricMadeDto { number }))
}

/// Decides that a grade by an earlier version of the rubric stays as it is.
#[utoipa::path(post, path = "/api/v1/submissions/{submission}/rubric-decision", tag = "grading",
    params(("submission" = i64, Path)),
    responses((status = 204), (status = 404, body = ApiErrors), (status = 409, body = ApiErrors)))]
pub async fn keep(api: Api, path: Path<SubmissionId>) -> Reply {
    let id = path.into_inner();
    api.write(Gate::Trainer, move |w, me, now| actions::keep_grade(w, me, id, now).map(|_| ())).await?;
    Ok(HttpResponse::NoContent().finish())
}

impl NewCriterion {
    fn draft(self) -> CriterionDraft {
        let level = |level: NewLevel| LevelDraft { points: level.points.to_string(), text: level.text };
        CriterionDraft {
            key: self.key,
            title: self.title,
            weight: self.weight.map(|weight| weight.to_string()).unwrap_or_default(),
            levels: self.levels.into_iter().map(level).collect(),
        }
    }
}

impl CaseRubricsDto {
    fn new(found: &CaseRubrics, reader: Language) -> CaseRubricsDto {
        let rubrics = &found.changing.rubrics;
        let own = RubricVersionDto::new(OWN_RUBRIC, rubrics.by(OWN_RUBRIC), reader);
        let made = rubrics.made().iter().rev().map(|one| RubricVersionDto::made(one, reader));
        let affected = |row: &AffectedRow| AffectedDto {
            submission_id: row.submission.0,
            version: row.version,
            author: row.author.as_ref().map(|name| name.full()),
            total: row.total,
            most_points: rubrics.by(row.rubric).most_points(),
            passed: row.passed,
            rubric_version: row.rubric,
            graded_at: row.graded_at.rfc3339(),
            released: row.released,
            stays_since: row.stays.as_ref().map(|stays| stays.at.rfc3339()),
            stays_by: row.stays.as_ref().and_then(|stays| stays.by.as_ref()).map(|name| name.full()),
        };
        CaseRubricsDto {
            versions: made.chain([own]).collect(),
            affected: found.affected.iter().map(affected).collect(),
            in_marking: found.in_marking,
            languages: found.changing.languages.iter().map(|one| one.tag().to_owned()).collect(),
        }
    }
}

impl RubricVersionDto {
    fn new(number: i32, rubric: &Rubric, reader: Language) -> RubricVersionDto {
        RubricVersionDto {
            number,
            criteria: rubric.criteria.iter().map(|one| CriterionDto::new(one, reader)).collect(),
            pass_points: rubric.pass_points,
            most_points: rubric.most_points(),
            reason: None,
            by: None,
            made_at: None,
        }
    }

    fn made(version: &RubricVersion, reader: Language) -> RubricVersionDto {
        RubricVersionDto {
            reason: Some(version.reason.clone()),
            by: version.by.as_ref().map(|name| name.full()),
            made_at: Some(version.made_at.rfc3339()),
            ..RubricVersionDto::new(version.number, &version.rubric, reader)
        }
    }
}
