//! How people of the demonstration answer: from the stored definitions, right as often as their story says.

use super::dice::dice;
use crate::kernel::{Permille, QuestionId};
use crate::questions::rules::marking::{mark, outcome};
use crate::questions::rules::response::SCALE_TOP;
use crate::questions::rules::{Answer, Question, Response, Shape, right_response, wrong_response};

/// Responses to the questions of an attempt: at least at the pass mark, or below it. A quiz without a pass mark is
/// answered anyhow.
pub fn responses(
    asked: &[(QuestionId, &Question)],
    pass: Option<Permille>,
    passes: bool,
    seed: u64,
) -> Vec<(QuestionId, Response)> {
    let mut responses: Vec<Response> = asked.iter().map(|(_, question)| right(question, seed)).collect();
    let Some(pass) = pass else { return named(asked, responses) };
    let chance = |turn, sides| usize::try_from(dice(seed, turn, sides)).unwrap_or_default();
    let (first, mistakes) = (chance(3, 100), if passes { chance(4, 3) } else { asked.len() });
    for turn in 0..mistakes {
        let place = (first + turn) % asked.len().max(1);
        let (Some((_, question)), Some(slot)) = (asked.get(place), responses.get_mut(place)) else {
            continue;
        };
        let before = std::mem::replace(slot, wrong(question));
        let result = outcome(asked.iter().zip(&responses).map(|((_, one), said)| mark(one, said))).result;
        if result < pass {
            if let (true, Some(slot)) = (passes, responses.get_mut(place)) {
                *slot = before;
            }
            break;
        }
    }
    named(asked, responses)
}

fn named(asked: &[(QuestionId, &Question)], responses: Vec<Response>) -> Vec<(QuestionId, Response)> {
    asked.iter().map(|(id, _)| *id).zip(responses).collect()
}

/// The right response; on a scale, something between agreeing and not; for an essay, a few honest sentences.
fn right(question: &Question, seed: u64) -> Response {
    let turn = question.key.bytes().map(u64::from).sum();
    match right_response(&question.answer) {
        Some(right) => right,
        None if question.answer == Answer::Scale => {
            let above = dice(seed, turn, u64::from(SCALE_TOP) - 1);
            Response::Scale(u8::try_from(above).unwrap_or_default() + 2)
        }
        None => {
            let place = usize::try_from(dice(seed, turn, 3)).unwrap_or_default();
            Response::Text(ESSAYS.iter().cycle().nth(place).copied().unwrap_or_default().to_owned())
        }
    }
}

/// What people write when they are asked what they will do.
const ESSAYS: [&str; 3] = [
    "На этой неделе позвоню координатору НКО, с которой мы уже проводили праздник, и предложу встретиться. \
     Возьму с собой список того, чего не хватает жителям, и спрошу, что нужно им. Если договоримся, запишем \
     срок, число встреч и телефоны двух людей с каждой стороны.",
    "Начну со своих коллег: спрошу, где им нужна помощь и кого они готовы пустить в отделение. Потом \
     подберу две НКО, посмотрю их отчёты и напишу каждой короткое письмо с одной просьбой и удобным временем.",
    "Покажу директору наше соглашение с фондом и предложу дописать, кто кому звонит, если мероприятие \
     срывается. Заместителя назначим сразу. Через месяц соберёмся и посмотрим, сработало ли.",
];

/// A response that somebody could have given and that is worth nothing, or less than the right one.
fn wrong(question: &Question) -> Response {
    wrong_response(&question.answer, &Shape::of(question)).unwrap_or(Response::Blank)
}
