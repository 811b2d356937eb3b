//! Continuing training over the API: the rule, the matrix, one's own standing.

pub mod places;

use super::actions::{self, Board, Mentor};
use super::rules::{Closed, Near, OfQuarter, Standing, State, TrainingRule};
use crate::api::{Api, ApiErrors, Body, ok};
use crate::db::Write;
use crate::kernel::{ActivityId, Actor, EditionId, Gate, Minutes, Problem};
use crate::web::Reply;
use actix_web::web::Path;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The description of this room's part of the API.
#[derive(utoipa::OpenApi)]
#[openapi(paths(rule, set_rule, board, places::show, places::start, places::credit, places::revoke))]
pub struct Doc;

/// What an edition asks of its people in person. Hours are clock hours of 60 minutes.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct TrainingRuleDto {
    /// Minutes in person at all, over any number of sessions; 0: not asked. Online never counts.
    initial_minutes: i32,
    /// Whether a session in person is asked in every calendar quarter.
    quarterly: bool,
    /// How many minutes of that session must be attended, from 1.
    #[serde(default = "one")]
    least_minutes: i32,
    /// The activities whose sessions close a quarter; empty: all of them do.
    #[serde(default)]
    activity_ids: Vec<i64>,
}

fn one() -> i32 {
    1
}

impl TrainingRuleDto {
    fn new(rule: &TrainingRule) -> TrainingRuleDto {
        TrainingRuleDto {
            initial_minutes: rule.initial.0,
            quarterly: rule.quarterly,
            least_minutes: rule.least.0,
            activity_ids: rule.activities.iter().map(|id| id.0).collect(),
        }
    }

    fn rule(&self) -> TrainingRule {
        TrainingRule {
            initial: Minutes(self.initial_minutes),
            quarterly: self.quarterly,
            least: Minutes(self.least_minutes),
            activities: self.activity_ids.iter().map(|id| ActivityId(*id)).collect(),
        }
    }
}

/// How somebody stands.
#[derive(Debug, Serialize, ToSchema)]
pub struct StandingDto {
    /// `valid` or `needs_training`.
    state: String,
    /// Minutes in person so far; `null` where the rule asks for none.
    initial_minutes: Option<i32>,
    /// Minutes in person that are asked; `null` where the rule asks for none.
    initial_minutes_needed: Option<i32>,
    /// The quarters from the start to the running one.
    quarters: Vec<QuarterDto>,
}

/// A quarter of somebody.
#[derive(Debug, Serialize, ToSchema)]
pub struct QuarterDto {
    /// As `2026-2`.
    quarter: String,
    /// `not_asked`, `closed`, `made_up`, `due` or `missed`.
    state: String,
    /// The day on which it was closed, `2026-05-20`.
    closed_on: Option<String>,
    /// The last day on which a session can close it.
    until: String,
    /// What did not count where nothing did: `online` or `too_short`.
    near: Option<String>,
}

impl StandingDto {
    pub(super) fn new(standing: &Standing) -> StandingDto {
        let state = if standing.needs_training() { "needs_training" } else { "valid" };
        StandingDto {
            state: state.to_owned(),
            initial_minutes: standing.initial.map(|initial| initial.have.0),
            initial_minutes_needed: standing.initial.map(|initial| initial.needed.0),
            quarters: standing.quarters.iter().map(quarter).collect(),
        }
    }
}

fn quarter(one: &OfQuarter) -> QuarterDto {
    let (state, closed_on) = match one.state {
        State::NotAsked => ("not_asked", None),
        State::Closed(Closed::Session(on)) => ("closed", Some(on)),
        State::Closed(Closed::MakeUp(on)) => ("made_up", Some(on)),
        State::Due => ("due", None),
        State::Missed => ("missed", None),
    };
    let near = one.near.map(|near| match near {
        Near::Online(_) => "online",
        Near::Short(..) => "too_short",
    });
    QuarterDto {
        quarter: one.quarter.to_string(),
        state: state.to_owned(),
        closed_on: closed_on.map(|on| on.to_string()),
        until: one.until.to_string(),
        near: near.map(str::to_owned),
    }
}

