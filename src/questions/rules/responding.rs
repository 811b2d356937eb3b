//! Responses out of answers: the right one, one that somebody could have given in error, and what is shown as right.

use super::answer::{AcceptedNumber, AcceptedTexts, Answer, ChoiceId, Gap, GapAnswer};
use super::decimal::{Decimal, Weight};
use super::folding;
use super::marking::{compared, fraction, gap_worth, number_place, text_place};
use super::response::{Filling, Response, Shape};
use std::collections::{BTreeMap, BTreeSet};

/// A response that is worth the most there is: everything, unless no single one gives everything. `None` where
/// nothing is right before a person has said so: a scale, an essay.
pub fn right_response(answer: &Answer) -> Option<Response> {
    Some(match answer {
        Answer::One(id) => Response::One(*id),
        Answer::OneWeighted(worths) => Response::One(best(worths)?),
        Answer::Many(ids) => Response::Many(ids.clone()),
        Answer::ManyWeighted(worths) => Response::Many(giving(worths)),
        Answer::TrueFalse(said) => Response::TrueFalse(*said),
        Answer::Number { value, .. } => Response::Number(*value),
        Answer::Order(ids) => Response::Order(ids.iter().copied().map(Some).collect()),
        Answer::Match(pairs) => Response::Match(pairs.clone()),
        Answer::Text(texts) => Response::Text(right_text(texts)?),
        Answer::Gaps(gaps) => {
            let filled = |(id, gap): (&ChoiceId, &Gap)| Some((*id, right_filling(&gap.right)?));
            Response::Gaps(gaps.iter().filter_map(filled).collect())
        }
        Answer::Scale | Answer::Essay { .. } => return None,
    })
}

/// A response that somebody could have given and that is worth less than the right one; nothing at all where
/// that is possible. `None` where there is no wrong one.
pub fn wrong_response(answer: &Answer, shape: &Shape) -> Option<Response> {
    let other = |right: &dyn Fn(&ChoiceId) -> bool| shape.choices.iter().copied().find(|id| !right(id));
    Some(match answer {
        Answer::One(right) => Response::One(other(&|id| id == right)?),
        Answer::OneWeighted(worths) => Response::One(worst(worths, &shape.choices)?),
        Answer::Many(rights) => Response::Many([other(&|id| rights.contains(id))?].into()),
        Answer::ManyWeighted(worths) => Response::Many([worst(worths, &shape.choices)?].into()),
        Answer::TrueFalse(said) => Response::TrueFalse(!said),
        Answer::Number { value, tolerance, also, .. } => {
            let right = AcceptedNumber { value: *value, tolerance: *tolerance, weight: Weight::WHOLE };
            Response::Number(beyond(std::iter::once(&right).chain(also)))
        }
        Answer::Order(ids) => Response::Order(ids.iter().rev().copied().map(Some).collect()),
        Answer::Match(pairs) => {
            let turned = pairs.values().cycle().skip(1).copied();
            Response::Match(pairs.keys().copied().zip(turned).collect::<BTreeMap<_, _>>())
        }
        Answer::Text(texts) => Response::Text(wrong_text(texts)?),
        Answer::Gaps(gaps) => {
            let filled = |(id, gap): (&ChoiceId, &Gap)| {
                let choices = shape.gaps.get(id).map(Vec::as_slice).unwrap_or_default();
                Some((*id, wrong_filling(gap, choices)?))
            };
            Response::Gaps(gaps.iter().filter_map(filled).collect())
        }
        Answer::Scale | Answer::Essay { .. } => return None,
    })
}

/// The accepted texts as people may read them: those that give the most, without patterns; of nothing but
/// patterns, the first as the simplest text that fits it.
pub fn shown_texts(texts: &AcceptedTexts) -> Vec<String> {
    let most = texts.accepted.iter().map(|one| one.weight).max().unwrap_or_default();
    let best = || texts.accepted.iter().filter(|one| one.weight == most);
    let plain = best().filter(|one| !folding::is_wild(&one.pattern));
    let plain: Vec<String> = plain.map(|one| folding::sample(&one.pattern)).collect();
    if plain.is_empty() { best().take(1).map(|one| folding::sample(&one.pattern)).collect() } else { plain }
}

