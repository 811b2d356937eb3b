//! Question by question, after the end.

use super::playing::for_programs;
use super::{LineDto, lines};
use crate::api::{Api, ok};
use crate::db::Read;
use crate::kernel::{Actor, Gate, Language, LiveQuizId, Problem, ProblemCode, Word as _};
use crate::live_quizzes::actions::{self, Picture};
use crate::live_quizzes::rules::{Phase, tally};
use crate::live_quizzes::store::Round;
use crate::questions::rules::{ChoiceId, Weight};
use crate::web::Reply;
use actix_web::web::Path;
use serde::Serialize;
use utoipa::ToSchema;

/// A live quiz gone through.
#[derive(Debug, Serialize, ToSchema)]
pub struct DebriefingDto {
    /// How many played.
    players: usize,
    /// The questions that were asked, in their order.
    questions: Vec<DebriefedDto>,
}

/// A question gone through.
#[derive(Debug, Serialize, ToSchema)]
pub struct DebriefedDto {
    /// Which one, from 1.
    position: usize,
    /// The question.
    id: i64,
    /// Its kind.
    kind: String,
    /// The question in words.
    prompt_html: String,
    /// Why the right answer is right.
    explanation_html: String,
    /// The right choices by their numbers; empty where nothing is chosen.
    right_choices: Vec<u16>,
    /// How many answered.
    answers: usize,
    /// How many were wholly right.
    right: usize,
    /// How many were partly right.
    partly: usize,
    /// How many chose each choice; empty where nothing is chosen.
    choices: Vec<ChosenDto>,
    /// The table as it stood then.
    table: Vec<LineDto>,
}

/// A choice and how many chose it.
#[derive(Debug, Serialize, ToSchema)]
pub struct ChosenDto {
    /// Its number.
    id: u16,
    /// How many chose it.
    count: usize,
}

/// Every question that was asked: how the room answered, what is right and why, the table as it stood. 409 before
/// the end.
#[utoipa::path(get, path = "/api/v1/live-quizzes/{live_quiz}/debriefing", tag = "live quizzes",
    params(("live_quiz" = i64, Path)),
    responses((status = 200, body = DebriefingDto), (status = 404, body = crate::api::ApiErrors),
        (status = 409, body = crate::api::ApiErrors)))]
pub async fn show(api: Api, path: Path<LiveQuizId>) -> Reply {
    let id = path.into_inner();
    let read = move |r: &mut Read, me: &Actor| {
        actions::own(r, me, id)?;
        let fixed = actions::fixed(r, id)?;
        actions::picture(r, fixed)
    };
    let (me, picture) = api.read(Gate::Trainer, read).await?;
    if picture.phase(api.web.now()) != Phase::Ended {
        return Err(Problem::new(ProblemCode::Conflict).into());
    }
    let asked = (1..=picture.run.position).zip(&picture.fixed.rounds);
    let one = |(position, round)| debriefed(&picture, (position, round), me.actor.language);
    Ok(ok(&DebriefingDto { players: picture.players.len(), questions: asked.filter_map(one).collect() }))
}

fn debriefed(
    picture: &Picture,
    (position, round): (usize, &Round),
    language: Language,
) -> Option<DebriefedDto> {
    let question = &round.question;
    let (_, text) = question.text(language)?;
    let answers = picture.answers_to(position);
    let chosen = |bar: tally::Bar| match bar.about {
        tally::About::Choice(id) => Some(ChosenDto { id: id.0, count: bar.count }),
        _ => None,
    };
    let right = |id: &ChoiceId| tally::is_right(&question.answer, *id);
    let count = |wanted: fn(Weight) -> bool| answers.iter().filter(|(_, share)| wanted(*share)).count();
    Some(DebriefedDto {
        position,
        id: round.question_id.0,
        kind: question.kind.as_str().to_owned(),
        prompt_html: for_programs(picture, &text.prompt_html),
        explanation_html: for_programs(picture, &text.explanation_html),
        right_choices: text.choices.iter().map(|choice| choice.id).filter(right).map(|id| id.0).collect(),
        answers: answers.len(),
        right: count(|share| share >= Weight::WHOLE),
        partly: count(|share| share > Weight(0) && share < Weight::WHOLE),
        choices: tally::tally(question, &answers).into_iter().filter_map(chosen).collect(),
        table: lines(picture, position),
    })
}
