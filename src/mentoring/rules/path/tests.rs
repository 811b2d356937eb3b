//! The path under test: each step with what it lacks, and the law that nobody is matched around a requirement.

use super::*;
use crate::mentoring::rules::CheckKind::{CriminalRecord, HomeInspection, Medical};
use proptest::prelude::*;

const NONE: [Lack; 0] = [];

fn day(number: i64) -> NaiveDate {
    "2026-09-01".parse::<NaiveDate>().unwrap() + chrono::TimeDelta::days(number)
}

fn held(kind: CheckKind, until: i64) -> Check {
    Check { kind, dated: day(0), valid_until: Some(day(until)) }
}

fn talk(in_person: bool, recommended: bool) -> Interview {
    Interview { held_on: day(0), in_person, recommended }
}

/// Somebody whom nothing is in the way of, in a state.
fn ready(steps: &[StepKind]) -> Facts {
    Facts {
        steps: steps.to_vec(),
        checks: vec![held(CriminalRecord, 90), held(Medical, 90), held(HomeInspection, 90)],
        interviews: vec![talk(true, true)],
        learned: Learned { all: 6000, in_person: 2000 },
    }
}

fn found(step: StepKind, facts: &Facts, today: i64) -> Vec<Lack> {
    lacks(step, facts, &Asked::usual(), (day(today), None))
}

#[test]
fn training_alone_never_gives_admitted() {
    for state in [StepKind::Applied, StepKind::DocumentsChecked, StepKind::Trained] {
        let facts = ready(&[state]);
        assert_eq!(found(StepKind::Admitted, &facts, 0), [Lack::Order(next_step(state))], "{state:?}");
    }
    let unheard = Facts { interviews: Vec::new(), ..ready(&[StepKind::Interviewed]) };
    assert_eq!(found(StepKind::Admitted, &unheard, 0), [Lack::NoInterview]);
    let remote = talk(false, true);
    let remote = Facts { interviews: vec![remote], ..ready(&[StepKind::Trained]) };
    assert_eq!(found(StepKind::Interviewed, &remote, 0), [Lack::NoInterview], "not face to face");
    let doubted = talk(true, false);
    let doubted = Facts { interviews: vec![doubted], ..ready(&[StepKind::Interviewed]) };
    assert_eq!(found(StepKind::Admitted, &doubted, 0), [Lack::Advised]);
}

#[test]
fn an_expired_check_is_named_and_a_newer_one_takes_its_place() {
    let mut facts = ready(&[StepKind::Admitted]);
    facts.checks.push(held(CriminalRecord, 10));
    assert_eq!(found(StepKind::Matched, &facts, 10), NONE, "it holds on its last day");
    assert_eq!(found(StepKind::Matched, &facts, 11), [Lack::Expired(CriminalRecord, day(10))]);
    let ahead = lacks(StepKind::Matched, &facts, &Asked::usual(), (day(5), Some(day(12))));
    assert_eq!(ahead, [Lack::Ends(CriminalRecord, day(10), day(12))]);
    facts.checks.push(held(CriminalRecord, 40));
    assert_eq!(found(StepKind::Matched, &facts, 11), NONE);
    facts.checks.retain(|check| check.kind != HomeInspection);
    assert_eq!(found(StepKind::Matched, &facts, 11), [Lack::Missing(HomeInspection)]);
}

#[test]
fn the_last_by_date_counts_and_not_the_last_that_was_written_down() {
    let mut facts = ready(&[StepKind::Interviewed]);
    facts.checks.push(Check { kind: Medical, dated: day(-30), valid_until: Some(day(-1)) });
    facts.interviews.push(Interview { held_on: day(-10), in_person: true, recommended: false });
    assert_eq!(found(StepKind::Admitted, &facts, 0), NONE, "older ones that were written down later");
    facts.checks.push(Check { kind: Medical, dated: day(1), valid_until: Some(day(2)) });
    facts.interviews.push(Interview { held_on: day(1), in_person: true, recommended: false });
    assert_eq!(found(StepKind::Admitted, &facts, 3), [Lack::Expired(Medical, day(2)), Lack::Advised]);
}

#[test]
fn hours_come_short_by_number_and_in_person() {
    let facts =
        Facts { learned: Learned { all: 5999, in_person: 0 }, ..ready(&[StepKind::DocumentsChecked]) };
    assert_eq!(found(StepKind::Trained, &facts, 0), [Lack::Hours(5, 6), Lack::InPerson(0, 2)]);
}