/// The place of the accepted text or number that a response fits, as feedback is kept by; for a number, 0 is the
/// right one.
pub fn accepted_place(answer: &Answer, response: &Response) -> Option<u16> {
    let place = match (answer, response) {
        (Answer::Text(texts), Response::Text(typed)) => text_place(texts, typed)?.0,
        (Answer::Number { value, tolerance, also, units }, said) => {
            let right = AcceptedNumber { value: *value, tolerance: *tolerance, weight: Weight::WHOLE };
            number_place(std::iter::once(&right).chain(also), compared(said, units)?)?.0
        }
        _ => return None,
    };
    u16::try_from(place).ok()
}

/// What fills a gap so that it is worth the most.
pub fn right_filling(right: &GapAnswer) -> Option<Filling> {
    Some(match right {
        GapAnswer::Choice(worths) => Filling::Choice(best(worths)?),
        GapAnswer::Text(texts) => Filling::Text(right_text(texts)?),
        GapAnswer::Number(accepted) => {
            Filling::Text(accepted.iter().max_by_key(|one| one.weight)?.value.to_string())
        }
    })
}

fn best(worths: &BTreeMap<ChoiceId, Weight>) -> Option<ChoiceId> {
    // Of several that give the same, the first.
    worths.iter().rev().max_by_key(|(_, worth)| **worth).map(|(id, _)| *id)
}

fn giving(worths: &BTreeMap<ChoiceId, Weight>) -> BTreeSet<ChoiceId> {
    worths.iter().filter(|(_, worth)| worth.0 > 0).map(|(id, _)| *id).collect()
}

fn worst(worths: &BTreeMap<ChoiceId, Weight>, choices: &[ChoiceId]) -> Option<ChoiceId> {
    choices.iter().copied().min_by_key(|id| worths.get(id).copied().unwrap_or_default())
}

fn right_text(texts: &AcceptedTexts) -> Option<String> {
    let mut typed = shown_texts(texts).into_iter();
    let worth = |text: &String| text_place(texts, text).map(|(_, one)| one.weight).unwrap_or_default();
    let first = typed.next()?;
    if worth(&first) >= Weight::WHOLE {
        return Some(first);
    }
    Some(typed.find(|text| worth(text) >= Weight::WHOLE).unwrap_or(first))
}

/// The right text as it is often mistyped: without its end, or not known at all.
fn wrong_text(texts: &AcceptedTexts) -> Option<String> {
    let right = right_text(texts)?;
    let letters = right.chars().count();
    let begun = |count: usize| right.chars().take(count).collect::<String>();
    let ideas = [begun(letters.saturating_sub(1)), begun(letters / 2), "?".to_owned()];
    let answer = Answer::Text(texts.clone());
    let worth = |text: &String| fraction(&answer, &Response::Text(text.clone()));
    ideas.into_iter().filter(|text| !text.trim().is_empty()).min_by_key(worth)
}

fn beyond<'n>(accepted: impl Iterator<Item = &'n AcceptedNumber>) -> Decimal {
    let ends = accepted.map(|one| one.value.0.saturating_add(one.tolerance.0.saturating_abs()));
    Decimal(ends.max().unwrap_or_default().saturating_add(Decimal::whole(1).0))
}

fn wrong_filling(gap: &Gap, choices: &[ChoiceId]) -> Option<Filling> {
    Some(match &gap.right {
        GapAnswer::Choice(worths) => Filling::Choice(worst(worths, choices)?),
        GapAnswer::Text(texts) => Filling::Text(wrong_text(texts)?),
        GapAnswer::Number(accepted) => Filling::Text(beyond(accepted.iter()).to_string()),
    })
}

