use super::*;
use crate::continuing_training::rules::{Closed, OfQuarter};
use crate::kernel::Minutes;
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn quarter(text: &str) -> Quarter {
    Quarter::parse(text).unwrap()
}

fn of_quarter(text: &str, state: State) -> OfQuarter {
    let quarter = quarter(text);
    OfQuarter { quarter, state, until: quarter.last_day(), near: None }
}

fn closed(text: &str) -> OfQuarter {
    let on = quarter(text).first_day();
    of_quarter(text, State::Closed(Closed::Session(on)))
}

fn training(ends_on: &str, quarters: Vec<OfQuarter>) -> Training {
    Training {
        edition: EditionId(1),
        enrolment: EnrolmentId(1),
        title: "Школа наставников".into(),
        ends_on: day(ends_on),
        left: false,
        standing: Standing { initial: None, quarters },
    }
}

#[test]
fn m10_a_missed_quarter_makes_the_status_need_training_and_a_make_up_restores_it() {
    let at = day("2026-08-20");
    let missed = of_quarter("2026-2", State::Missed);
    let due = of_quarter("2026-3", State::Due);
    let school = training("2026-12-31", vec![closed("2026-1"), missed, due]);
    let status = |one: &Training| Status::of(day("2026-01-15"), std::slice::from_ref(one), at);
    assert_eq!(status(&school), Status::Needs(Why::Missed(quarter("2026-2"))));
    let made_up = of_quarter("2026-2", State::Closed(Closed::MakeUp(day("2026-07-03"))));
    let school = training("2026-12-31", vec![closed("2026-1"), made_up, due]);
    assert_eq!(status(&school), Status::Valid(day("2026-09-30")));
}

#[test]
fn m10_whoever_is_trained_nowhere_keeps_the_status_for_one_quarter_more() {
    let status = |today: &str| Status::of(day("2026-02-10"), &[], day(today));
    assert_eq!(status("2026-02-10"), Status::Valid(day("2026-06-30")));
    assert_eq!(status("2026-06-30"), Status::Valid(day("2026-06-30")));
    assert_eq!(status("2026-07-01"), Status::Needs(Why::Lapsed(quarter("2026-1"))));
}

#[test]
fn a_session_that_is_still_due_takes_nothing_away_before_its_quarter_is_over() {
    let school = training("2026-12-31", vec![closed("2026-1"), of_quarter("2026-2", State::Due)]);
    let status = Status::of(day("2025-11-01"), &[school], day("2026-06-30"));
    assert_eq!(status, Status::Valid(day("2026-06-30")));
}

#[test]
fn enrolling_again_after_a_lapse_restores_nothing_before_the_first_session() {
    let (certified, today) = (day("2025-02-10"), day("2026-05-20"));
    let fresh = training("2026-12-31", vec![of_quarter("2026-2", State::Due)]);
    assert_eq!(Status::of(certified, &[fresh], today), Status::Needs(Why::Lapsed(quarter("2025-1"))));
    let attended = training("2026-12-31", vec![closed("2026-2")]);
    assert_eq!(Status::of(certified, &[attended], today), Status::Valid(day("2026-09-30")));
}

#[test]
fn what_was_missed_where_somebody_is_no_more_is_not_held_against_them() {
    let gone = Training { left: true, ..training("2026-12-31", vec![of_quarter("2026-1", State::Missed)]) };
    let over = training("2026-03-31", vec![of_quarter("2026-1", State::Missed)]);
    let status = Status::of(day("2026-03-01"), &[gone, over], day("2026-05-20"));
    assert_eq!(status, Status::Valid(day("2026-06-30")));
}

#[test]
fn the_first_hours_are_asked_before_the_status_holds() {
    let initial = Initial { have: Minutes(105), needed: Minutes(120) };
    let mut school = training("2026-12-31", vec![closed("2026-1")]);
    school.standing.initial = Some(initial);
    let status = Status::of(day("2026-01-15"), &[school], day("2026-02-20"));
    assert_eq!(status, Status::Needs(Why::Initial(initial)));
}

fn trainings() -> impl Strategy<Value = Vec<Training>> {
    let state = prop_oneof![
        Just(State::NotAsked),
        Just(State::Due),
        Just(State::Missed),
        Just(State::Closed(Closed::Session(NaiveDate::default()))),
    ];
    let one = (proptest::collection::vec(state, 0..6), any::<bool>(), 0u32..12);
    let built = one.prop_map(|(states, left, months)| {
        let first = Quarter::of(day("2026-01-01"));
        let quarters = Quarter::span(first, quarter("2027-4"))
            .zip(states)
            .map(|(quarter, state)| OfQuarter { quarter, state, until: quarter.last_day(), near: None });
        let ends_on = day("2026-06-30") + chrono::Months::new(months);
        Training { left, ends_on, ..training("2026-12-31", quarters.collect()) }
    });
    proptest::collection::vec(built, 0..4)
}

proptest! {
    #[test]
    fn the_order_of_trainings_never_matters(mut several in trainings(), offset in 0u64..900) {
        let (certified, today) = (day("2026-01-20"), day("2026-01-20") + chrono::Days::new(offset));
        let before = Status::of(certified, &several, today);
        several.reverse();
        prop_assert_eq!(Status::of(certified, &several, today), before);
    }

    #[test]
    fn another_trained_quarter_never_takes_a_status_away(several in trainings(), offset in 0u64..900) {
        let (certified, today) = (day("2026-01-20"), day("2026-01-20") + chrono::Days::new(offset));
        let before = Status::of(certified, &several, today);
        let now = Quarter::of(today);
        let more = OfQuarter {
            quarter: now,
            state: State::Closed(Closed::Session(today)),
            until: now.last_day(),
            near: None,
        };
        let mut trained = several.clone();
        trained.push(training("2030-12-31", vec![more]));
        let after = Status::of(certified, &trained, today);
        prop_assert!(!before.is_valid() || after.is_valid());
        if let (Status::Valid(before), Status::Valid(after)) = (before, after) {
            prop_assert!(after >= before);
        }
    }

    #[test]
    fn a_status_that_holds_says_a_day_that_is_not_past(several in trainings(), offset in 0u64..900) {
        let (certified, today) = (day("2026-01-20"), day("2026-01-20") + chrono::Days::new(offset));
        if let Status::Valid(until) = Status::of(certified, &several, today) {
            prop_assert!(until >= today);
        }
    }
}

proptest! {
    /// The registry asks the database by this day: it must say the same as the rule.
    #[test]
    fn m10_without_training_the_date_of_the_certificate_alone_decides(certified in 0..2_000u64, later in 0..400u64) {
        let certified = day("2024-01-01") + chrono::Days::new(certified);
        let today = certified + chrono::Days::new(later);
        let holds = Status::of(certified, &[], today).is_valid();
        prop_assert_eq!(holds, certified >= Status::holds_since(today), "{} {}", certified, today);
    }
}
