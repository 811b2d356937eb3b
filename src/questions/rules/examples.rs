//! Questions of every kind for tests, made up by chance.

use super::*;
use crate::kernel::Language;
use crate::questions::rules::response::SCALE_TOP;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// A question of any kind, with texts in Russian.
pub fn any_question() -> impl Strategy<Value = Question> {
    prop_oneof![
        chosen(),
        pairs(),
        gaps(),
        (2..7u16).prop_flat_map(shuffled).prop_map(|ids| question(Answer::Order(ids.clone()), choices(&ids))),
        any::<bool>().prop_map(|said| {
            question(Answer::TrueFalse(said), choices(&[ChoiceId::TRUE, ChoiceId::FALSE]))
        }),
        number().prop_map(|answer| question(answer, Vec::new())),
        texts().prop_map(|texts| question(Answer::Text(texts), Vec::new())),
        Just(question(Answer::Scale, Vec::new())),
        proptest::option::of(1..50u32).prop_map(|min_words| {
            question(Answer::Essay { min_words, max_words: Some(100) }, Vec::new())
        }),
    ]
}

/// A response to a question, right or wrong or nothing.
pub fn any_response(question: &Question) -> impl Strategy<Value = Response> + use<> {
    let shape = Shape::of(question);
    let right = right_response(&question.answer);
    let wrong = wrong_response(&question.answer, &shape);
    let ids = shape.choices.clone();
    let some = proptest::sample::subsequence(ids.clone(), 0..=ids.len());
    let kind = question.kind;
    let loose =
        (some.prop_shuffle(), -99..99i64, "[а-я]{1,9}").prop_map(move |(some, number, word)| match kind {
            QuestionKind::One => some.first().map_or(Response::Blank, |id| Response::One(*id)),
            QuestionKind::Many => Response::Many(some.into_iter().collect()),
            QuestionKind::Order => {
                Response::Order(ids.iter().map(|id| some.contains(id).then_some(*id)).collect())
            }
            QuestionKind::Number => Response::Number(Decimal::whole(number)),
            QuestionKind::Scale => {
                Response::Scale(1 + u8::try_from(number.unsigned_abs()).unwrap_or(0) % SCALE_TOP)
            }
            _ => Response::Text(word),
        });
    prop_oneof![
        Just(right.unwrap_or(Response::Blank)),
        Just(wrong.unwrap_or(Response::Blank)),
        Just(Response::Blank),
        loose,
    ]
}

/// Makes a response the right one.
pub fn make_right(answer: &mut Answer, response: &Response) {
    match (answer, response) {
        (Answer::One(right), Response::One(said)) => *right = *said,
        (Answer::OneWeighted(worths), Response::One(said)) => *worths = [(*said, Weight::WHOLE)].into(),
        (Answer::Many(right), Response::Many(said)) => right.clone_from(said),
        (Answer::ManyWeighted(worths), Response::Many(said)) => {
            *worths = said.iter().map(|id| (*id, Weight::WHOLE)).collect();
        }
        (Answer::TrueFalse(right), Response::TrueFalse(said)) => *right = *said,
        (Answer::Number { value, .. }, Response::Number(said)) => *value = *said,
        (Answer::Order(right), Response::Order(said)) => *right = said.iter().copied().flatten().collect(),
        (Answer::Match(right), Response::Match(said)) => right.clone_from(said),
        (Answer::Text(texts), Response::Text(said)) => texts.accepted = vec![accepted(said, Weight::WHOLE)],
        (Answer::Gaps(gaps), Response::Gaps(said)) => {
            for (id, filling) in said {
                let Some(gap) = gaps.get_mut(id) else { continue };
                match (&mut gap.right, filling) {
                    (GapAnswer::Choice(worths), Filling::Choice(said)) => {
                        *worths = [(*said, Weight::WHOLE)].into();
                    }
                    (GapAnswer::Text(texts), Filling::Text(said)) => {
                        texts.accepted = vec![accepted(said, Weight::WHOLE)];
                    }
                    (GapAnswer::Number(numbers), Filling::Text(said)) => {
                        let value = Decimal::parse(said).unwrap();
                        *numbers =
                            vec![AcceptedNumber { value, tolerance: Decimal(0), weight: Weight::WHOLE }];
                    }
                    _ => panic!("{filling:?} does not fit its gap"),
                }
            }
        }
        (answer, response) => panic!("{response:?} does not fit {answer:?}"),
    }
}

fn question(answer: Answer, choices: Vec<Choice>) -> Question {
    let text = QuestionText {
        prompt_html: "Вопрос?".into(),
        explanation_html: "<p>Потому что.</p>".into(),
        choices,
        ..QuestionText::default()
    };
    Question {
        key: "q".into(),
        kind: answer.kind(),
        points: 1,
        texts: [(Language::Ru, text)].into(),
        answer,
        penalty: Question::USUAL_PENALTY,
    }
}