/// Whether a filling is all that its gap asks for.
pub fn is_right_filling(gap: &Gap, filling: &Filling) -> bool {
    let most = right_filling(&gap.right).map(|right| gap_worth(gap, &right)).unwrap_or_default();
    most.0 > 0 && gap_worth(gap, filling) >= most
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questions::rules::examples::{any_question, any_response};
    use crate::questions::rules::{AcceptedText, Question};
    use proptest::prelude::*;

    fn texts(accepted: &[(&str, i32)]) -> AcceptedTexts {
        let text = |(pattern, percent): &(&str, i32)| AcceptedText {
            pattern: (*pattern).to_owned(),
            weight: Weight::percent(*percent),
        };
        AcceptedTexts { accepted: accepted.iter().map(text).collect(), case_matters: false }
    }

    #[test]
    fn patterns_are_never_shown() {
        assert_eq!(
            shown_texts(&texts(&[("волонт*", 100), ("волонтёр", 100), ("помощник", 50)])),
            ["волонтёр"]
        );
        assert_eq!(
            shown_texts(&texts(&[("доброволец", 100), ("волонтёр", 100)])),
            ["доброволец", "волонтёр"]
        );
        assert_eq!(shown_texts(&texts(&[("до*бро", 100), ("благо*", 100)])), ["добро"]);
        assert_eq!(right_response(&Answer::Text(texts(&[("*", 100)]))), Some(Response::Text("…".into())));
    }

    #[test]
    fn a_right_text_that_an_earlier_pattern_takes_gives_way_to_another() {
        let caught = Answer::Text(texts(&[("вол*", 50), ("волонтёр", 100), ("доброволец", 100)]));
        assert_eq!(right_response(&caught), Some(Response::Text("доброволец".into())));
    }

    #[test]
    fn feedback_is_found_by_the_accepted_answer_that_fits() {
        let said = |text: &str| Response::Text(text.to_owned());
        let word = Answer::Text(texts(&[("волонтёр", 100), ("добр*", 50)]));
        assert_eq!(accepted_place(&word, &said("Волонтер")), Some(0));
        assert_eq!(accepted_place(&word, &said("добряк")), Some(1));
        assert_eq!(accepted_place(&word, &said("тренер")), None);
        let number = Answer::number(Decimal::whole(60), Decimal::whole(1));
        assert_eq!(accepted_place(&number, &Response::Number(Decimal::whole(61))), Some(0));
        assert_eq!(accepted_place(&number, &Response::Blank), None);
    }

    fn with_responses() -> impl Strategy<Value = (Question, Response)> {
        any_question().prop_flat_map(|question| {
            let response = any_response(&question);
            (Just(question), response)
        })
    }

    proptest! {
        #[test]
        fn a_right_answer_is_everything_and_a_wrong_one_is_less(question in any_question()) {
            let answer = &question.answer;
            if let Some(right) = right_response(answer) {
                prop_assert_eq!(fraction(answer, &right), Some(Weight::WHOLE));
                let wrong = wrong_response(answer, &Shape::of(&question)).unwrap();
                prop_assert!(fraction(answer, &wrong).unwrap() < Weight::WHOLE, "{:?}", wrong);
            } else {
                let by_nobody = matches!(answer, Answer::Scale | Answer::Essay { .. });
                prop_assert!(by_nobody);
            }
            prop_assert_eq!(fraction(answer, &Response::Blank), Some(Weight(0)));
        }

        #[test]
        fn no_response_is_worth_more_than_everything_or_less_than_nothing((question, said) in with_responses()) {
            if let Some(share) = fraction(&question.answer, &said) {
                prop_assert!((0..=Weight::WHOLE.0).contains(&share.0), "{:?}", said);
            } else {
                prop_assert!(question.answer.needs_marker());
            }
        }

        #[test]
        fn the_order_of_choices_never_matters((question, said) in with_responses(), seed: u64) {
            let mut turned = question.clone();
            for text in turned.texts.values_mut() {
                let middle = usize::try_from(seed).unwrap_or(0) % text.choices.len().max(1);
                text.choices.rotate_left(middle);
                text.rights.reverse();
                text.gaps.values_mut().for_each(|choices| choices.reverse());
            }
            let wire = said.to_json();
            let read = |question: &Question| Response::from_json(&Shape::of(question), &wire);
            prop_assert_eq!(read(&question), read(&turned));
            prop_assert_eq!(fraction(&question.answer, &said), fraction(&turned.answer, &said));
        }

        #[test]
        fn responses_survive_the_wire_and_forms((question, said) in with_responses()) {
            let shape = Shape::of(&question);
            let blank = matches!(&said, Response::Order(places) if places.iter().all(Option::is_none))
                || matches!(&said, Response::Many(ids) if ids.is_empty());
            prop_assume!(!blank && !matches!(&said, Response::Text(_) if question.answer.kind() != crate::questions::rules::QuestionKind::Text && !question.answer.needs_marker()));
            let wire = Response::from_json(&shape, &said.to_json());
            prop_assert_eq!(wire.as_ref(), Ok(&said));
            let fields = said.to_fields("q7");
            let values = |name: &str| {
                fields.iter().filter(|(field, _)| field == name).map(|(_, value)| value.clone()).collect::<Vec<_>>()
            };
            prop_assert_eq!(Response::from_fields(&shape, "q7", &values), Ok(said.clone()));
        }
    }
}
