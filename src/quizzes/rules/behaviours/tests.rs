//! Every kind of question under every behaviour.

use super::*;
use crate::questions::rules::marking::{Mark, MilliPoints};
use crate::questions::rules::{
    AcceptedNumber, AcceptedText, AcceptedTexts, Answer, ChoiceId, Decimal, Filling, Gap, GapAnswer,
    QuestionKind, Ratio, Unit,
};
use proptest::prelude::*;
use std::collections::BTreeMap;

fn question(answer: Answer) -> Question {
    let kind = answer.kind();
    let texts = BTreeMap::new();
    let key = "q".to_owned();
    Question { key, kind, points: 1, texts, answer, penalty: Weight(2_500_000) }
}

fn under(behaviour: Behaviour) -> QuizSettings {
    QuizSettings { behaviour, ..QuizSettings::default() }
}

fn ids<const N: usize>(ids: [u16; N]) -> [ChoiceId; N] {
    ids.map(ChoiceId)
}

/// A question with a right, a partly right where there is one, and a wrong answer, and what the second is worth.
type Row = (Question, [Response; 3], i32);

fn one(id: u16) -> Response {
    Response::One(ChoiceId(id))
}

fn many(chosen: &[u16]) -> Response {
    Response::Many(chosen.iter().copied().map(ChoiceId).collect())
}

fn worths(worths: &[(u16, i32)]) -> BTreeMap<ChoiceId, Weight> {
    worths.iter().map(|(id, percent)| (ChoiceId(*id), Weight::percent(*percent))).collect()
}

fn accepted(pattern: &str, percent: i32) -> AcceptedText {
    AcceptedText { pattern: pattern.to_owned(), weight: Weight::percent(percent) }
}

/// A question of each kind.
fn kinds() -> Vec<Row> {
    [plain(), weighed(), typed()].concat()
}

fn plain() -> Vec<Row> {
    let order = |places: [u16; 3]| Response::Order(ids(places).map(Some).to_vec());
    let pair = |pairs: [(u16, u16); 2]| pairs.map(|(l, r)| (ChoiceId(l), ChoiceId(r))).into();
    let number = |n| Response::Number(Decimal::whole(n));
    let said = Response::TrueFalse;
    let matched = |pairs| Response::Match(pair(pairs));
    vec![
        (question(Answer::One(ChoiceId(1))), [one(1), one(2), one(3)], 0),
        (question(Answer::Many(ids([1, 2]).into())), [many(&[1, 2]), many(&[1]), many(&[3])], 5_000_000),
        (question(Answer::TrueFalse(true)), [said(true), said(false), said(false)], 0),
        (question(Answer::number(Decimal::whole(60), Decimal(0))), [number(60), number(6), number(7)], 0),
        (
            question(Answer::Order(ids([1, 2, 3]).into())),
            [order([1, 2, 3]), order([3, 1, 2]), order([3, 2, 1])],
            5_000_000,
        ),
        (
            question(Answer::Match(pair([(1, 3), (2, 4)]))),
            [matched([(1, 3), (2, 4)]), matched([(1, 3), (2, 3)]), matched([(1, 4), (2, 3)])],
            5_000_000,
        ),
    ]
}

fn weighed() -> Vec<Row> {
    vec![
        (
            question(Answer::OneWeighted(worths(&[(1, 100), (2, 40), (3, 0)]))),
            [one(1), one(2), one(3)],
            4_000_000,
        ),
        (
            question(Answer::ManyWeighted(worths(&[(1, 50), (2, 50), (3, -50)]))),
            [many(&[1, 2]), many(&[2]), many(&[3])],
            5_000_000,
        ),
    ]
}

fn typed() -> Vec<Row> {
    let typed = |text: &str| Response::Text(text.to_owned());
    let texts = |accepted| AcceptedTexts { accepted, case_matters: false };
    let filled = |said: &str, chosen| {
        let fillings = [Filling::Text(said.to_owned()), Filling::Choice(ChoiceId(chosen))];
        Response::Gaps(ids([1, 2]).into_iter().zip(fillings).collect())
    };
    let gaps = [
        Gap { weight: 1, right: GapAnswer::Text(texts(vec![accepted("фонд", 100)])) },
        Gap { weight: 3, right: GapAnswer::Choice(worths(&[(5, 100), (6, 0)])) },
    ];
    let measured = |n, unit: &str| Response::Measured { number: Decimal::whole(n), unit: unit.to_owned() };
    let unit = |symbol: &str, times| Unit { symbol: symbol.to_owned(), multiplier: Ratio::whole(times) };
    let further =
        AcceptedNumber { value: Decimal::whole(90), tolerance: Decimal(0), weight: Weight::percent(50) };
    let minutes = Answer::Number {
        value: Decimal::whole(60),
        tolerance: Decimal(0),
        also: vec![further],
        units: vec![unit("мин", 1), unit("ч", 60)],
    };
    vec![
        (
            question(Answer::Text(texts(vec![accepted("доброволец", 100), accepted("волонтёр*", 80)]))),
            [typed("доброволец"), typed("волонтеры"), typed("тренер")],
            8_000_000,
        ),
        (
            question(Answer::Gaps(ids([1, 2]).into_iter().zip(gaps).collect())),
            [filled("Фонд", 5), filled("центр", 5), filled("центр", 6)],
            7_500_000,
        ),
        (question(minutes), [measured(1, "ч"), measured(90, "мин"), measured(2, "ч")], 5_000_000),
    ]
}

fn step(response: &Response, checked: bool) -> Given {
    Given { response: response.clone(), checked }
}

/// A behaviour, the steps, and the share and the lock they end in.
type Walk<'r> = (Behaviour, Vec<(&'r Response, bool)>, (Option<i32>, bool));

