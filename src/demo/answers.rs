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

/// What people write when they are asked for a request that is easy to answer: a good one, one that lacks something, one
/// that nobody can answer.
const ESSAYS: [&str; 3] = [
    "Что нужно сделать и для кого: погулять в парке с пятью жителями дома-интерната, которые ездят на колясках.\n\
     Когда и сколько времени это займёт: две ближайшие субботы, с 11:00 до 12:30, сбор у главного входа.\n\
     Сколько нужно людей и каких: шестеро взрослых; двое умеют везти коляску по ступеням, остальных научим.\n\
     Кто встретит и поможет на месте: старшая медсестра второго отделения, она же проведёт инструктаж.\n\
     Чего делать нельзя: угощать без разрешения медсестры, снимать и публиковать снимки.\n\
     Чем обеспечим мы: коляски, пледы, дождевики и чай после прогулки.",
    "Что нужно сделать и для кого: вместе с детьми нашего центра подготовить новогодний спектакль, восемь ролей.\n\
     Когда и сколько времени это займёт: шесть репетиций по средам с 15:00 до 16:30 и одно представление.\n\
     Сколько нужно людей и каких: трое, лучше с опытом работы с детьми; кто-то один умеет шить.\n\
     Кто встретит и поможет на месте: воспитатель, каждый раз дежурный.\n\
     Чем обеспечим мы: зал, ткань и бумагу для костюмов.",
    "Уважаемые партнёры! Просим прислать на праздник двора волонтёров, сколько сможете. Нужно будет помочь \
     с играми и угощением. День уточним ближе к делу, на месте вас встретят наши сотрудники.",
];

/// A response that somebody could have given and that is worth nothing, or less than the right one.
fn wrong(question: &Question) -> Response {
    wrong_response(&question.answer, &Shape::of(question)).unwrap_or(Response::Blank)
}