fn choices(ids: &[ChoiceId]) -> Vec<Choice> {
    ids.iter().map(|id| Choice { id: *id, html: format!("Ответ {}", id.0) }).collect()
}

fn accepted(pattern: &str, weight: Weight) -> AcceptedText {
    AcceptedText { pattern: pattern.to_owned(), weight }
}

fn shuffled(count: u16) -> impl Strategy<Value = Vec<ChoiceId>> {
    Just((1..=count).map(ChoiceId).collect::<Vec<_>>()).prop_shuffle()
}

/// Worths of choices: at least one is everything.
fn worths(ids: Vec<ChoiceId>) -> impl Strategy<Value = BTreeMap<ChoiceId, Weight>> {
    let count = ids.len();
    (proptest::collection::vec(-100..=99i32, count), 0..count).prop_map(move |(percents, best)| {
        let worth = |(place, (id, percent)): (usize, (&ChoiceId, i32))| {
            (*id, Weight::percent(if place == best { 100 } else { percent }))
        };
        ids.iter().zip(percents).enumerate().map(worth).collect()
    })
}

fn chosen() -> impl Strategy<Value = Question> {
    (2..7u16).prop_flat_map(shuffled).prop_flat_map(|ids| {
        let several: BTreeSet<ChoiceId> = ids.iter().skip(1).copied().collect();
        (worths(ids.clone()), 0..4u8).prop_map(move |(worths, form)| {
            let answer = match form {
                0 => Answer::One(ids[0]),
                1 => Answer::Many(several.clone()),
                2 => Answer::OneWeighted(worths),
                _ => Answer::ManyWeighted(worths),
            };
            question(answer, choices(&ids))
        })
    })
}

fn pairs() -> impl Strategy<Value = Question> {
    (2..6u16).prop_flat_map(shuffled).prop_map(|lefts| {
        let rights: Vec<ChoiceId> = lefts.iter().map(|id| ChoiceId(id.0 + 50)).collect();
        let answer = Answer::Match(lefts.iter().copied().zip(rights.iter().copied()).collect());
        let mut question = question(answer, choices(&lefts));
        question.texts.get_mut(&Language::Ru).unwrap().rights = choices(&rights);
        question
    })
}

fn number() -> impl Strategy<Value = Answer> {
    (-9999..9999i64, 0..99i64, any::<bool>()).prop_map(|(value, tolerance, further)| Answer::Number {
        value: Decimal(value),
        tolerance: Decimal(tolerance),
        also: if further {
            let value = Decimal(value + 1000);
            vec![AcceptedNumber { value, tolerance: Decimal(0), weight: Weight::percent(50) }]
        } else {
            Vec::new()
        },
        units: if further { vec![Unit { symbol: "ч".into(), multiplier: Ratio::ONE }] } else { Vec::new() },
    })
}

/// Accepted texts: the first is everything, others less.
fn texts() -> impl Strategy<Value = AcceptedTexts> {
    (proptest::collection::btree_set("[а-яқғө]{7,12}", 1..4), any::<bool>()).prop_map(
        |(words, case_matters)| {
            let weight = |place: usize| if place == 0 { Weight::WHOLE } else { Weight::percent(40) };
            let words = words.iter().enumerate();
            AcceptedTexts {
                accepted: words.map(|(place, word)| accepted(word, weight(place))).collect(),
                case_matters,
            }
        },
    )
}

fn gaps() -> impl Strategy<Value = Question> {
    let gap = |id: u16| {
        let ids: Vec<ChoiceId> = (1..=3).map(|place| ChoiceId(id * 10 + place)).collect();
        let right = prop_oneof![
            worths(ids).prop_map(GapAnswer::Choice),
            texts().prop_map(GapAnswer::Text),
            (0..99i64).prop_map(|value| {
                let value = Decimal::whole(value);
                GapAnswer::Number(vec![AcceptedNumber {
                    value,
                    tolerance: Decimal(0),
                    weight: Weight::WHOLE,
                }])
            }),
        ];
        (1..4u32, right).prop_map(move |(weight, right)| (ChoiceId(id), Gap { weight, right }))
    };
    (gap(1), gap(2), gap(3)).prop_map(|(one, two, three)| {
        let gaps = BTreeMap::from([one, two, three]);
        let chosen = gaps.iter().filter(|(_, gap)| matches!(gap.right, GapAnswer::Choice(_)));
        let of = |id: u16| choices(&(1..=3).map(|place| ChoiceId(id * 10 + place)).collect::<Vec<_>>());
        let chosen = chosen.map(|(id, _)| (*id, of(id.0))).collect();
        let mut question = question(Answer::Gaps(gaps), Vec::new());
        let text = question.texts.get_mut(&Language::Ru).unwrap();
        text.gaps = chosen;
        text.detail_html = "<p>Один [[1]], два [[2]], три [[3]].</p>".into();
        question
    })
}
