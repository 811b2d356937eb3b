//! What is said of quarters holds for any start, any order and any year.

use super::super::{Quarter, TrainingRule};
use super::*;
use crate::kernel::{Moment, ZoneName};
use chrono::{Days, NaiveTime};
use proptest::prelude::*;

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn quarter(text: &str) -> Quarter {
    Quarter::parse(text).unwrap()
}

fn visit(on: &str, in_person: bool, minutes: i32) -> Visit {
    Visit { on: date(on), activity: ActivityId(1), in_person, minutes: Minutes(minutes), elsewhere: false }
}

#[test]
fn a_visit_in_another_edition_closes_its_quarter_and_is_no_first_hour() {
    let stay = Stay { starts_on: date("2026-01-12"), left_on: None, ends_on: date("2026-12-31") };
    let there = Visit { elsewhere: true, ..visit("2026-05-21", true, 120) };
    let standing = Standing::of(&TrainingRule::usual(), stay, (&[there], &[]), date("2026-07-10"));
    let states: Vec<State> = standing.quarters.iter().map(|one| one.state).collect();
    let closed = State::Closed(Closed::Session(there.on));
    assert_eq!(states, [State::Missed, closed, State::Due], "its own quarter and no other");
    assert_eq!(standing.initial.unwrap().have, Minutes::ZERO);
    let online = Visit { in_person: false, ..there };
    let standing = Standing::of(&TrainingRule::usual(), stay, (&[online], &[]), date("2026-07-10"));
    assert_eq!(standing.quarters[1].state, State::Missed, "online closes nothing there either");
}

fn made_up(quarter_of: &str, on: &str) -> MakeUp {
    let (minutes, credited) = (Minutes(60), Minutes::ZERO);
    let quarter = quarter(quarter_of);
    MakeUp { quarter, activity: None, in_person: true, minutes, credited, on: date(on) }
}

/// Somebody of a year who starts on a day.
fn year(starts_on: &str) -> Stay {
    Stay { starts_on: date(starts_on), left_on: None, ends_on: date("2026-12-31") }
}

fn states(stay: Stay, visits: &[Visit], make_ups: &[MakeUp], today: &str) -> Vec<State> {
    let standing = Standing::of(&TrainingRule::usual(), stay, (visits, make_ups), date(today));
    standing.quarters.iter().map(|one| one.state).collect()
}

fn session(on: &str) -> State {
    State::Closed(Closed::Session(date(on)))
}

#[test]
fn two_sessions_of_an_hour_complete_the_first_training_and_an_hour_and_three_quarters_does_not() {
    let initial = |visits: &[Visit]| {
        let standing =
            Standing::of(&TrainingRule::usual(), year("2026-01-12"), (visits, &[]), date("2026-02-01"));
        let initial = standing.initial.unwrap();
        (initial.have.0, initial.is_complete())
    };
    assert_eq!(initial(&[visit("2026-01-13", true, 60), visit("2026-01-20", true, 60)]), (120, true));
    assert_eq!(initial(&[visit("2026-01-13", true, 60), visit("2026-01-20", true, 45)]), (105, false));
    let online = [visit("2026-01-13", true, 60), visit("2026-01-20", false, 600)];
    assert_eq!(initial(&online), (60, false), "online never counts");
    let first = [visit("2026-01-13", true, 60)];
    let with = |in_person| {
        let made_up = MakeUp { in_person, credited: Minutes(60), ..made_up("2026-1", "2026-01-30") };
        let stay = year("2026-01-12");
        Standing::of(&TrainingRule::usual(), stay, (&first, &[made_up]), date("2026-02-01")).initial
    };
    assert_eq!(with(true).map(|initial| initial.have), Some(Minutes(120)), "what the ledger credits counts");
    assert_eq!(with(false).map(|initial| initial.have), Some(Minutes(60)));
    let none = TrainingRule { initial: Minutes::ZERO, ..TrainingRule::usual() };
    let standing = Standing::of(&none, year("2026-01-12"), (&[], &[]), date("2026-02-01"));
    assert_eq!(standing.initial, None);
}

#[test]
fn who_starts_in_february_has_the_first_quarter_as_due() {
    let stay = year("2026-02-10");
    assert_eq!(states(stay, &[], &[], "2026-03-31"), [State::Due]);
    assert_eq!(states(stay, &[], &[], "2026-04-01"), [State::Missed, State::Due]);
    let met = [visit("2026-03-31", true, 1)];
    assert_eq!(states(stay, &met, &[], "2026-04-01"), [session("2026-03-31"), State::Due]);
}

