//! What a response is worth. Exact: shares are ten-millionths rounded down, and the points of one question are
//! thousandths of a point rounded from them once. The result of an attempt is not made of these rounded points but
//! of points × share ([`Tally`]), rounded down once.

use super::answer::{AcceptedNumber, AcceptedText, AcceptedTexts, Answer, ChoiceId, Gap, GapAnswer, Unit};
use super::decimal::{Decimal, Weight};
use super::folding::fits;
use super::question::Question;
use super::ratio::Ratio;
use super::response::{Filling, Response};
use super::typed_number;
use crate::kernel::Permille;
use std::collections::BTreeMap;

/// Decimal of a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct MilliPoints(pub i32);

/// How much of an answer is right; `None` where only a person can say.
///
/// * one, true or false: all or nothing, or the worth of the choice;
/// * many: (right chosen − wrong chosen) / all right, never below nothing; with worths of their own, the sum of
///   the chosen against the sum of all that give;
/// * number: right anywhere in `value ± tolerance`, in whatever unit it was given; else the first further number
///   that fits;
/// * text: the worth of the first accepted text that fits ([`fits`]);
/// * order: of all neighbours in the right order, the share that stand next to each other in that direction
///   in the response. A reversed order is worth nothing, one piece moved elsewhere costs two or three joints;
/// * match: the share of right pairs;
/// * gaps: the worths of the gaps by their weights;
/// * scale: nothing, since nothing is right or wrong; it carries no points either.
///
/// A response of another kind than its question is worth nothing.
pub fn fraction(answer: &Answer, response: &Response) -> Option<Weight> {
    let all_or_nothing = |right: bool| if right { Weight::WHOLE } else { Weight(0) };
    Some(match (answer, response) {
        (Answer::Essay { .. }, Response::Text(_)) => return None,
        (Answer::One(right), Response::One(chosen)) => all_or_nothing(right == chosen),
        (Answer::OneWeighted(worths), Response::One(chosen)) => {
            let best = worths.values().map(|worth| worth.0).max().unwrap_or(0);
            Weight::of(worths.get(chosen).map_or(0, |worth| worth.0.into()), best.into())
        }
        (Answer::Many(rights), Response::Many(chosen)) => {
            let right = chosen.intersection(rights).count();
            let wrong = chosen.difference(rights).count();
            share(right.saturating_sub(wrong), rights.len())
        }
        (Answer::ManyWeighted(worths), Response::Many(chosen)) => {
            let giving: i64 = worths.values().map(|worth| i64::from(worth.0.max(0))).sum();
            let sum: i64 =
                chosen.iter().filter_map(|id| worths.get(id)).map(|worth| i64::from(worth.0)).sum();
            Weight::of(sum, giving)
        }
        (Answer::TrueFalse(right), Response::TrueFalse(said)) => all_or_nothing(right == said),
        (Answer::Number { value, tolerance, also, units }, said) => {
            let right = AcceptedNumber { value: *value, tolerance: *tolerance, weight: Weight::WHOLE };
            let accepted = || std::iter::once(&right).chain(also);
            compared(said, units).and_then(|said| number_worth(accepted(), said)).unwrap_or_default()
        }
        (Answer::Text(texts), Response::Text(typed)) => text_worth(texts, typed),
        (Answer::Order(right), Response::Order(places)) => joints(right, places),
        (Answer::Match(right), Response::Match(said)) => {
            let pairs = right.iter().filter(|(left, right)| said.get(left) == Some(right)).count();
            share(pairs, right.len())
        }
        (Answer::Gaps(gaps), Response::Gaps(fillings)) => gaps_worth(gaps, fillings),
        _ => Weight(0),
    })
}

fn share(part: usize, whole: usize) -> Weight {
    Weight::of(i64::try_from(part).unwrap_or(0), i64::try_from(whole).unwrap_or(i64::MAX))
}

/// A number as it was said, and how many of the question's own unit its unit has.
pub(super) type Said = (Decimal, Ratio);

/// A number with its unit; nothing for a unit that the question does not know.
pub(super) fn compared(said: &Response, units: &[Unit]) -> Option<Said> {
    match said {
        Response::Number(number) => Some((*number, Ratio::ONE)),
        Response::Measured { number, unit } => {
            let unit = units.iter().find(|known| known.symbol == *unit)?;
            Some((*number, unit.multiplier))
        }
        _ => None,
    }
}

