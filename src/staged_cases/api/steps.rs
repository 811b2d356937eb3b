//! Playing a staged case.

use super::types::{StepDraftDto, StepsDto};
use crate::api::{Api, ApiErrors, Body, created, ok};
use crate::cases::actions::Which;
use crate::kernel::{ActivityId, EnrolmentId, Gate, Moment, Problem, ProblemCode};
use crate::staged_cases::actions::{self, DecisionInput, Kept, Opened, Outcome, StepInput};
use crate::staged_cases::rules::Made;
use crate::web::Reply;
use actix_web::web::Path;
use serde::Deserialize;
use utoipa::ToSchema;

/// Which stage to open.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NextStep {
    /// The number of the step, from 1.
    sequence: i32,
    /// The run; without one that of now.
    #[serde(default)]
    run: Option<i32>,
}

/// A decision: a choice or a text, whichever the stage asks for.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewDecision {
    /// The number of the choice, from 1.
    #[serde(default)]
    choice: Option<usize>,
    /// The words.
    #[serde(default)]
    text: String,
    /// The run; without one that of now.
    #[serde(default)]
    run: Option<i32>,
}

/// A decision in words that is not made yet.
#[derive(Debug, Deserialize, ToSchema)]
pub struct StepDraftChange {
    /// The words.
    text: String,
    /// The revision that was read; 0 when there was none.
    #[serde(default)]
    revision: i32,
    /// The run; without one that of now.
    #[serde(default)]
    run: Option<i32>,
}

fn which(enrolment: i64, activity: i64) -> Which {
    Which { enrolment: EnrolmentId(enrolment), activity: ActivityId(activity) }
}

/// The steps of a case so far.
#[utoipa::path(get, path = "/api/v1/learn/{enrolment}/cases/{activity}/steps", tag = "cases",
    params(("enrolment" = i64, Path), ("activity" = i64, Path)),
    responses((status = 200, body = StepsDto), (status = 404, body = ApiErrors), (status = 409, body = ApiErrors)))]
pub async fn show(api: Api, path: Path<(i64, i64)>) -> Reply {
    let (enrolment, activity) = path.into_inner();
    let (which, now) = (which(enrolment, activity), api.web.now());
    let (_, steps) =
        api.read(Gate::SignedIn, move |r, me| told(actions::open(r, me, which, now)?, me, now)).await?;
    Ok(ok(&steps))
}

fn told(opened: Opened, me: &crate::kernel::Actor, now: Moment) -> Result<StepsDto, Problem> {
    match opened {
        Opened::Play(play) => StepsDto::new(&play, me.language),
        Opened::Locked(standing, fact) => {
            standing.require_open(&fact, me.language, now)?;
            Err(Problem::new(ProblemCode::ActivityLocked))
        }
        Opened::Ahead(..) => Err(Problem::new(ProblemCode::EditionClosed)),
    }
}

/// Opens the offered stage; a clock begins to run. Again changes nothing.
#[utoipa::path(post, path = "/api/v1/learn/{enrolment}/cases/{activity}/steps", tag = "cases",
    params(("enrolment" = i64, Path), ("activity" = i64, Path)), request_body = NextStep,
    responses((status = 201, body = StepsDto), (status = 404, body = ApiErrors), (status = 409, body = ApiErrors)))]
pub async fn create(api: Api, path: Path<(i64, i64)>, body: Body<NextStep>) -> Reply {
    let (enrolment, activity) = path.into_inner();
    let NextStep { sequence, run } = body.0;
    let input = StepInput { which: which(enrolment, activity), run, sequence };
    let job = move |w: &mut _, me: &_, now| {
        actions::open_step(w, me, input, now)?;
        told(actions::open(w, me, input.which, now)?, me, now)
    };
    Ok(created(&api.write(Gate::SignedIn, job).await?.1))
}

/// Decides at a step. The same decision once more changes nothing; another one, or one after the time was over,
/// answers 409.
#[utoipa::path(post, path = "/api/v1/learn/{enrolment}/cases/{activity}/steps/{step}/decision", tag = "cases",
    params(("enrolment" = i64, Path), ("activity" = i64, Path), ("step" = i32, Path)), request_body = NewDecision,
    responses((status = 201, body = StepsDto), (status = 404, body = ApiErrors), (status = 409, body = ApiErrors),
        (status = 422, body = ApiErrors)))]
pub async fn decide(api: Api, path: Path<(i64, i64, i32)>, body: Body<NewDecision>) -> Reply {
    let (enrolment, activity, sequence) = path.into_inner();
    let NewDecision { choice, text, run } = body.0;
    let step = StepInput { which: which(enrolment, activity), run, sequence };
    let made = choice.map_or(Made::Text(text), Made::Choice);
    let input = DecisionInput { step, made };
    let job = move |w: &mut _, me: &_, now| {
        let outcome = actions::decide(w, me, &input, now)?;
        Ok((outcome, told(actions::open(w, me, step.which, now)?, me, now)?))
    };
    match api.write(Gate::SignedIn, job).await?.1 {
        (Outcome::Recorded, steps) => Ok(created(&steps)),
        (Outcome::TooLate, _) => Err(Problem::new(ProblemCode::StepOver).into()),
    }
}

/// Keeps a decision in words while it is being written. A stale revision changes nothing and answers 409.
#[utoipa::path(put, path = "/api/v1/learn/{enrolment}/cases/{activity}/steps/{step}/draft", tag = "cases",
    params(("enrolment" = i64, Path), ("activity" = i64, Path), ("step" = i32, Path)),
    request_body = StepDraftChange,
    responses((status = 200, body = StepDraftDto), (status = 404, body = ApiErrors), (status = 409, body = ApiErrors),
        (status = 422, body = ApiErrors)))]
pub async fn update_draft(api: Api, path: Path<(i64, i64, i32)>, body: Body<StepDraftChange>) -> Reply {
    let (enrolment, activity, sequence) = path.into_inner();
    let StepDraftChange { text, revision, run } = body.0;
    let input = StepInput { which: which(enrolment, activity), run, sequence };
    let job = move |w: &mut _, me: &_, now| actions::save_draft(w, me, input, (&text, revision), now);
    match api.write(Gate::SignedIn, job).await?.1 {
        Kept::Saved(draft) => Ok(ok(&StepDraftDto::new(&draft))),
        Kept::Stale(_) => Err(Problem::new(ProblemCode::Conflict).into()),
    }
}
