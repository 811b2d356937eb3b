//! How people of the demonstration answer: from the stored definitions, right as often as their story says.

use super::dice::dice;
use crate::kernel::{Permille, QuestionId};
use crate::programmes::rules::quiz::{Answer, ChoiceId, Decimal, Question};
use crate::questions::rules::marking::{mark, outcome};
use crate::questions::rules::response::{Response, SCALE_TOP, Shape};
use std::collections::BTreeMap;

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

/// The right response; on a scale, something between agreeing and not.
fn right(question: &Question, seed: u64) -> Response {
    match &question.answer {
        Answer::One(id) => Response::One(*id),
        Answer::Many(ids) => Response::Many(ids.clone()),
        Answer::TrueFalse(value) => Response::TrueFalse(*value),
        Answer::Number { value, .. } => Response::Number(*value),
        Answer::Order(ids) => Response::Order(ids.iter().copied().map(Some).collect()),
        Answer::Match(pairs) => Response::Match(pairs.clone()),
        Answer::Scale => {
            let turn = question.key.bytes().map(u64::from).sum();
            let above = dice(seed, turn, u64::from(SCALE_TOP) - 1);
            Response::Scale(u8::try_from(above).unwrap_or_default() + 2)
        }
        _ => Response::Blank,
    }
}

/// A response that somebody could have given and that is worth nothing, or less.
fn wrong(question: &Question) -> Response {
    let shape = Shape::of(question);
    let other = |right: &dyn Fn(&ChoiceId) -> bool| shape.choices.iter().copied().find(|id| !right(id));
    match &question.answer {
        Answer::One(right) => other(&|id| id == right).map_or(Response::Blank, Response::One),
        Answer::Many(rights) => {
            other(&|id| rights.contains(id)).map_or(Response::Blank, |id| Response::Many([id].into()))
        }
        Answer::TrueFalse(value) => Response::TrueFalse(!value),
        Answer::Number { value, tolerance, .. } => {
            Response::Number(Decimal(value.0 + tolerance.0.abs() + Decimal::whole(1).0))
        }
        Answer::Order(ids) => Response::Order(ids.iter().rev().copied().map(Some).collect()),
        Answer::Match(pairs) => {
            let turned = pairs.values().cycle().skip(1).copied();
            Response::Match(pairs.keys().copied().zip(turned).collect::<BTreeMap<_, _>>())
        }
        _ => Response::Blank,
    }
}