#[test]
fn a_pair_begins_on_its_day_and_after_closure_another_may_follow() {
    let matched = ready(&[StepKind::Admitted, StepKind::Matched]);
    let early = lacks(StepKind::Active, &matched, &Asked::usual(), (day(1), Some(day(2))));
    assert_eq!(early, [Lack::NotBegun(day(2))]);
    assert_eq!(found(StepKind::Refused, &matched, 1), [Lack::Order(Some(StepKind::Active))], "closed first");
    assert_eq!(found(StepKind::Closed, &matched, 1), NONE);
    let closed = ready(&[StepKind::Admitted, StepKind::Matched, StepKind::Closed]);
    assert_eq!(found(StepKind::Matched, &closed, 1), NONE);
    assert_eq!(found(StepKind::Matched, &closed, 91).len(), 3, "if everything still holds");
    let over = ready(&[StepKind::Withdrawn]);
    assert_eq!(found(StepKind::Refused, &over, 1), [Lack::Order(None)]);
}

/// What may happen on a day.
#[derive(Debug, Clone)]
enum Act {
    Step(StepKind),
    Check(Check),
    Interview(Interview),
    Learn(i64, i64),
    Days(i64),
}

fn act() -> impl Strategy<Value = Act> {
    let steps = proptest::sample::select(vec![
        StepKind::DocumentsChecked,
        StepKind::Trained,
        StepKind::Interviewed,
        StepKind::Admitted,
        StepKind::Matched,
        StepKind::Active,
        StepKind::Closed,
        StepKind::Refused,
    ]);
    let kinds = proptest::sample::select(CheckKind::ALL.to_vec());
    prop_oneof![
        6 => steps.prop_map(Act::Step),
        3 => (kinds, 0..60i64).prop_map(|(kind, until)| Act::Check(held(kind, until))),
        1 => any::<(bool, bool)>()
            .prop_map(|(in_person, recommended)| Act::Interview(talk(in_person, recommended))),
        1 => (0..4000i64, 0..2000i64).prop_map(|(all, in_person)| Act::Learn(all + in_person, in_person)),
        1 => (0..5i64).prop_map(Act::Days),
    ]
}

/// Whether somebody may meet a child, counted without the code under test.
fn fit(facts: &Facts, today: NaiveDate) -> bool {
    let holds = |kind| {
        let last = facts.checks.iter().rfind(|check| check.kind == kind);
        last.is_some_and(|check| check.valid_until.is_none_or(|until| until >= today))
    };
    let spoken = facts.interviews.iter().rfind(|one| one.in_person);
    let order = [StepKind::DocumentsChecked, StepKind::Trained, StepKind::Interviewed, StepKind::Admitted];
    let places: Vec<_> = order.iter().map(|step| facts.steps.iter().position(|one| one == step)).collect();
    [CriminalRecord, Medical, HomeInspection].into_iter().all(holds)
        && facts.learned.all >= 6000
        && facts.learned.in_person >= 2000
        && spoken.is_some_and(|one| one.recommended)
        && places.iter().all(Option::is_some)
        && places.is_sorted()
}

proptest! {
    #[test]
    fn no_sequence_of_acts_reaches_matched_without_every_requirement(
        fine in any::<bool>(),
        acts in proptest::collection::vec(act(), 0..60),
    ) {
        let start = ready(&[StepKind::Applied]);
        let none = Facts { checks: Vec::new(), interviews: Vec::new(), learned: Learned::default(), ..start.clone() };
        let (mut facts, mut today) = (if fine { start } else { none }, 0);
        for act in acts {
            match act {
                Act::Check(check) => facts.checks.push(check),
                Act::Interview(interview) => facts.interviews.push(interview),
                Act::Learn(all, in_person) => facts.learned = Learned { all, in_person },
                Act::Days(days) => today += days,
                Act::Step(step) => {
                    if found(step, &facts, today).is_empty() {
                        facts.steps.push(step);
                        let meets = matches!(step, StepKind::Matched | StepKind::Active);
                        prop_assert!(!meets || fit(&facts, day(today)), "{step:?} on day {today}: {facts:?}");
                    }
                }
            }
        }
    }
}
