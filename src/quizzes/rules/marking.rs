//! What a response is worth. Exact: shares are whole thousandths rounded down, points are thousandths of a
//! point, and nothing is rounded again before it is shown.

use super::response::Response;
use crate::kernel::Permille;
use crate::programmes::rules::quiz::{Answer, ChoiceId, Question};
use std::collections::BTreeMap;

/// Thousandths of a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct MilliPoints(pub i32);

/// How much of an answer is right.
///
/// * one, true or false, number: all or nothing; a number is right anywhere in `value ± tolerance`;
/// * many: (right chosen − wrong chosen) / all right, never below nothing;
/// * order: of all neighbours in the right order, the share that stand next to each other in that direction
///   in the response. A reversed order is worth nothing, one piece moved elsewhere costs two or three joints;
/// * match: the share of right pairs;
/// * scale: nothing, since nothing is right or wrong; it carries no points either.
///
/// A response of another kind than its question is worth nothing.
pub fn fraction(answer: &Answer, response: &Response) -> Permille {
    let all_or_nothing = |right: bool| if right { Permille::WHOLE } else { Permille(0) };
    match (answer, response) {
        (Answer::One(right), Response::One(chosen)) => all_or_nothing(right == chosen),
        (Answer::Many(rights), Response::Many(chosen)) => {
            let right = chosen.intersection(rights).count();
            let wrong = chosen.difference(rights).count();
            share(right.saturating_sub(wrong), rights.len())
        }
        (Answer::TrueFalse(right), Response::TrueFalse(said)) => all_or_nothing(right == said),
        (Answer::Number { value, tolerance }, Response::Number(said)) => {
            all_or_nothing(said.0.abs_diff(value.0) <= tolerance.0.unsigned_abs())
        }
        (Answer::Order(right), Response::Order(places)) => joints(right, places),
        (Answer::Match(right), Response::Match(said)) => {
            let pairs = right.iter().filter(|(left, right)| said.get(left) == Some(right)).count();
            share(pairs, right.len())
        }
        _ => Permille(0),
    }
}

fn share(part: usize, whole: usize) -> Permille {
    if whole == 0 {
        return Permille(0);
    }
    Permille::of(i64::try_from(part).unwrap_or(0), i64::try_from(whole).unwrap_or(i64::MAX))
}

fn joints(right: &[ChoiceId], places: &[Option<ChoiceId>]) -> Permille {
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
    /// How much of it is right.
    pub fraction: Permille,
    /// What that gives.
    pub points: MilliPoints,
    /// What it could give.
    pub most: MilliPoints,
}

/// Marks one question.
pub fn mark(question: &Question, response: &Response) -> Mark {
    let fraction = fraction(&question.answer, response);
    let worth = match question.answer {
        Answer::Scale => 0,
        _ => i32::try_from(question.points).unwrap_or(i32::MAX / 1000).min(i32::MAX / 1000),
    };
    Mark { fraction, points: MilliPoints(worth * fraction.0), most: MilliPoints(worth * 1000) }
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
}