#[test]
fn two_sessions_in_one_quarter_do_not_cover_another() {
    let twice = [visit("2026-01-20", true, 90), visit("2026-03-20", true, 90)];
    assert_eq!(
        states(year("2026-01-01"), &twice, &[], "2026-07-01"),
        [session("2026-01-20"), State::Missed, State::Due]
    );
}

#[test]
fn online_and_too_short_close_nothing_and_are_named() {
    let rule = TrainingRule { least: Minutes(30), ..TrainingRule::usual() };
    let near = |visits: &[Visit]| {
        let standing = Standing::of(&rule, year("2026-01-01"), (visits, &[]), date("2026-04-01"));
        (standing.quarters[0].state, standing.quarters[0].near)
    };
    let online = visit("2026-02-03", false, 90);
    assert_eq!(near(&[online]), (State::Missed, Some(Near::Online(date("2026-02-03")))));
    let short = visit("2026-02-10", true, 29);
    let named = Near::Short(date("2026-02-10"), Minutes(29));
    assert_eq!(near(&[online, short]), (State::Missed, Some(named)));
    assert_eq!(near(&[online, short, visit("2026-03-01", true, 30)]), (session("2026-03-01"), None));
    assert_eq!(near(&[]), (State::Missed, None));
}

#[test]
fn only_chosen_activities_close_a_quarter_but_every_hour_counts_for_the_first_training() {
    let rule = TrainingRule { activities: vec![ActivityId(2)], ..TrainingRule::usual() };
    let orientation = [visit("2026-01-13", true, 120)];
    let standing = Standing::of(&rule, year("2026-01-01"), (&orientation, &[]), date("2026-04-01"));
    assert_eq!(standing.quarters[0].state, State::Missed);
    assert!(standing.initial.unwrap().is_complete());
    assert!(standing.needs_training());
}

#[test]
fn a_make_up_closes_its_own_quarter_only_and_only_in_person() {
    let late = [made_up("2026-1", "2026-05-05")];
    let made = State::Closed(Closed::MakeUp(date("2026-05-05")));
    assert_eq!(states(year("2026-01-01"), &[], &late, "2026-07-01"), [made, State::Missed, State::Due]);
    let other = TrainingRule { activities: vec![ActivityId(2)], ..TrainingRule::usual() };
    let missed = [MakeUp { activity: Some(ActivityId(1)), ..late[0] }];
    let standing = Standing::of(&other, year("2026-01-01"), (&[], &missed), date("2026-07-01"));
    assert_eq!(standing.quarters[0].state, State::Missed, "that session does not count for a quarter");
    let online = [MakeUp { in_person: false, ..late[0] }];
    assert_eq!(states(year("2026-01-01"), &[], &online, "2026-04-01"), [State::Missed, State::Due]);
}

#[test]
fn nothing_is_asked_after_somebody_left_or_after_the_edition() {
    let stay = Stay { left_on: Some(date("2026-05-15")), ..year("2026-01-01") };
    assert_eq!(
        states(stay, &[], &[], "2026-12-31"),
        [State::Missed, State::NotAsked, State::NotAsked, State::NotAsked]
    );
    let met = [visit("2026-04-20", true, 60)];
    assert_eq!(states(stay, &met, &[], "2026-06-30"), [State::Missed, session("2026-04-20")]);
    let short = Stay { ends_on: date("2026-05-20"), ..year("2026-01-01") };
    assert_eq!(states(short, &[], &[], "2026-05-20"), [State::Missed, State::Due]);
    assert_eq!(states(short, &[], &[], "2027-05-20"), [State::Missed, State::Missed]);
    let late = Stay { starts_on: date("2026-06-01"), ..short };
    assert_eq!(states(late, &[], &[], "2026-07-01"), [], "nobody starts after the end");
    let off = TrainingRule { quarterly: false, ..TrainingRule::usual() };
    assert_eq!(Standing::of(&off, year("2026-01-01"), (&[], &[]), date("2026-12-31")).quarters, []);
}

fn any_date() -> impl Strategy<Value = NaiveDate> {
    (0u64..4_000).prop_map(|days| date("2023-01-01").checked_add_days(Days::new(days)).unwrap())
}

fn any_visits() -> impl Strategy<Value = Vec<Visit>> {
    let one = (any_date(), any::<bool>(), 0..200i32).prop_map(|(on, in_person, minutes)| Visit {
        on,
        activity: ActivityId(1),
        in_person,
        minutes: Minutes(minutes),
        elsewhere: false,
    });
    proptest::collection::vec(one, 0..12)
}

fn any_make_ups() -> impl Strategy<Value = Vec<MakeUp>> {
    let one = (any_date(), any::<bool>(), any_date()).prop_map(|(missed, in_person, on)| MakeUp {
        quarter: Quarter::of(missed),
        activity: None,
        in_person,
        minutes: Minutes(60),
        credited: Minutes(60),
        on,
    });
    proptest::collection::vec(one, 0..6)
}

