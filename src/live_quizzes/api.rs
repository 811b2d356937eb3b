//! Live quizzes for programs: the same actions as the pages. What is right appears with the close of a question.

pub mod debriefing;
pub mod events;
pub mod playing;

use super::actions::{self, Picture, Start, StepInput};
use super::hub::Hub;
use super::pages::running::draw_codes;
use super::rules::{Settings, StepKind, Worth};
use crate::api::{Api, Body, created, ok};
use crate::db::{Read, Write};
use crate::kernel::{ActivityId, Actor, EditionId, Fault, Gate, LiveQuizId, Moment, Problem, Word as _};
use crate::web::{Failure, Reply};
use actix_web::web::{Data, Path};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The paths of this room.
#[derive(utoipa::OpenApi)]
#[openapi(paths(
    index,
    create,
    show,
    create_step,
    create_credit,
    debriefing::show,
    playing::show,
    playing::create_player,
    playing::create_answer,
    playing::show_image,
    events::index
))]
pub struct Doc;

/// A live quiz to be started.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewLiveQuiz {
    /// The quiz whose questions it asks.
    activity_id: i64,
    /// How many teams; `null` when everybody plays alone.
    teams: Option<i32>,
    /// Seconds for each question, 5–600.
    seconds: i32,
    /// Points for a right answer, 0–1000.
    right_points: i32,
    /// Further points for a right answer at once, 0–1000; they melt with the time.
    quick_points: i32,
    /// Whether names stand on the projector.
    show_names: bool,
    /// Whether people without an account may play.
    guests: bool,
}

/// A live quiz as its trainer sees it.
#[derive(Debug, Serialize, ToSchema)]
pub struct LiveQuizDto {
    /// The live quiz.
    id: i64,
    /// The code that the room joins by.
    code: String,
    /// `lobby`, `open`, `paused`, `closed` or `ended`.
    phase: String,
    /// The number of the last step, to be sent with the next one as `seen`.
    version: i32,
    /// The question on show, from 1; 0 before the first.
    position: usize,
    /// How many questions there are.
    questions: usize,
    /// What is left of the question's usual time, in milliseconds; 0 while only the extra time of some runs.
    left_ms: i64,
    /// How many have answered since the question was opened.
    answers: usize,
    /// The table after the questions that are closed.
    table: Vec<LineDto>,
    /// The table of teams: the mean of their members.
    teams: Vec<TeamDto>,
    /// For how many people the results were counted; `null` until then.
    counted: Option<i32>,
}

/// The live quizzes of an edition.
#[derive(Debug, Serialize, ToSchema)]
pub struct LiveQuizzesDto {
    /// The live quizzes, the newest first.
    live_quizzes: Vec<ListedDto>,
    /// The quizzes of the programme that can be run, in its order.
    quizzes: Vec<i64>,
}

/// A live quiz in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct ListedDto {
    /// The live quiz.
    id: i64,
    /// The quiz whose questions it asks.
    activity_id: i64,
    /// The code that the room joins by.
    code: String,
    /// `lobby`, `open`, `paused`, `closed` or `ended`.
    phase: String,
    /// How many play.
    players: i64,
    /// Since when.
    created_at: String,
}

/// A line of the table.
#[derive(Debug, Serialize, ToSchema)]
pub struct LineDto {
    /// The place; equal points share one.
    place: usize,
    /// Who.
    name: String,
    /// The team, from 1.
    team: Option<i32>,
    /// All points so far.
    points: i32,
}

/// A line of the table of teams.
#[derive(Debug, Serialize, ToSchema)]
pub struct TeamDto {
    /// The place.
    place: usize,
    /// Which team, from 1.
    team: i32,
    /// The mean of its members' points.
    points: i32,
    /// How many they are.
    members: i32,
}

/// A step of the trainer.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewStep {
    /// `opened` (the next question), `paused`, `resumed`, `closed`, `reopened` or `ended`.
    kind: String,
    /// The `version` that the sender has seen.
    seen: i32,
}

/// For how many trainees the results count.
#[derive(Debug, Serialize, ToSchema)]
pub struct CreditDto {
    /// How many reached the pass mark.
    people: usize,
}

/// The live quizzes of an edition, for those who teach it.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/live-quizzes", tag = "live quizzes",
    params(("edition" = i64, Path)),
    responses((status = 200, body = LiveQuizzesDto), (status = 404, body = crate::api::ApiErrors)))]
pub async fn index(api: Api, path: Path<EditionId>) -> Reply {
    let (id, now) = (path.into_inner(), api.web.now());
    let (_, seen) = api.read(Gate::Trainer, move |r, me| actions::overview(r, me, id, now)).await?;
    let listed = |one: &actions::Listed| ListedDto {
        id: one.quiz.id.0,
        activity_id: one.quiz.activity_id.0,
        code: one.quiz.code.clone(),
        phase: one.phase.as_str().to_owned(),
        players: one.players,
        created_at: one.quiz.created_at.rfc3339(),
    };
    let quizzes = seen.quizzes.iter().map(|(id, _)| id.0).collect();
    Ok(ok(&LiveQuizzesDto { live_quizzes: seen.live.iter().map(listed).collect(), quizzes }))
}

