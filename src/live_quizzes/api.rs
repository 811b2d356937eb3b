//! Live quizzes for programs: the same actions as the pages. What is right appears with the close of a question.

use super::actions::{self, AnswerInput, Joining, Newcomer, Picture, Start, StepInput};
use super::hub::Hub;
use super::pages::running::draw_codes;
use super::rules::{Phase, Settings, StepKind, Worth, code, tally};
use crate::api::{Api, Body, created, ok};
use crate::db::{Read, Write};
use crate::kernel::{
    ActivityId, Actor, EditionId, Fault, Gate, Language, LivePlayerId, LiveQuizId, Moment, Problem,
    ProblemCode, QuestionId, Word as _,
};
use crate::questions::rules::PublicQuestion;
use crate::questions::rules::response::Response;
use crate::web::{Failure, Reply};
use actix_web::web::{Data, Path};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

/// The paths of this room.
#[derive(utoipa::OpenApi)]
#[openapi(paths(create, show, create_step, create_credit, show_seat, create_player, create_answer))]
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
    /// What is left of the question's time, in milliseconds.
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

/// Somebody who comes in, with the bearer's account.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewPlayer {
    /// The team, from 1, where there are teams.
    team: Option<i32>,
}

/// A live quiz as a player sees it.
#[derive(Debug, Serialize, ToSchema)]
pub struct SeatDto {
    /// The player.
    player_id: i64,
    /// The name in the table.
    name: String,
    /// `lobby`, `open`, `paused`, `closed` or `ended`.
    phase: String,
    /// The question on show, from 1.
    position: usize,
    /// What is left of its time, in milliseconds, by the server's clock.
    left_ms: i64,
    /// Whether this player has answered it since it was opened.
    answered: bool,
    /// The question, while it is open or closed.
    question: Option<QuestionDto>,
    /// The right choices by their numbers and what the answer gave; only after the close.
    result: Option<ResultDto>,
    /// All points of the questions that are closed.
    points: i32,
    /// The place; 0 before the first question is closed.
    place: usize,
}

/// A question without its answer.
#[derive(Debug, Serialize, ToSchema)]
pub struct QuestionDto {
    /// The question; answers name it.
    id: i64,
    /// `one`, `many`, `true_false`, `number`, `text`, `order`, `match` or `scale`.
    kind: String,
    /// The question in words.
    prompt_html: String,
    /// Choices; things to put in order; lefts of pairs.
    choices: Vec<ChoiceDto>,
    /// Rights of pairs.
    rights: Vec<ChoiceDto>,
}

/// A choice.
#[derive(Debug, Serialize, ToSchema)]
pub struct ChoiceDto {
    /// Its number.
    id: u16,
    /// Its words.
    html: String,
}

/// What came of an answer.
#[derive(Debug, Serialize, ToSchema)]
pub struct ResultDto {
    /// The right choices by their numbers; empty where nothing is chosen.
    right_choices: Vec<u16>,
    /// How much of the answer was right, in ten-millionths.
    share: i32,
    /// What it gave.
    points: i32,
}

/// An answer to the question on show.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewAnswer {
    /// The question it was given to.
    question_id: i64,
    /// In the wire form of quiz answers: `3` one · `[1,4]` many · `true` · `"2.5"` · `[3,null,1]` · `{"1":5}` · `4`.
    #[schema(value_type = Object)]
    response: Value,
}

/// Starts a live quiz.
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
    let input = Start { edition, activity, settings, codes: draw_codes(&api.web) };
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

/// A live quiz as the bearer plays it.
#[utoipa::path(get, path = "/api/v1/live/{code}", tag = "live quizzes", params(("code" = String, Path)),
    responses((status = 200, body = SeatDto), (status = 404, body = crate::api::ApiErrors)))]
pub async fn show_seat(api: Api, path: Path<String>) -> Reply {
    Ok(ok(&seat(&api, path.into_inner()).await?))
}

/// Comes in, or comes back.
#[utoipa::path(post, path = "/api/v1/live/{code}/players", tag = "live quizzes",
    params(("code" = String, Path)), request_body = NewPlayer,
    responses((status = 200, body = SeatDto), (status = 403, body = crate::api::ApiErrors),
        (status = 404, body = crate::api::ApiErrors), (status = 409, body = crate::api::ApiErrors),
        (status = 422, body = crate::api::ApiErrors)))]
pub async fn create_player(api: Api, path: Path<String>, body: Body<NewPlayer>, hub: Data<Hub>) -> Reply {
    let code = path.into_inner();
    let (id, _) = find(&api, &code).await?;
    let new = Newcomer { code: code.clone(), cookie: None, name: String::new(), team: body.0.team };
    let join = move |w: &mut Write, me: &Actor, now| actions::join(w, Some(me), &new, now);
    api.write(Gate::SignedIn, join).await?;
    hub.murmur(id);
    Ok(ok(&seat(&api, code).await?))
}