/// The first of some accepted numbers that a number fits.
pub(super) fn number_place<'n>(
    accepted: impl Iterator<Item = &'n AcceptedNumber>,
    (number, unit): Said,
) -> Option<(usize, &'n AcceptedNumber)> {
    let fits = |one: &AcceptedNumber| unit.brings(number, (one.value, one.tolerance));
    accepted.enumerate().find(|(_, one)| fits(one))
}

fn number_worth<'n>(accepted: impl Iterator<Item = &'n AcceptedNumber>, said: Said) -> Option<Weight> {
    number_place(accepted, said).map(|(_, one)| clamped(one.weight))
}

/// The first of some accepted texts that a text fits.
pub(super) fn text_place<'t>(texts: &'t AcceptedTexts, typed: &str) -> Option<(usize, &'t AcceptedText)> {
    texts.accepted.iter().enumerate().find(|(_, one)| fits(&one.pattern, typed, texts.case_matters))
}

fn text_worth(texts: &AcceptedTexts, typed: &str) -> Weight {
    text_place(texts, typed).map(|(_, one)| clamped(one.weight)).unwrap_or_default()
}

fn clamped(weight: Weight) -> Weight {
    Weight(weight.0.clamp(0, Weight::WHOLE.0))
}

fn gaps_worth(gaps: &BTreeMap<ChoiceId, Gap>, fillings: &BTreeMap<ChoiceId, Filling>) -> Weight {
    let whole: i64 = gaps.values().map(|gap| i64::from(gap.weight)).sum();
    let worth = |(id, gap): (&ChoiceId, &Gap)| {
        fillings.get(id).map_or(0, |filling| i64::from(gap.weight) * i64::from(gap_worth(gap, filling).0))
    };
    let sum: i64 = gaps.iter().map(worth).sum();
    Weight::of(sum, whole * i64::from(Weight::WHOLE.0))
}

/// What fills a gap is worth so much of it.
pub fn gap_worth(gap: &Gap, filling: &Filling) -> Weight {
    match (&gap.right, filling) {
        (GapAnswer::Choice(worths), Filling::Choice(chosen)) => {
            worths.get(chosen).map(|worth| clamped(*worth)).unwrap_or_default()
        }
        (GapAnswer::Text(texts), Filling::Text(typed)) => text_worth(texts, typed),
        (GapAnswer::Number(accepted), Filling::Text(typed)) => typed_number::read(typed, &[])
            .ok()
            .and_then(|said| number_worth(accepted.iter(), (said.number, Ratio::ONE)))
            .unwrap_or_default(),
        _ => Weight(0),
    }
}

fn joints(right: &[ChoiceId], places: &[Option<ChoiceId>]) -> Weight {
    let place: BTreeMap<ChoiceId, usize> =
        places.iter().enumerate().filter_map(|(place, id)| Some(((*id)?, place))).collect();
    let follows = |pair: &&[ChoiceId]| match pair {
        [one, next] => place.get(one).is_some_and(|at| place.get(next) == Some(&(at + 1))),
        _ => false,
    };
    share(right.windows(2).filter(follows).count(), right.len().saturating_sub(1))
}

/// The mark of one question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// How much of it is right; `None` while a person has yet to say.
    pub fraction: Option<Weight>,
    /// What that gives; nothing yet while it waits.
    pub points: MilliPoints,
    /// What it could give.
    pub most: MilliPoints,
}

impl Mark {
    /// A mark by the share that is right.
    pub fn of(question: &Question, fraction: Option<Weight>) -> Mark {
        let most = match question.answer {
            Answer::Scale => 0,
            _ => i64::from(question.points.min(1_000_000)) * 1000,
        };
        let most = MilliPoints(i32::try_from(most).unwrap_or(i32::MAX));
        let points = fraction.map(|share| Mark::points_of(most, share)).unwrap_or_default();
        Mark { fraction, points, most }
    }

    /// The points that a share of so many gives, to the nearest thousandth.
    fn points_of(most: MilliPoints, share: Weight) -> MilliPoints {
        let whole = i64::from(Weight::WHOLE.0);
        let points = (i64::from(most.0) * i64::from(share.0) + whole / 2) / whole;
        MilliPoints(i32::try_from(points).unwrap_or(i32::MAX))
    }
}

