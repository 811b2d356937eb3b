//! Who is warned about missed sessions (L10), and of which.
//!
//! Missed is what the sheet says «absent» of: neither what was excused, nor what nobody marked, nor what was made up for,
//! nor what the person told about in time or what still waits for the trainer's decision. Such sessions are passed over:
//! they neither belong to a row of missed ones nor end it. A row ends with a session that was attended, if only in part.

use super::ReminderRule;
use crate::attendance::rules::Status;
use crate::kernel::{Moment, SessionId};
use crate::progress::rules::held::SoFar;
use std::collections::HashSet;

/// The share is compared once a person has so many sessions behind them, attended or missed: after the first one it is
/// all or nothing.
pub const FEWEST_SITTINGS: usize = 2;

/// What is known of one person in one session that is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Known {
    /// What the sheet says; nothing where nobody marked the person.
    pub mark: Option<Status>,
    /// Whether something that holds has made up for it.
    pub made_up: bool,
    /// Whether the person told of it and was not refused.
    pub told: bool,
}

/// What a session was to somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// They were there for some of it.
    Attended,
    /// They were not, and nothing excuses it or makes up for it.
    Missed,
    /// Neither counts: excused, not marked, made up for, or waiting for a decision.
    Passed,
}

impl Known {
    /// What the session was to the person.
    pub fn outcome(self) -> Outcome {
        match self.mark {
            Some(Status::Present | Status::Late | Status::LeftEarly) => Outcome::Attended,
            Some(Status::Absent) if !self.made_up && !self.told => Outcome::Missed,
            Some(Status::Absent | Status::Excused) | None => Outcome::Passed,
        }
    }
}

/// What somebody told about missing a session, as far as it decides anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// Whether it was told after the start.
    pub late: bool,
    /// What was decided over a late one.
    pub accepted: Option<bool>,
}

impl Word {
    /// Whether the person is not expected: it was told before the start, or accepted afterwards (L5).
    pub fn excuses(self) -> bool {
        !self.late || self.accepted == Some(true)
    }

    /// Whether the session is not called missed: the person is excused, or the trainer has not decided yet.
    pub fn shields(self) -> bool {
        !self.late || self.accepted != Some(false)
    }
}

/// A session of somebody that is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sitting {
    /// The session.
    pub session: SessionId,
    /// When it began.
    pub starts_at: Moment,
    /// What it was to the person.
    pub outcome: Outcome,
}

/// The sessions of somebody that are over, as they followed one another, however they were given.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Record(Vec<Sitting>);

impl Record {
    /// The record of these.
    pub fn of(mut sittings: Vec<Sitting>) -> Record {
        sittings.sort_by_key(|one| (one.starts_at, one.session));
        Record(sittings)
    }

    /// The missed sessions, the oldest first.
    pub fn missed(&self) -> Vec<SessionId> {
        self.0.iter().filter(|one| one.outcome == Outcome::Missed).map(|one| one.session).collect()
    }

    /// How many were missed since the last one attended.
    pub fn in_a_row(&self) -> i32 {
        let since = self.0.iter().rev().take_while(|one| one.outcome != Outcome::Attended);
        i32::try_from(since.filter(|one| one.outcome == Outcome::Missed).count()).unwrap_or(i32::MAX)
    }

    /// How many were attended or missed.
    fn settled(&self) -> usize {
        self.0.iter().filter(|one| one.outcome != Outcome::Passed).count()
    }
}

/// Why somebody is warned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Why {
    /// The share attended is below the rule's.
    pub by_share: bool,
    /// So many were missed in a row, where that is as many as the rule waits for.
    pub in_a_row: Option<i32>,
}