/// Starts a live quiz. It asks what an attempt in this edition would be asked; what is random is drawn now.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/live-quizzes", tag = "live quizzes",
    params(("edition" = i64, Path)), request_body = NewLiveQuiz,
    responses((status = 201, body = LiveQuizDto), (status = 404, body = crate::api::ApiErrors),
        (status = 409, body = crate::api::ApiErrors), (status = 422, body = crate::api::ApiErrors)))]
pub async fn create(api: Api, path: Path<EditionId>, body: Body<NewLiveQuiz>) -> Reply {
    let new = body.0;
    let settings = Settings {
        teams: new.teams,
        seconds: new.seconds,
        worth: Worth { right: new.right_points, quick: new.quick_points },
        names: new.show_names,
        guests: new.guests,
    };
    let (edition, activity) = (path.into_inner(), ActivityId(new.activity_id));
    let input = Start {
        edition,
        activity,
        settings,
        codes: draw_codes(&api.web),
        seed: api.web.kit.secrets.number(),
    };
    let (_, id) = api.write(Gate::Trainer, move |w, me, now| actions::start(w, me, &input, now)).await?;
    Ok(created(&live_quiz(&api, id).await?))
}

/// A live quiz: where it is, and the table.
#[utoipa::path(get, path = "/api/v1/live-quizzes/{live_quiz}", tag = "live quizzes",
    params(("live_quiz" = i64, Path)),
    responses((status = 200, body = LiveQuizDto), (status = 404, body = crate::api::ApiErrors)))]
pub async fn show(api: Api, path: Path<LiveQuizId>) -> Reply {
    Ok(ok(&live_quiz(&api, path.into_inner()).await?))
}

/// Takes a step. 409 when another step came in between, or it makes no sense now.
#[utoipa::path(post, path = "/api/v1/live-quizzes/{live_quiz}/steps", tag = "live quizzes",
    params(("live_quiz" = i64, Path)), request_body = NewStep,
    responses((status = 200, body = LiveQuizDto), (status = 404, body = crate::api::ApiErrors),
        (status = 409, body = crate::api::ApiErrors), (status = 422, body = crate::api::ApiErrors)))]
pub async fn create_step(api: Api, path: Path<LiveQuizId>, body: Body<NewStep>, hub: Data<Hub>) -> Reply {
    let (live_quiz, seen) = (path.into_inner(), body.0.seen);
    let kind =
        StepKind::parse(&body.0.kind).ok_or_else(|| Problem::invalid(vec![Fault::new("kind", "unknown")]))?;
    let input = StepInput { live_quiz, kind, seen };
    let steer = move |w: &mut Write, me: &Actor, now| actions::steer(w, me, input, now);
    api.write(Gate::Trainer, steer).await?;
    hub.ring(live_quiz);
    Ok(ok(&self::live_quiz(&api, live_quiz).await?))
}

/// Lets the results count, once: completes the quiz for the trainees who reached the pass mark.
#[utoipa::path(post, path = "/api/v1/live-quizzes/{live_quiz}/credit", tag = "live quizzes",
    params(("live_quiz" = i64, Path)),
    responses((status = 200, body = CreditDto), (status = 404, body = crate::api::ApiErrors),
        (status = 409, body = crate::api::ApiErrors)))]
pub async fn create_credit(api: Api, path: Path<LiveQuizId>, hub: Data<Hub>) -> Reply {
    let id = path.into_inner();
    let credit = move |w: &mut Write, me: &Actor, now| actions::credit(w, me, id, now);
    let (_, people) = api.write(Gate::Trainer, credit).await?;
    hub.ring(id);
    Ok(ok(&CreditDto { people }))
}

async fn live_quiz(api: &Api, id: LiveQuizId) -> Result<LiveQuizDto, Failure> {
    let read = move |r: &mut Read, me: &Actor| {
        actions::own(r, me, id)?;
        let fixed = actions::fixed(r, id)?;
        actions::picture(r, fixed)
    };
    let (_, picture) = api.read(Gate::Trainer, read).await?;
    Ok(LiveQuizDto::new(&picture, api.web.now()))
}

impl LiveQuizDto {
    fn new(picture: &Picture, now: Moment) -> LiveQuizDto {
        let closed = picture.run.closed(now);
        let team = |line: super::rules::TeamLine| TeamDto {
            place: line.place,
            team: line.team,
            points: line.points,
            members: line.members,
        };
        LiveQuizDto {
            id: picture.fixed.quiz.id.0,
            code: picture.fixed.quiz.code.clone(),
            phase: picture.phase(now).as_str().to_owned(),
            version: picture.run.version,
            position: picture.run.position,
            questions: picture.fixed.rounds.len(),
            left_ms: picture.run.left_ms(now),
            answers: picture.answers(),
            table: lines(picture, closed),
            teams: picture.teams(closed).into_iter().map(team).collect(),
            counted: picture.credit.map(|(_, people)| people),
        }
    }
}

/// The table after so many questions.
fn lines(picture: &Picture, questions: usize) -> Vec<LineDto> {
    let line = |line: &super::rules::Line| {
        let player = picture.player(line.player)?;
        let (name, team) = (player.name.clone(), player.team);
        Some(LineDto { place: line.place, name, team, points: line.points })
    };
    picture.table(questions).iter().filter_map(line).collect()
}