/// Marks one question. What was left blank is worth nothing, an essay too.
pub fn mark(question: &Question, response: &Response) -> Mark {
    Mark::of(question, fraction(&question.answer, response))
}

/// The result of an attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outcome {
    /// Points reached.
    pub points: MilliPoints,
    /// Points there were.
    pub most: MilliPoints,
    /// The share reached; everything when nothing carried points.
    pub result: Permille,
    /// Whether a question still waits for a person to mark it: then the rest is not the last word.
    pub waiting: bool,
}

/// Adds the marks up.
pub fn outcome(marks: impl IntoIterator<Item = Mark>) -> Outcome {
    let (mut tally, mut waiting) = (Tally::default(), false);
    for mark in marks {
        tally.add(&mark);
        waiting |= mark.fraction.is_none();
    }
    Outcome { points: tally.points(), most: tally.most(), result: tally.result(), waiting }
}

mod tally;
pub use tally::Tally;

#[cfg(test)]
mod laws;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questions::rules::QuestionKind;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn ids(numbers: &[u16]) -> Vec<ChoiceId> {
        numbers.iter().copied().map(ChoiceId).collect()
    }

    fn many(numbers: &[u16]) -> Response {
        Response::Many(ids(numbers).into_iter().collect())
    }

    fn order(numbers: &[u16]) -> Response {
        Response::Order(ids(numbers).into_iter().map(Some).collect())
    }

    /// In thousandths, as people count.
    fn worth(answer: &Answer, response: &Response) -> i32 {
        fraction(answer, response).expect("marked by itself").0 / 10_000
    }

    fn weights(pairs: &[(u16, i32)]) -> BTreeMap<ChoiceId, Weight> {
        pairs.iter().map(|(id, percent)| (ChoiceId(*id), Weight::percent(*percent))).collect()
    }

    fn texts(accepted: &[(&str, i32)]) -> AcceptedTexts {
        let text = |(pattern, percent): &(&str, i32)| AcceptedText {
            pattern: (*pattern).to_owned(),
            weight: Weight::percent(*percent),
        };
        AcceptedTexts { accepted: accepted.iter().map(text).collect(), case_matters: false }
    }

    #[test]
    fn one_and_true_false_are_right_or_wrong() {
        assert_eq!(worth(&Answer::One(ChoiceId(2)), &Response::One(ChoiceId(2))), 1000);
        assert_eq!(worth(&Answer::One(ChoiceId(2)), &Response::One(ChoiceId(1))), 0);
        assert_eq!(worth(&Answer::TrueFalse(false), &Response::TrueFalse(false)), 1000);
        assert_eq!(worth(&Answer::TrueFalse(false), &Response::TrueFalse(true)), 0);
    }

    #[test]
    fn choices_with_worths_of_their_own() {
        let one = Answer::OneWeighted(weights(&[(1, 100), (2, 50), (3, -25)]));
        for (chosen, expected) in [(1, 1000), (2, 500), (3, 0), (4, 0)] {
            assert_eq!(worth(&one, &Response::One(ChoiceId(chosen))), expected, "{chosen}");
        }
        let thirds = [(1, 3_333_333), (2, 3_333_333), (3, 3_333_333), (4, -10_000_000)];
        let several = Answer::ManyWeighted(thirds.map(|(id, weight)| (ChoiceId(id), Weight(weight))).into());
        assert_eq!(fraction(&several, &many(&[1, 2, 3])), Some(Weight::WHOLE), "three thirds are all of it");
        assert_eq!(worth(&several, &many(&[1, 2])), 666);
        assert_eq!(worth(&several, &many(&[1, 4])), 0);
    }

    #[test]
    fn many_takes_wrong_choices_off_and_never_goes_below_nothing() {
        let answer = Answer::Many(ids(&[1, 2, 3]).into_iter().collect());
        let cases = [(many(&[1, 2, 3]), 1000), (many(&[1, 2]), 666), (many(&[1, 2, 4]), 333)];
        let edge = [(many(&[1, 4]), 0), (many(&[4, 5]), 0), (many(&[1, 2, 3, 4, 5]), 333)];
        for (response, expected) in cases.into_iter().chain(edge) {
            assert_eq!(worth(&answer, &response), expected, "{response:?}");
        }
    }

    #[test]
    fn a_number_is_right_up_to_and_including_the_tolerance() {
        let answer = Answer::number(Decimal::whole(60), Decimal(500_000));
        for (said, expected) in [("60", 1000), ("60.5", 1000), ("59.5", 1000), ("60.501", 0), ("-60", 0)] {
            let said = Decimal::parse(said).unwrap();
            assert_eq!(worth(&answer, &Response::Number(said)), expected, "{said}");
        }
        let far = Answer::number(Decimal(i64::MAX), Decimal(0));
        assert_eq!(worth(&far, &Response::Number(Decimal(i64::MIN))), 0);
    }

    #[test]
    fn a_number_may_have_further_values_and_units() {
        let unit = |symbol: &str, multiplier: &str| Unit {
            symbol: symbol.to_owned(),
            multiplier: Ratio::parse(multiplier).unwrap(),
        };
        let also =
            AcceptedNumber { value: Decimal::whole(80), tolerance: Decimal(0), weight: Weight::percent(50) };
        let answer = Answer::Number {
            value: Decimal::whole(60),
            tolerance: Decimal::whole(1),
            also: vec![also],
            units: vec![unit("ч", "1"), unit("мин", "0.016667")],
        };
        let measured = |number: i64, unit: &str| Response::Measured {
            number: Decimal::whole(number),
            unit: unit.to_owned(),
        };
        assert_eq!(worth(&answer, &Response::Number(Decimal::whole(80))), 500);
        assert_eq!(worth(&answer, &measured(60, "ч")), 1000);
        assert_eq!(worth(&answer, &measured(3600, "мин")), 1000);
        assert_eq!(worth(&answer, &measured(60, "мин")), 0);
        assert_eq!(worth(&answer, &measured(60, "дней")), 0);
    }

    #[test]
    fn a_text_is_worth_its_first_accepted_answer_that_fits() {
        let answer = Answer::Text(texts(&[("доброволец", 100), ("волонтёр*", 80), ("*", 0)]));
        for (typed, expected) in
            [(" Доброволец ", 1000), ("волонтер", 800), ("волонтёры", 800), ("тренер", 0)]
        {
            assert_eq!(worth(&answer, &Response::Text(typed.to_owned())), expected, "{typed}");
        }
    }

    #[test]
    fn gaps_count_by_their_weights() {
        let gap = |weight, right| Gap { weight, right };
        let number =
            AcceptedNumber { value: Decimal::whole(2), tolerance: Decimal(0), weight: Weight::WHOLE };
        let answer = Answer::Gaps(BTreeMap::from([
            (ChoiceId(1), gap(2, GapAnswer::Choice(weights(&[(1, 100), (2, 50)])))),
            (ChoiceId(2), gap(1, GapAnswer::Text(texts(&[("партнёр", 100)])))),
            (ChoiceId(3), gap(1, GapAnswer::Number(vec![number]))),
        ]));
        let filled = |fillings: [(u16, Filling); 3]| {
            Response::Gaps(fillings.into_iter().map(|(gap, filling)| (ChoiceId(gap), filling)).collect())
        };
        let (choice, text) =
            (|id| Filling::Choice(ChoiceId(id)), |text: &str| Filling::Text(text.to_owned()));
        let cases = [
            (filled([(1, choice(1)), (2, text("партнер")), (3, text("+2,00000001 м2"))]), 1000),
            (filled([(1, choice(2)), (2, text("партнер")), (3, text("3"))]), 500),
            (filled([(1, choice(3)), (2, text("нет")), (3, text("два"))]), 0),
            (Response::Gaps([(ChoiceId(2), text("ПАРТНЁР"))].into()), 250),
        ];
        for (response, expected) in cases {
            assert_eq!(worth(&answer, &response), expected, "{response:?}");
        }
    }

    #[test]
    fn an_essay_waits_for_a_person_and_a_blank_one_does_not() {
        let essay = Answer::Essay { min_words: None, max_words: None };
        assert_eq!(fraction(&essay, &Response::Text("Мы договорились".into())), None);
        assert_eq!(fraction(&essay, &Response::Blank), Some(Weight(0)));
    }

    #[test]
    fn an_order_counts_its_right_joints() {
        let answer = Answer::Order(ids(&[1, 2, 3, 4, 5]));
        let cases = [
            (order(&[1, 2, 3, 4, 5]), 1000),
            (order(&[5, 4, 3, 2, 1]), 0),
            (order(&[2, 3, 4, 5, 1]), 750),
            (order(&[2, 1, 3, 4, 5]), 500),
            (Response::Order(vec![Some(ChoiceId(1)), Some(ChoiceId(2)), None, None, None]), 250),
            (Response::Order(vec![Some(ChoiceId(1)), None, Some(ChoiceId(2)), None, None]), 0),
        ];
        for (response, expected) in cases {
            assert_eq!(worth(&answer, &response), expected, "{response:?}");
        }
    }

    #[test]
    fn a_match_counts_its_right_pairs_and_another_kind_counts_nothing() {
        let pairs = |pairs: &[(u16, u16)]| -> BTreeMap<_, _> {
            pairs.iter().map(|(left, right)| (ChoiceId(*left), ChoiceId(*right))).collect()
        };
        let answer = Answer::Match(pairs(&[(1, 4), (2, 5), (3, 6)]));
        assert_eq!(worth(&answer, &Response::Match(pairs(&[(1, 4), (2, 6)]))), 333);
        assert_eq!(worth(&answer, &many(&[1, 2, 3])), 0);
        assert_eq!(worth(&Answer::Scale, &Response::Scale(5)), 0);
    }

    #[test]
    fn points_are_rounded_once_and_what_waits_is_known() {
        let question = |points, answer| Question {
            key: "q".into(),
            kind: QuestionKind::Many,
            points,
            texts: BTreeMap::new(),
            answer,
            penalty: Question::USUAL_PENALTY,
        };
        let three = question(3, Answer::Many(ids(&[1, 2, 3]).into_iter().collect()));
        let third = mark(&three, &many(&[1]));
        assert_eq!((third.points, third.most), (MilliPoints(1000), MilliPoints(3000)));
        let scale = mark(&question(1, Answer::Scale), &Response::Scale(5));
        assert_eq!(scale.most, MilliPoints(0));
        let outcome = outcome([third, scale]);
        assert_eq!(
            (outcome.points, outcome.most, outcome.waiting),
            (MilliPoints(1000), MilliPoints(3000), false)
        );
        assert_eq!(outcome.result, Permille(333));
        assert_eq!(super::outcome([scale]).result, Permille::WHOLE);
        let essay = question(5, Answer::Essay { min_words: None, max_words: None });
        assert!(super::outcome([third, mark(&essay, &Response::Text("…".into()))]).waiting);
    }

    #[test]
    fn exactly_the_pass_mark_is_reached_with_thirds_too() {
        let question = Question {
            key: "q".into(),
            kind: QuestionKind::Many,
            points: 1,
            texts: BTreeMap::new(),
            answer: Answer::Many(ids(&[1, 2, 3]).into_iter().collect()),
            penalty: Question::USUAL_PENALTY,
        };
        let said = |response: &Response, times: usize| vec![mark(&question, response); times];
        let marks = [said(&many(&[1, 2, 3]), 6), said(&many(&[4]), 1), said(&many(&[1]), 3)].concat();
        let outcome = outcome(marks);
        assert_eq!((outcome.result, outcome.points), (Permille(700), MilliPoints(7000)));
    }

    proptest! {
        #[test]
        fn only_the_right_order_is_worth_everything(right in (2..8u16).prop_flat_map(|n| Just((1..=n).collect::<Vec<_>>()).prop_shuffle()), seed in any::<u64>()) {
            let mut other = right.clone();
            let len = other.len();
            other.rotate_left(seed as usize % len);
            if seed % 2 == 0 { other.swap(0, len - 1); }
            let worth = fraction(&Answer::Order(ids(&right)), &order(&other)).unwrap();
            prop_assert!(worth <= Weight::WHOLE);
            prop_assert_eq!(worth == Weight::WHOLE, other == right);
        }

        #[test]
        fn a_wrong_choice_more_never_helps(rights in proptest::collection::btree_set(1..5u16, 1..5), chosen in proptest::collection::btree_set(1..9u16, 0..8), wrong in 5..9u16) {
            let answer = Answer::Many(rights.into_iter().map(ChoiceId).collect());
            let before: BTreeSet<_> = chosen.into_iter().map(ChoiceId).collect();
            let mut after = before.clone();
            after.insert(ChoiceId(wrong));
            prop_assert!(fraction(&answer, &Response::Many(after)) <= fraction(&answer, &Response::Many(before)));
        }
    }
}
