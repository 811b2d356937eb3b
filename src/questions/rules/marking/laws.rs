//! What holds of every question and every answer to it, whatever the kind.

use super::*;
use crate::questions::rules::examples::{any_question, any_response};
use crate::questions::rules::{Choice, QuestionText, Shape, right_response};
use proptest::prelude::*;

fn asked_and_answered() -> impl Strategy<Value = (Question, Response)> {
    any_question().prop_flat_map(|question| (Just(question.clone()), any_response(&question)))
}

/// The choices in another order, as a page shows them to somebody else.
fn rearranged(question: &Question, turn: usize) -> Question {
    let mut question = question.clone();
    let turned = |choices: &mut Vec<Choice>| {
        let count = choices.len().max(1);
        choices.rotate_left(turn % count);
        if turn.is_multiple_of(2) {
            choices.reverse();
        }
    };
    for text in question.texts.values_mut() {
        let QuestionText { choices, rights, gaps, .. } = text;
        turned(choices);
        turned(rights);
        gaps.values_mut().for_each(turned);
    }
    question
}

proptest! {
    #[test]
    fn what_is_right_is_everything_and_nothing_is_nothing(question in any_question()) {
        prop_assert_eq!(fraction(&question.answer, &Response::Blank), Some(Weight(0)));
        // Nothing is right on a scale, and an essay waits for a person.
        if let Some(right) = right_response(&question.answer) {
            prop_assert_eq!(fraction(&question.answer, &right), Some(Weight::WHOLE), "{:?}", right);
        }
    }

    #[test]
    fn no_answer_is_worth_less_than_nothing_or_more_than_everything((question, said) in asked_and_answered()) {
        let worth = fraction(&question.answer, &said);
        prop_assert_eq!(worth, fraction(&question.answer, &said), "the same answer, the same mark");
        if let Some(worth) = worth {
            prop_assert!((0..=Weight::WHOLE.0).contains(&worth.0));
            let mark = Mark::of(&question, Some(worth));
            prop_assert!((0..=mark.most.0).contains(&mark.points.0));
        }
    }

    #[test]
    fn the_order_in_which_choices_are_shown_never_matters(
        (question, said) in asked_and_answered(),
        turn in 0..20usize,
        seed in any::<u64>(),
    ) {
        let shape = Shape::of(&rearranged(&question, turn));
        let mut fields = said.to_fields("q");
        let count = u64::try_from(fields.len().max(1)).unwrap();
        fields.rotate_left(usize::try_from(seed % count).unwrap());
        let sent = |name: &str| -> Vec<String> {
            fields.iter().filter(|(known, _)| known == name).map(|(_, value)| value.clone()).collect()
        };
        // What answers another kind of question is no answer to this one.
        if let Ok(read) = Response::from_fields(&shape, "q", &sent) {
            prop_assert_eq!(fraction(&question.answer, &read), fraction(&question.answer, &said), "{:?}", said);
        }
    }

    #[test]
    fn a_number_is_right_in_every_unit(number in -9_999..9_999i64, times in 1..1_000i64, parts in 1..1_000i64) {
        let unit = |symbol: &str, multiplier| Unit { symbol: symbol.to_owned(), multiplier };
        let answer = Answer::Number {
            value: Decimal::whole(number * times),
            tolerance: Decimal(0),
            also: Vec::new(),
            units: vec![unit("м", Ratio::ONE), unit("км", Ratio::of(times.into(), parts.into()).unwrap())],
        };
        let measured = |number, unit: &str| Response::Measured { number: Decimal::whole(number), unit: unit.into() };
        for said in [measured(number * parts, "км"), measured(number * times, "м")] {
            prop_assert_eq!(fraction(&answer, &said), Some(Weight::WHOLE));
        }
        prop_assert_eq!(fraction(&answer, &measured(number * parts + 1, "км")), Some(Weight(0)));
    }
}
