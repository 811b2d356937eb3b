//! A live quiz as a player's program sees it. What is right appears with the close of a question.

use crate::api::{Api, Body, ok};
use crate::db::{Read, Write};
use crate::kernel::{
    Actor, Fault, Gate, Language, LivePlayerId, LiveQuizId, Moment, Problem, ProblemCode, QuestionId,
    Word as _,
};
use crate::live_quizzes::actions::{self, AnswerInput, Joining, Newcomer, Picture};
use crate::live_quizzes::hub::Hub;
use crate::live_quizzes::pages::playing::file;
use crate::live_quizzes::rules::{Phase, code, tally};
use crate::questions::rules::response::Response;
use crate::questions::rules::{ChoiceId, PublicQuestion};
use crate::web::{Failure, Me, Reply, paths};
use actix_web::web::{Data, Path};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

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
    /// What is left of this player's own time, extra time included, in milliseconds, by the server's clock. While
    /// the question is `open` for others, it may be 0.
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
    /// Further text under it; may be empty.
    detail_html: String,
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
    /// Whether it counts; an answer given after the right one was shown does not.
    counts: bool,
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

/// A live quiz as the bearer plays it.
#[utoipa::path(get, path = "/api/v1/live/{code}", tag = "live quizzes", params(("code" = String, Path)),
    responses((status = 200, body = SeatDto), (status = 404, body = crate::api::ApiErrors)))]
pub async fn show(api: Api, path: Path<String>) -> Reply {
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
    let (_, id, _) = find(&api, &code).await?;
    let new = Newcomer { code: code.clone(), cookie: None, name: String::new(), team: body.0.team };
    let join = move |w: &mut Write, me: &Actor, now| actions::join(w, Some(me), &new, now);
    api.write(Gate::SignedIn, join).await?;
    hub.murmur(id);
    Ok(ok(&seat(&api, code).await?))
}

/// A picture of a question that was shown, at the address that the question names.
#[utoipa::path(get, path = "/api/v1/live/{code}/images/{name}", tag = "live quizzes",
    params(("code" = String, Path), ("name" = String, Path)),
    responses((status = 200, description = "The picture.", content_type = "application/octet-stream", body = Vec<u8>),
        (status = 404, body = crate::api::ApiErrors)))]
pub async fn show_image(api: Api, path: Path<(String, String)>) -> Reply {
    let ((code, name), now) = (path.into_inner(), api.web.now());
    let find = move |r: &mut Read, me: &Actor| actions::image(r, Some(me), (&code, None), &name, now);
    let (_, found) = api.read(Gate::SignedIn, find).await?;
    file(&api.web, found).await
}

/// Answers the question on show. 409 `round-closed` when it takes no answers, `already-answered` the second
/// time. An answer to a question that was opened again gives no points.
#[utoipa::path(post, path = "/api/v1/live/{code}/answers", tag = "live quizzes",
    params(("code" = String, Path)), request_body = NewAnswer,
    responses((status = 200, body = SeatDto), (status = 404, body = crate::api::ApiErrors),
        (status = 409, body = crate::api::ApiErrors), (status = 422, body = crate::api::ApiErrors)))]
pub async fn create_answer(api: Api, path: Path<String>, body: Body<NewAnswer>, hub: Data<Hub>) -> Reply {
    let code = path.into_inner();
    let (_, id, player) = find(&api, &code).await?;
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

/// The live quiz of a code and the player the bearer is in it. Wrong codes are counted by address.
pub(super) async fn find(api: &Api, typed: &str) -> Result<(Me, LiveQuizId, Option<LivePlayerId>), Failure> {
    let address = api.web.address();
    api.web.kit.limits.may_guess(&address)?;
    let (code, now) = (code::parse(typed), api.web.now());
    let read = move |r: &mut Read, me: &Actor| match code {
        Some(code) => actions::door(r, Some(me), (&code, None), now),
        None => Ok(None),
    };
    let (me, door) = api.read(Gate::SignedIn, read).await?;
    match door {
        Some(door) => {
            let player = if let Joining::Back(player) = door.joining { Some(player) } else { None };
            Ok((me, door.quiz.id, player))
        }
        None => {
            api.web.kit.limits.wrong_guess(&address);
            Err(Problem::not_found().into())
        }
    }
}

async fn seat(api: &Api, code: String) -> Result<SeatDto, Failure> {
    let (_, id, player) = find(api, &code).await?;
    let player = player.ok_or_else(Problem::not_found)?;
    let read = move |r: &mut Read, _: &Actor| {
        let fixed = actions::fixed(r, id)?;
        actions::picture(r, fixed)
    };
    let (me, picture) = api.read(Gate::SignedIn, read).await?;
    SeatDto::new(&picture, player, (me.actor.language, api.web.now()))
        .ok_or_else(|| Problem::not_found().into())
}

impl SeatDto {
    pub(super) fn new(
        picture: &Picture,
        player: LivePlayerId,
        (language, now): (Language, Moment),
    ) -> Option<SeatDto> {
        let (row, phase) = (picture.player(player)?, picture.phase(now));
        let (points, place) = picture.standing(player, now);
        let shown = matches!(phase, Phase::Open | Phase::Closed);
        Some(SeatDto {
            player_id: player.0,
            name: row.name.clone(),
            phase: phase.as_str().to_owned(),
            position: picture.run.position,
            left_ms: picture.left_ms(player, now),
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
    let html = |html: &str| for_programs(picture, html);
    let choices = |all: Vec<crate::questions::rules::Choice>| {
        all.into_iter().map(|choice| ChoiceDto { id: choice.id.0, html: html(&choice.html) }).collect()
    };
    Some(QuestionDto {
        id: round.question_id.0,
        kind: public.kind.as_str().to_owned(),
        prompt_html: html(&public.prompt_html),
        detail_html: html(&public.detail_html),
        choices: choices(public.choices),
        rights: choices(public.rights),
    })
}

/// A text whose pictures are at addresses that take the bearer's token.
pub(super) fn for_programs(picture: &Picture, html: &str) -> String {
    let base = paths::live_image(&picture.fixed.quiz.code, "");
    html.replace(&format!("\"{base}"), &format!("\"/api/v1{base}"))
}

fn result(picture: &Picture, player: LivePlayerId) -> Option<ResultDto> {
    let round = picture.round()?;
    let text = round.question.texts.values().next()?;
    let right = |id: &ChoiceId| tally::is_right(&round.question.answer, *id);
    let counted = picture.counts(picture.run.position, player);
    let given = counted.or_else(|| picture.said(picture.run.position, player));
    Some(ResultDto {
        right_choices: text.choices.iter().map(|choice| choice.id).filter(right).map(|id| id.0).collect(),
        share: given.map_or(0, |given| given.share.0),
        points: counted.map_or(0, |given| given.points),
        counts: counted.is_some(),
    })
}