/// Answers the question on show. 409 `round-closed` when it takes no answers, `already-answered` the second time.
#[utoipa::path(post, path = "/api/v1/live/{code}/answers", tag = "live quizzes",
    params(("code" = String, Path)), request_body = NewAnswer,
    responses((status = 200, body = SeatDto), (status = 404, body = crate::api::ApiErrors),
        (status = 409, body = crate::api::ApiErrors), (status = 422, body = crate::api::ApiErrors)))]
pub async fn create_answer(api: Api, path: Path<String>, body: Body<NewAnswer>, hub: Data<Hub>) -> Reply {
    let code = path.into_inner();
    let (id, player) = find(&api, &code).await?;
    let (player, now) = (player.ok_or_else(Problem::not_found)?, api.web.now());
    let (question, shape) = api.web.kit.db.read(move |r| actions::shape(r, player)).await?;
    if question != QuestionId(body.0.question_id) {
        return Err(Problem::new(ProblemCode::RoundClosed).into());
    }
    let response = Response::from_json(&shape, &body.0.response)
        .map_err(|code| Problem::invalid(vec![Fault::new("response", code)]))?;
    let input = AnswerInput { player, question, response };
    api.web.kit.db.write(move |w| actions::answer(w, &input, now)).await?;
    hub.murmur(id);
    Ok(ok(&seat(&api, code).await?))
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

/// The live quiz of a code and the player the bearer is in it. Wrong codes are counted by address.
async fn find(api: &Api, typed: &str) -> Result<(LiveQuizId, Option<LivePlayerId>), Failure> {
    let address = api.web.address();
    api.web.kit.limits.may_guess(&address)?;
    let (code, now) = (code::parse(typed), api.web.now());
    let read = move |r: &mut Read, me: &Actor| match code {
        Some(code) => actions::door(r, Some(me), (&code, None), now),
        None => Ok(None),
    };
    let (_, door) = api.read(Gate::SignedIn, read).await?;
    match door {
        Some(door) => {
            let player = if let Joining::Back(player) = door.joining { Some(player) } else { None };
            Ok((door.quiz.id, player))
        }
        None => {
            api.web.kit.limits.wrong_guess(&address)?;
            Err(Problem::not_found().into())
        }
    }
}

async fn seat(api: &Api, code: String) -> Result<SeatDto, Failure> {
    let (id, player) = find(api, &code).await?;
    let player = player.ok_or_else(Problem::not_found)?;
    let read = move |r: &mut Read, _: &Actor| {
        let fixed = actions::fixed(r, id)?;
        actions::picture(r, fixed)
    };
    let (me, picture) = api.read(Gate::SignedIn, read).await?;
    SeatDto::new(&picture, player, (me.actor.language, api.web.now()))
        .ok_or_else(|| Problem::not_found().into())
}

impl LiveQuizDto {
    fn new(picture: &Picture, now: Moment) -> LiveQuizDto {
        let closed = picture.run.closed(now);
        let line = |line: &super::rules::Line| {
            let player = picture.player(line.player)?;
            let (name, team) = (player.name.clone(), player.team);
            Some(LineDto { place: line.place, name, team, points: line.points })
        };
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
            table: picture.table(closed).iter().filter_map(line).collect(),
            teams: picture.teams(closed).into_iter().map(team).collect(),
            counted: picture.credit.map(|(_, people)| people),
        }
    }
}

impl SeatDto {
    fn new(picture: &Picture, player: LivePlayerId, (language, now): (Language, Moment)) -> Option<SeatDto> {
        let (row, phase) = (picture.player(player)?, picture.phase(now));
        let (points, place) = picture.standing(player, now);
        let shown = matches!(phase, Phase::Open | Phase::Closed);
        Some(SeatDto {
            player_id: player.0,
            name: row.name.clone(),
            phase: phase.as_str().to_owned(),
            position: picture.run.position,
            left_ms: picture.run.left_ms(now),
            answered: picture.has_answered(player),
            question: question(picture, language).filter(|_| shown),
            result: result(picture, player).filter(|_| phase == Phase::Closed),
            points,
            place: if picture.run.closed(now) > 0 { place } else { 0 },
        })
    }
}

fn question(picture: &Picture, language: Language) -> Option<QuestionDto> {
    let round = picture.round()?;
    let public: PublicQuestion = round.question.public(language)?;
    let choices = |all: Vec<crate::questions::rules::Choice>| {
        all.into_iter().map(|choice| ChoiceDto { id: choice.id.0, html: choice.html }).collect()
    };
    Some(QuestionDto {
        id: round.question_id.0,
        kind: public.kind.as_str().to_owned(),
        prompt_html: public.prompt_html,
        choices: choices(public.choices),
        rights: choices(public.rights),
    })
}

fn result(picture: &Picture, player: LivePlayerId) -> Option<ResultDto> {
    let round = picture.round()?;
    let text = round.question.texts.values().next()?;
    let right = |id: &crate::questions::rules::ChoiceId| tally::is_right(&round.question.answer, *id);
    let given = picture.counts(picture.run.position, player);
    Some(ResultDto {
        right_choices: text.choices.iter().map(|choice| choice.id).filter(right).map(|id| id.0).collect(),
        share: given.map_or(0, |given| given.share.0),
        points: given.map_or(0, |given| given.points),
    })
}