#[test]
fn every_kind_walks_through_every_behaviour() {
    for (question, [right, partly, wrong], part) in kinds() {
        let kind = question.kind;
        let walk = |behaviour, steps: &[(&Response, bool)]| {
            let given: Vec<Given> = steps.iter().map(|(said, checked)| step(said, *checked)).collect();
            let settings = under(behaviour);
            let state = replay(settings.tries(), &question, &given);
            (settings.settle(&question, &given).map(|worth| worth.0), state.locked)
        };
        use Behaviour::{Deferred, Immediate, Interactive, Manual};
        let table: Vec<Walk<'_>> = vec![
            (Deferred, vec![(&wrong, false), (&right, false)], (Some(10_000_000), false)),
            (Deferred, vec![(&right, false), (&partly, false)], (Some(part), false)),
            (Deferred, vec![], (Some(0), false)),
            (Immediate, vec![(&right, true)], (Some(10_000_000), true)),
            (Immediate, vec![(&partly, true)], (Some(part), true)),
            (Immediate, vec![(&wrong, true), (&right, true)], (Some(0), true)),
            (Immediate, vec![(&wrong, false), (&right, false)], (Some(10_000_000), false)),
            (Interactive, vec![(&right, true)], (Some(10_000_000), true)),
            (Interactive, vec![(&wrong, true), (&right, true)], (Some(7_500_000), true)),
            (Interactive, vec![(&wrong, true), (&wrong, true), (&right, true)], (Some(7_500_000), true)),
            (Interactive, vec![(&wrong, true), (&right, false)], (Some(7_500_000), false)),
            (Interactive, vec![(&wrong, true), (&Response::Blank, false)], (Some(0), false)),
            (Manual, vec![(&right, false)], (None, false)),
            (Manual, vec![], (Some(0), false)),
            (Manual, vec![(&right, false), (&Response::Blank, false)], (Some(0), false)),
        ];
        for (behaviour, steps, expected) in table {
            assert_eq!(walk(behaviour, &steps), expected, "{kind:?} {behaviour:?} {steps:?}");
        }
    }
}

fn by_kind(kind: QuestionKind) -> (Question, [Response; 3], i32) {
    kinds().into_iter().find(|(question, ..)| question.kind == kind).unwrap()
}

#[test]
fn a_scale_is_worth_nothing_under_every_behaviour() {
    let scale = question(Answer::Scale);
    let said = [Response::Scale(5), Response::Scale(1)];
    for behaviour in [Behaviour::Deferred, Behaviour::Immediate, Behaviour::Interactive, Behaviour::Manual] {
        let given: Vec<Given> = said.iter().map(|said| step(said, true)).collect();
        assert_eq!(under(behaviour).settle(&scale, &given), Some(Weight(0)), "{behaviour:?}");
    }
    assert_eq!(Mark::of(&scale, Some(Weight(0))).most, MilliPoints(0), "and carries no points");
}

#[test]
fn three_tries_are_all_there_are() {
    let (question, [right, partly, wrong], _) = by_kind(QuestionKind::Many);
    let given = [step(&wrong, true), step(&partly, true), step(&wrong, true), step(&right, true)];
    let state = replay(3, &question, &given);
    assert_eq!((state.tries, state.locked, state.worth), (3, true, Some(Weight(0))));
    assert_eq!(under(Behaviour::Interactive).settle(&question, &given), Some(Weight(0)));
}

#[test]
fn an_essay_waits_for_a_person_under_every_behaviour() {
    let essay = question(Answer::Essay { min_words: None, max_words: None });
    assert_eq!(essay.kind, QuestionKind::Essay);
    let text = Response::Text("мысль".into());
    for behaviour in [Behaviour::Deferred, Behaviour::Immediate, Behaviour::Interactive, Behaviour::Manual] {
        let given = [step(&text, true)];
        assert!(!replay(3, &essay, &given).locked);
        assert_eq!(under(behaviour).settle(&essay, &given), None, "{behaviour:?}");
    }
}

proptest! {
    /// Nothing counts after the lock, and no mark leaves its bounds. That recorded steps give the marks that were written
    /// is shown with the store, in `tests/quizzes/replaying.rs`.
    #[test]
    fn no_steps_lead_out_of_bounds(
        kind in 0..11usize,
        says in proptest::collection::vec((0..4usize, any::<bool>()), 0..12),
        penalty in 0..10_000_000i32,
    ) {
        let (mut question, answers, _) = kinds().remove(kind);
        question.penalty = Weight(penalty);
        let said = |place: usize| answers.get(place).cloned().unwrap_or(Response::Blank);
        let given: Vec<Given> =
            says.iter().map(|(place, checked)| Given { response: said(*place), checked: *checked }).collect();
        for behaviour in [Behaviour::Deferred, Behaviour::Immediate, Behaviour::Interactive, Behaviour::Manual] {
            let settings = under(behaviour);
            let once = settings.settle(&question, &given);
            if behaviour == Behaviour::Manual {
                let blank = given.last().is_none_or(|last| last.response.is_blank());
                prop_assert_eq!(once, blank.then_some(Weight(0)), "only what was said waits for a person");
                continue;
            }
            prop_assert!(once.is_some_and(|worth| (0..=Weight::WHOLE.0).contains(&worth.0)));
            let state = replay(settings.tries(), &question, &given);
            prop_assert!(state.tries <= settings.tries());
            if state.locked {
                let more = [given.clone(), vec![Given { response: said(0), checked: true }]].concat();
                prop_assert_eq!(settings.settle(&question, &more), once, "nothing counts after the lock");
            }
        }
    }
}
