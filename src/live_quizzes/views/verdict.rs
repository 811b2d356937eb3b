//! What a phone says of the player's own answer.

use super::parts;
use crate::kernel::{Language, LivePlayerId};
use crate::live_quizzes::actions::Picture;
use crate::live_quizzes::rules::Given;
use crate::live_quizzes::store::Round;
use crate::questions::rules::response::{Response, Shape};
use crate::questions::rules::{Answer, Weight};
use crate::quizzes::views::describe;
use serde::Serialize;

/// What became of the player's answer.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Verdict {
    right: bool,
    partly: bool,
    wrong: bool,
    blank: bool,
    without_points: bool,
    /// Something was said after the right answer was shown; it does not count.
    late: bool,
    points: i32,
    own: String,
    answer: Option<String>,
}

/// The answer that a player is shown as the own one: the one that counts, else the last.
fn own(picture: &Picture, player: LivePlayerId) -> Option<&Given> {
    let position = picture.run.position;
    picture.counts(position, player).or_else(|| picture.said(position, player))
}

/// The own answer in words.
pub(super) fn kept(picture: &Picture, player: LivePlayerId, language: Language) -> Option<String> {
    let (round, given) = (picture.round()?, own(picture, player)?);
    let response = Response::recorded(&Shape::of(&round.question), &given.response).ok()?;
    Some(said(round, &response, language))
}

fn said(round: &Round, response: &Response, language: Language) -> String {
    round.question.public(language).map(|public| describe(&public, response, language)).unwrap_or_default()
}

/// What became of a player's answer to the question on show.
pub(super) fn result(picture: &Picture, player: LivePlayerId, language: Language) -> Option<Verdict> {
    let round = picture.round()?;
    let given = own(picture, player);
    let share = given.map_or(Weight(0), |given| given.share);
    let without_points = round.question.answer == Answer::Scale;
    Some(Verdict {
        right: given.is_some() && share >= Weight::WHOLE,
        partly: share > Weight(0) && share < Weight::WHOLE,
        wrong: given.is_some() && share <= Weight(0) && !without_points,
        blank: given.is_none(),
        without_points,
        late: picture.said(picture.run.position, player).is_some_and(|given| given.late),
        points: given.filter(|given| !given.late).map_or(0, |given| given.points),
        own: kept(picture, player, language).unwrap_or_default(),
        answer: parts::right_for_phone(round, language),
    })
}
