//! Questions about experience as JSON: what was answered, which extra modules follow, what was decided over it.

use crate::api::{Api, ApiErrors, Body, created, ok};
use crate::db::{Read, Write};
use crate::kernel::{Actor, EnrolmentId, Gate, Localised, ModuleId, PersonName, Problem};
use crate::progress::actions::declaring::{self, Asked, ExtraModule, Sheet};
use crate::progress::rules::assignment::Decision;
use crate::web::Reply;
use actix_web::web::Path;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The description of these routes.
#[derive(utoipa::OpenApi)]
#[openapi(paths(index, answer, decide))]
pub struct Doc;

/// A question about experience.
#[derive(Debug, Serialize, ToSchema)]
pub struct DeclarationBody {
    /// Its key, the same in every version of the programme.
    key: String,
    /// The question by language.
    #[schema(value_type = Object)]
    question: Localised,
    /// Whether there is experience, as answered last; `null` before the first answer.
    experienced: Option<bool>,
    /// Why the trainee cannot answer it, or not otherwise: `documented`, `decided` or `begun`.
    settled: Option<&'static str>,
    /// The answers, the newest first.
    answers: Vec<AnswerBody>,
    /// The modules that hang on it.
    modules: Vec<ModuleBody>,
}

/// An answer.
#[derive(Debug, Serialize, ToSchema)]
pub struct AnswerBody {
    /// Whether there is experience.
    experienced: bool,
    /// When, RFC 3339.
    answered_at: String,
    /// By whom; for staff only.
    answered_by: Option<String>,
}

/// An extra module.
#[derive(Debug, Serialize, ToSchema)]
pub struct ModuleBody {
    /// The module.
    #[schema(value_type = i64)]
    id: ModuleId,
    /// Its title by language.
    #[schema(value_type = Object)]
    title: Localised,
    /// Minutes planned, in addition to the volume of the programme.
    planned_minutes: i32,
    /// `assigned`, `waiting` (for an answer) or `not_assigned`.
    assignment: &'static str,
    /// What was decided over the answer, the newest first.
    decisions: Vec<DecisionBody>,
}

/// A decision over an answer.
#[derive(Debug, Serialize, ToSchema)]
pub struct DecisionBody {
    /// `assigned`, `released`, or `by_answer`: the answer holds again.
    decision: &'static str,
    /// Why.
    note: String,
    /// When, RFC 3339.
    decided_at: String,
    /// By whom; for staff only.
    decided_by: Option<String>,
}

/// What a trainee declares.
#[derive(Debug, Deserialize, ToSchema)]
pub struct AnswerRequest {
    /// Whether there is experience.
    experienced: bool,
}

/// What the training centre decides.
#[derive(Debug, Deserialize, ToSchema)]
pub struct DecisionRequest {
    /// `assigned`, `released`, or `by_answer`: the answer holds again.
    decision: String,
    /// Why; the trainee reads it.
    #[serde(default)]
    note: String,
}

fn bodies(sheet: &Sheet) -> Vec<DeclarationBody> {
    sheet.asked.iter().map(|asked| DeclarationBody::of(asked, sheet.own)).collect()
}

/// Names of staff are for staff.
fn name(by: Option<&PersonName>, own: bool) -> Option<String> {
    by.filter(|_| !own).map(PersonName::full)
}

impl DeclarationBody {
    fn of(asked: &Asked, own: bool) -> DeclarationBody {
        let answers = asked.answers.iter().map(|row| AnswerBody {
            experienced: row.experienced,
            answered_at: row.at.rfc3339(),
            answered_by: name(row.by.as_ref(), own),
        });
        DeclarationBody {
            key: asked.key.clone(),
            question: asked.question.clone(),
            experienced: asked.experienced(),
            settled: asked.settled.map(|settled| settled.as_str()),
            answers: answers.collect(),
            modules: asked.modules.iter().map(|module| ModuleBody::of(module, own)).collect(),
        }
    }
}

impl ModuleBody {
    fn of(module: &ExtraModule, own: bool) -> ModuleBody {
        let decisions = module.decisions.iter().map(|row| DecisionBody {
            decision: row.decision.as_str(),
            note: row.note.clone(),
            decided_at: row.at.rfc3339(),
            decided_by: name(row.by.as_ref(), own),
        });
        ModuleBody {
            id: module.id,
            title: module.title.clone(),
            planned_minutes: module.minutes.0,
            assignment: module.assignment.as_str(),
            decisions: decisions.collect(),
        }
    }
}

/// What a trainee is asked about experience, with the extra modules: for the trainee, the edition's trainers and its
/// administrators.
#[utoipa::path(get, path = "/api/v1/learn/{enrolment}/declarations", tag = "learning",
    params(("enrolment" = i64, Path)),
    responses((status = 200, body = Vec<DeclarationBody>), (status = 404, body = ApiErrors)))]
pub async fn index(api: Api, path: Path<EnrolmentId>) -> Reply {
    let who = path.into_inner();
    let (_, sheet) = api.read(Gate::SignedIn, move |r, me| declaring::sheet(r, me, who)).await?;
    Ok(ok(&bodies(&sheet)))
}

/// Declares experience or the lack of it, for oneself. The same answer again changes nothing.
#[utoipa::path(post, path = "/api/v1/learn/{enrolment}/declarations/{declaration}/answers", tag = "learning",
    params(("enrolment" = i64, Path), ("declaration" = String, Path)), request_body = AnswerRequest,
    responses((status = 201, body = Vec<DeclarationBody>), (status = 404, body = ApiErrors),
        (status = 409, body = ApiErrors)))]
pub async fn answer(api: Api, path: Path<(EnrolmentId, String)>, body: Body<AnswerRequest>) -> Reply {
    let ((who, declaration), said) = (path.into_inner(), body.0.experienced);
    let job = move |w: &mut Write, me: &Actor, now| {
        declaring::declare(w, me, who, (&declaration, said), now)?;
        declaring::sheet(w, me, who)
    };
    let (_, sheet) = api.write(Gate::SignedIn, job).await?;
    Ok(created(&bodies(&sheet)))
}

/// Assigns an extra module or releases from it whatever was answered, or lets the answer hold again: for administrators of
/// the organisation that runs the edition. A note says why.
#[utoipa::path(post, path = "/api/v1/learn/{enrolment}/extra-modules/{module}/decisions", tag = "learning",
    params(("enrolment" = i64, Path), ("module" = i64, Path)), request_body = DecisionRequest,
    responses((status = 201, body = Vec<DeclarationBody>), (status = 404, body = ApiErrors),
        (status = 422, body = ApiErrors)))]
pub async fn decide(api: Api, path: Path<(EnrolmentId, ModuleId)>, body: Body<DecisionRequest>) -> Reply {
    let ((who, module), DecisionRequest { decision, note }) = (path.into_inner(), body.0);
    let job = move |w: &mut Write, me: &Actor, now| -> Result<Sheet, Problem> {
        declaring::decide(w, me, (who, module), (Decision::parse(&decision), &note), now)?;
        let r: &mut Read = w;
        declaring::sheet(r, me, who)
    };
    let (_, sheet) = api.write(Gate::Administrator, job).await?;
    Ok(created(&bodies(&sheet)))
}