/// Whether somebody is to be warned, and why. Without a missed session there is nothing to name, and nobody is.
pub fn why(rule: &ReminderRule, record: &Record, so_far: SoFar) -> Option<Why> {
    if record.missed().is_empty() {
        return None;
    }
    let below = rule.share.zip(so_far.share()).is_some_and(|(least, share)| share < least);
    let by_share = below && record.settled() >= FEWEST_SITTINGS;
    let row = record.in_a_row();
    let in_a_row = rule.in_a_row.filter(|least| row >= *least).map(|_| row);
    (by_share || in_a_row.is_some()).then_some(Why { by_share, in_a_row })
}

/// Whether these missed sessions are worth a letter: one of them was named in none before.
pub fn is_news(missed: &[SessionId], named: &HashSet<SessionId>) -> bool {
    missed.iter().any(|session| !named.contains(session))
}

/// How a set of sessions is written down, so that the same set is the same text.
pub fn as_key(missed: &[SessionId]) -> String {
    let mut ids: Vec<i64> = missed.iter().map(|session| session.0).collect();
    ids.sort_unstable();
    ids.dedup();
    ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::{Minutes, Permille};
    use proptest::prelude::*;

    fn record(outcomes: &[Outcome]) -> Record {
        let start = Moment::parse("2026-09-15T06:00:00Z").unwrap();
        let sitting = |(number, outcome): (i64, &Outcome)| Sitting {
            session: SessionId(number),
            starts_at: start.plus_minutes(number * 1440),
            outcome: *outcome,
        };
        Record::of((1..).zip(outcomes).map(sitting).collect())
    }

    fn rule(share: Option<i32>, in_a_row: Option<i32>) -> ReminderRule {
        ReminderRule { leads: vec![24], share: share.map(Permille), in_a_row }
    }

    fn so_far(attended: i32, held: i32) -> SoFar {
        SoFar { attended: Minutes(attended), held: Minutes(held) }
    }

    use Outcome::{Attended, Missed, Passed};

    #[test]
    fn only_an_absence_that_nothing_speaks_for_is_missed() {
        let marked = |mark| Known { mark: Some(mark), ..Known::default() }.outcome();
        assert_eq!(marked(Status::Absent), Missed);
        assert_eq!(marked(Status::Excused), Passed);
        for there in [Status::Present, Status::Late, Status::LeftEarly] {
            assert_eq!(marked(there), Attended);
        }
        assert_eq!(Known::default().outcome(), Passed, "nobody marked it");
        let absent = Known { mark: Some(Status::Absent), ..Known::default() };
        assert_eq!(Known { made_up: true, ..absent }.outcome(), Passed);
        assert_eq!(Known { told: true, ..absent }.outcome(), Passed);
    }

    #[test]
    fn a_word_in_time_excuses_and_a_late_one_shields_until_it_is_refused() {
        let word = |late, accepted| Word { late, accepted };
        assert!(word(false, None).excuses() && word(false, None).shields());
        assert!(!word(true, None).excuses() && word(true, None).shields(), "the trainer has not decided");
        assert!(word(true, Some(true)).excuses() && word(true, Some(true)).shields());
        assert!(!word(true, Some(false)).excuses() && !word(true, Some(false)).shields());
    }

    #[test]
    fn a_row_is_ended_by_attendance_and_by_nothing_else() {
        assert_eq!(record(&[Missed, Attended, Missed, Passed, Missed]).in_a_row(), 2);
        assert_eq!(record(&[Missed, Missed, Attended]).in_a_row(), 0);
        assert_eq!(record(&[Passed, Passed]).in_a_row(), 0);
        assert_eq!(record(&[]).in_a_row(), 0);
    }

    #[test]
    fn each_threshold_warns_by_itself_and_can_be_off() {
        let twice = record(&[Attended, Missed, Missed]);
        assert_eq!(why(&rule(None, None), &twice, so_far(90, 270)), None);
        assert_eq!(
            why(&rule(None, Some(2)), &twice, so_far(90, 270)),
            Some(Why { by_share: false, in_a_row: Some(2) })
        );
        assert_eq!(why(&rule(None, Some(3)), &twice, so_far(90, 270)), None);
        assert_eq!(
            why(&rule(Some(800), Some(3)), &twice, so_far(90, 270)),
            Some(Why { by_share: true, in_a_row: None })
        );
        assert_eq!(why(&rule(Some(333), None), &twice, so_far(90, 270)), None, "333 is not below 333");
    }

    #[test]
    fn the_share_is_not_compared_after_the_first_session_and_warns_nobody_who_missed_nothing() {
        assert_eq!(why(&rule(Some(800), None), &record(&[Missed]), so_far(0, 90)), None);
        assert_eq!(why(&rule(Some(800), None), &record(&[Missed, Passed]), so_far(0, 180)), None);
        assert!(why(&rule(Some(800), None), &record(&[Missed, Missed]), so_far(0, 180)).is_some());
        let excused = record(&[Attended, Passed, Passed]);
        assert_eq!(why(&rule(Some(800), Some(1)), &excused, so_far(90, 270)), None, "all were excused");
        assert_eq!(
            why(&rule(Some(800), None), &record(&[Missed, Missed]), so_far(0, 0)),
            None,
            "nothing is held"
        );
    }

    #[test]
    fn the_same_absences_are_said_once_and_a_new_one_anew() {
        let named = HashSet::from([SessionId(1), SessionId(2)]);
        assert!(!is_news(&[SessionId(1), SessionId(2)], &named));
        assert!(!is_news(&[SessionId(2)], &named), "one was made up for since");
        assert!(is_news(&[SessionId(2), SessionId(3)], &named));
        assert_eq!(as_key(&[SessionId(10), SessionId(9)]), as_key(&[SessionId(9), SessionId(10)]));
        assert_ne!(as_key(&[SessionId(1), SessionId(2)]), as_key(&[SessionId(12)]));
    }

    fn any_outcome() -> impl Strategy<Value = Outcome> {
        proptest::sample::select(vec![Attended, Missed, Passed])
    }

    proptest! {
        #[test]
        fn the_order_in_which_marks_came_never_matters(
            outcomes in proptest::collection::vec(any_outcome(), 0..12),
            seed in any::<u64>(),
            attended in 0..1000i32,
        ) {
            let sorted = record(&outcomes);
            let mut shuffled = sorted.0.clone();
            crate::kernel::Dice::of(seed).shuffle(&mut shuffled);
            let shuffled = Record::of(shuffled);
            prop_assert_eq!(&shuffled, &sorted);
            let rule = rule(Some(800), Some(2));
            prop_assert_eq!(
                why(&rule, &shuffled, so_far(attended, 1000)),
                why(&rule, &sorted, so_far(attended, 1000))
            );
        }

        #[test]
        fn what_was_excused_not_marked_or_made_up_never_counts(
            outcomes in proptest::collection::vec(any_outcome(), 0..12),
            attended in 0..1000i32,
            share in 1..1000i32,
            row in 1..5i32,
        ) {
            let all = record(&outcomes);
            let kept: Vec<Sitting> = all.0.iter().copied().filter(|one| one.outcome != Passed).collect();
            let without = Record::of(kept);
            prop_assert_eq!(all.missed(), without.missed());
            prop_assert_eq!(all.in_a_row(), without.in_a_row());
            let rule = rule(Some(share), Some(row));
            prop_assert_eq!(why(&rule, &all, so_far(attended, 1000)), why(&rule, &without, so_far(attended, 1000)));
        }

        #[test]
        fn attending_one_more_never_makes_a_warning(
            outcomes in proptest::collection::vec(any_outcome(), 1..12),
            place in 0..12usize,
            row in 1..5i32,
        ) {
            let mut better = outcomes.clone();
            if let Some(one) = better.get_mut(place) {
                *one = Attended;
            }
            let rule = rule(None, Some(row));
            let warned = |outcomes: &[Outcome]| why(&rule, &record(outcomes), SoFar::default()).is_some();
            prop_assert!(warned(&outcomes) || !warned(&better));
        }
    }
}