/// The matrix of an edition.
#[derive(Debug, Serialize, ToSchema)]
pub struct BoardDto {
    /// The edition.
    edition_id: i64,
    /// What it asks; `null` where nothing was set.
    rule: Option<TrainingRuleDto>,
    /// The quarters that were asked of anybody, as `2026-2`.
    quarters: Vec<String>,
    /// The people whom the caller sees, by name: coordinators see those they sent.
    people: Vec<MentorDto>,
}

/// Somebody of an edition.
#[derive(Debug, Serialize, ToSchema)]
pub struct MentorDto {
    /// The enrolment.
    enrolment_id: i64,
    /// Surname, first name, patronymic.
    name: String,
    /// Since when quarters are counted.
    starts_on: String,
    /// When the person left, RFC 3339.
    left_at: Option<String>,
    /// How they stand.
    standing: StandingDto,
}

fn mentor(one: &Mentor) -> MentorDto {
    MentorDto {
        enrolment_id: one.row.enrolment.0,
        name: one.row.name.full(),
        starts_on: one.starts_on.to_string(),
        left_at: one.row.withdrawn_at.map(|at| at.rfc3339()),
        standing: StandingDto::new(&one.standing),
    }
}

fn matrix(board: &Board) -> BoardDto {
    BoardDto {
        edition_id: board.edition.id.0,
        rule: board.rule.as_ref().map(|row| TrainingRuleDto::new(&row.rule)),
        quarters: board.quarters().iter().map(ToString::to_string).collect(),
        people: board.people.iter().map(mentor).collect(),
    }
}

/// What an edition asks of its people in person; 404 where nothing was set.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/training-rule", tag = "training",
    params(("edition" = i64, Path)),
    responses((status = 200, body = TrainingRuleDto), (status = 404, body = ApiErrors)))]
pub async fn rule(api: Api, path: Path<i64>) -> Reply {
    let id = EditionId(path.into_inner());
    let (_, found) = api.read(Gate::SignedIn, move |r, me| actions::rule(r, me, id)).await?;
    let row = found.ok_or_else(Problem::not_found)?;
    Ok(ok(&TrainingRuleDto::new(&row.rule)))
}

/// Sets what an edition asks, also of the quarters before; earlier rules are kept.
#[utoipa::path(put, path = "/api/v1/editions/{edition}/training-rule", tag = "training",
    params(("edition" = i64, Path)), request_body = TrainingRuleDto,
    responses((status = 200, body = TrainingRuleDto), (status = 403, body = ApiErrors),
        (status = 404, body = ApiErrors), (status = 422, body = ApiErrors)))]
pub async fn set_rule(api: Api, path: Path<i64>, Body(body): Body<TrainingRuleDto>) -> Reply {
    let (id, rule) = (EditionId(path.into_inner()), body.rule());
    let set = move |w: &mut Write, me: &Actor, now| actions::set_rule(w, me, id, &rule, now);
    api.write(Gate::Administrator, set).await?;
    let (_, row) = api.read(Gate::Administrator, move |r, me| actions::rule(r, me, id)).await?;
    let row = row.ok_or_else(Problem::not_found)?;
    Ok(ok(&TrainingRuleDto::new(&row.rule)))
}

/// The people of an edition, quarter by quarter, those who left too.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/training", tag = "training",
    params(("edition" = i64, Path)),
    responses((status = 200, body = BoardDto), (status = 404, body = ApiErrors)))]
pub async fn board(api: Api, path: Path<i64>) -> Reply {
    let (id, now) = (EditionId(path.into_inner()), api.web.now());
    let (_, board) = api.read(Gate::SignedIn, move |r, me| actions::board(r, me, id, now)).await?;
    Ok(ok(&matrix(&board)))
}