/// Adds the marks up.
pub fn outcome(marks: impl IntoIterator<Item = Mark>) -> Outcome {
    let (points, most) = marks.into_iter().fold((0i32, 0i32), |(points, most), mark| {
        (points.saturating_add(mark.points.0), most.saturating_add(mark.most.0))
    });
    let result = Permille::of(points.into(), most.into());
    Outcome { points: MilliPoints(points), most: MilliPoints(most), result }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::programmes::rules::quiz::Thousandths;
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

    #[test]
    fn one_and_true_false_are_right_or_wrong() {
        assert_eq!(fraction(&Answer::One(ChoiceId(2)), &Response::One(ChoiceId(2))), Permille(1000));
        assert_eq!(fraction(&Answer::One(ChoiceId(2)), &Response::One(ChoiceId(1))), Permille(0));
        assert_eq!(fraction(&Answer::TrueFalse(false), &Response::TrueFalse(false)), Permille(1000));
        assert_eq!(fraction(&Answer::TrueFalse(false), &Response::TrueFalse(true)), Permille(0));
    }

    #[test]
    fn many_takes_wrong_choices_off_and_never_goes_below_nothing() {
        let answer = Answer::Many(ids(&[1, 2, 3]).into_iter().collect());
        let cases = [(many(&[1, 2, 3]), 1000), (many(&[1, 2]), 666), (many(&[1, 2, 4]), 333)];
        let edge = [(many(&[1, 4]), 0), (many(&[4, 5]), 0), (many(&[1, 2, 3, 4, 5]), 333)];
        for (response, worth) in cases.into_iter().chain(edge) {
            assert_eq!(fraction(&answer, &response), Permille(worth), "{response:?}");
        }
    }

    #[test]
    fn a_number_is_right_up_to_and_including_the_tolerance() {
        let answer = Answer::Number { value: Thousandths(60_000), tolerance: Thousandths(500) };
        for (said, worth) in [(60_000, 1000), (60_500, 1000), (59_500, 1000), (60_501, 0), (-60_000, 0)] {
            assert_eq!(fraction(&answer, &Response::Number(Thousandths(said))), Permille(worth), "{said}");
        }
        let far = Answer::Number { value: Thousandths(i64::MAX), tolerance: Thousandths(0) };
        assert_eq!(fraction(&far, &Response::Number(Thousandths(i64::MIN))), Permille(0));
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
        for (response, worth) in cases {
            assert_eq!(fraction(&answer, &response), Permille(worth), "{response:?}");
        }
    }

    #[test]
    fn a_match_counts_its_right_pairs_and_another_kind_counts_nothing() {
        let pairs = |pairs: &[(u16, u16)]| -> BTreeMap<_, _> {
            pairs.iter().map(|(left, right)| (ChoiceId(*left), ChoiceId(*right))).collect()
        };
        let answer = Answer::Match(pairs(&[(1, 4), (2, 5), (3, 6)]));
        assert_eq!(fraction(&answer, &Response::Match(pairs(&[(1, 4), (2, 6)]))), Permille(333));
        assert_eq!(fraction(&answer, &many(&[1, 2, 3])), Permille(0));
        assert_eq!(fraction(&Answer::Scale, &Response::Scale(5)), Permille(0));
    }

    #[test]
    fn points_are_exact_and_a_scale_is_left_out() {
        let marks = [(666, 2), (1000, 1), (0, 3)].map(|(fraction, points)| Mark {
            fraction: Permille(fraction),
            points: MilliPoints(fraction * points),
            most: MilliPoints(points * 1000),
        });
        let scale = Mark { fraction: Permille(0), points: MilliPoints(0), most: MilliPoints(0) };
        let outcome = outcome(marks.into_iter().chain([scale]));
        assert_eq!((outcome.points, outcome.most), (MilliPoints(2332), MilliPoints(6000)));
        assert_eq!(outcome.result, Permille(388));
        assert_eq!(super::outcome([scale]).result, Permille::WHOLE);
    }

    fn any_answer() -> impl Strategy<Value = (Answer, Response)> {
        let shuffled = |n: u16| Just((1..=n).collect::<Vec<u16>>()).prop_shuffle();
        prop_oneof![
            (1..6u16).prop_map(|id| (Answer::One(ChoiceId(id)), Response::One(ChoiceId(id)))),
            proptest::collection::btree_set(1..9u16, 1..6).prop_map(|set| {
                let set: BTreeSet<_> = set.into_iter().map(ChoiceId).collect();
                (Answer::Many(set.clone()), Response::Many(set))
            }),
            any::<bool>().prop_map(|said| (Answer::TrueFalse(said), Response::TrueFalse(said))),
            (-9999..9999i64, 0..99i64).prop_map(|(value, tolerance)| (
                Answer::Number { value: Thousandths(value), tolerance: Thousandths(tolerance) },
                Response::Number(Thousandths(value + tolerance)),
            )),
            (2..9u16)
                .prop_flat_map(shuffled)
                .prop_map(|right| { (Answer::Order(ids(&right)), order(&right)) }),
            (1..9u16).prop_flat_map(shuffled).prop_map(|rights| {
                let pairs: BTreeMap<_, _> = rights
                    .iter()
                    .enumerate()
                    .map(|(i, r)| (ChoiceId(i as u16 + 1), ChoiceId(r + 100)))
                    .collect();
                (Answer::Match(pairs.clone()), Response::Match(pairs))
            }),
        ]
    }

    proptest! {
        #[test]
        fn all_right_is_everything_and_nothing_is_nothing((answer, right) in any_answer()) {
            prop_assert_eq!(fraction(&answer, &right), Permille::WHOLE);
            prop_assert_eq!(fraction(&answer, &Response::Blank), Permille(0));
        }

        #[test]
        fn a_mark_lies_between_nothing_and_everything((answer, _) in any_answer(), (_, other) in any_answer()) {
            prop_assert!((0..=1000).contains(&fraction(&answer, &other).0));
        }

        #[test]
        fn only_the_right_order_is_worth_everything(right in (2..8u16).prop_flat_map(|n| Just((1..=n).collect::<Vec<_>>()).prop_shuffle()), seed in any::<u64>()) {
            let mut other = right.clone();
            let len = other.len();
            other.rotate_left(seed as usize % len);
            if seed % 2 == 0 { other.swap(0, len - 1); }
            let worth = fraction(&Answer::Order(ids(&right)), &order(&other));
            prop_assert!(worth <= Permille::WHOLE);
            prop_assert_eq!(worth == Permille::WHOLE, other == right);
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