fn any_stay() -> impl Strategy<Value = Stay> {
    (any_date(), 0u64..1_500, proptest::option::of(any_date())).prop_map(|(starts_on, days, left_on)| Stay {
        starts_on,
        left_on,
        ends_on: starts_on.checked_add_days(Days::new(days)).unwrap(),
    })
}

proptest! {
    #[test]
    fn each_quarter_stands_alone(
        stay in any_stay(), visits in any_visits(), make_ups in any_make_ups(), today in any_date(),
    ) {
        let rule = TrainingRule::usual();
        let standing = Standing::of(&rule, stay, (&visits, &make_ups), today);
        for one in &standing.quarters {
            let here: Vec<Visit> =
                visits.iter().copied().filter(|visit| Quarter::of(visit.on) == one.quarter).collect();
            let own: Vec<MakeUp> = make_ups.iter().copied().filter(|made| made.quarter == one.quarter).collect();
            let alone = Standing::of(&rule, stay, (&here, &own), today);
            prop_assert_eq!(alone.quarter(one.quarter), Some(one), "what else was done does not matter");
            let closes = here.iter().any(|visit| visit.in_person && visit.minutes > Minutes::ZERO)
                || own.iter().any(|made| made.in_person);
            prop_assert_eq!(matches!(one.state, State::Closed(_)), closes);
        }
    }

    #[test]
    fn the_order_of_what_was_done_never_matters(
        stay in any_stay(), visits in any_visits(), make_ups in any_make_ups(), today in any_date(),
    ) {
        let rule = TrainingRule { least: Minutes(45), ..TrainingRule::usual() };
        let (mut turned, mut made) = (visits.clone(), make_ups.clone());
        turned.reverse();
        made.reverse();
        prop_assert_eq!(
            Standing::of(&rule, stay, (&visits, &make_ups), today),
            Standing::of(&rule, stay, (&turned, &made), today)
        );
    }

    #[test]
    fn quarters_follow_one_another_from_the_start_to_today(stay in any_stay(), today in any_date()) {
        let standing = Standing::of(&TrainingRule::usual(), stay, (&[], &[]), today);
        let quarters: Vec<Quarter> = standing.quarters.iter().map(|one| one.quarter).collect();
        let last = Quarter::of(today.min(stay.ends_on));
        let expected: Vec<Quarter> = Quarter::span(Quarter::of(stay.starts_on), last).collect();
        prop_assert_eq!(quarters, expected);
        for one in &standing.quarters {
            let left = stay.left_on.is_some_and(|left| left <= one.until);
            let state = match today > one.until {
                _ if left => State::NotAsked,
                true => State::Missed,
                false => State::Due,
            };
            prop_assert_eq!(one.state, state);
        }
        prop_assert!(standing.quarters.iter().filter(|one| one.state == State::Due).count() <= 1);
    }

    #[test]
    fn online_changes_nothing(stay in any_stay(), visits in any_visits(), today in any_date()) {
        let rule = TrainingRule::usual();
        let room: Vec<Visit> = visits.iter().copied().filter(|visit| visit.in_person).collect();
        let (all, only) = (
            Standing::of(&rule, stay, (&visits, &[]), today),
            Standing::of(&rule, stay, (&room, &[]), today),
        );
        prop_assert_eq!(all.initial, only.initial);
        let states = |standing: &Standing| standing.quarters.iter().map(|one| one.state).collect::<Vec<_>>();
        prop_assert_eq!(states(&all), states(&only));
    }

    #[test]
    fn half_past_eleven_on_the_last_evening_closes_that_quarter_in_any_zone(
        stay in any_stay(), zone in proptest::sample::select(chrono_tz::TZ_VARIANTS.to_vec()),
    ) {
        let zone = ZoneName(zone);
        let last = Quarter::of(stay.starts_on).last_day();
        let stay = Stay { left_on: None, ends_on: stay.ends_on.max(last), ..stay };
        let starts_at: Moment = zone.instant(last, NaiveTime::from_hms_opt(23, 30, 0).unwrap());
        prop_assume!(starts_at.date_in(zone) == last);
        let on = starts_at.date_in(zone);
        let (activity, minutes) = (ActivityId(1), Minutes(20));
        let visit = Visit { on, activity, in_person: true, minutes, elsewhere: false };
        // The next morning there, whatever day it is in Greenwich.
        let today = zone.end_of(last).date_in(zone);
        let standing = Standing::of(&TrainingRule::usual(), stay, (&[visit], &[]), today);
        prop_assert_eq!(standing.quarters[0].state, State::Closed(Closed::Session(last)));
    }
}
