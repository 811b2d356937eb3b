//! What being there is worth: minutes of the activity by the share of the session that was attended (L1).
//! Always rounded down, and never more than was planned.

use super::{Mark, Status};
use crate::kernel::{Minutes, SessionId};
use crate::progress::rules::held::shares_with_choice;

/// A session of an activity that was not cancelled, with its length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    /// The session.
    pub session: SessionId,
    /// From its start to its end.
    pub length: Minutes,
    /// Whether people sign up for it: then it is one of several for the same.
    pub by_choice: bool,
}

/// The minutes of a session of this length that a mark says a person was there.
pub fn attended(mark: &Mark, length: Minutes) -> Minutes {
    match mark.status {
        Status::Present => length,
        Status::Late | Status::LeftEarly => {
            let away = i64::from(mark.late.0.max(0)) + i64::from(mark.early.0.max(0));
            Minutes(i32::try_from((i64::from(length.0) - away).max(0)).unwrap_or(0))
        }
        Status::Absent | Status::Excused => Minutes::ZERO,
    }
}

/// The planned minutes of an activity that fall on one of its sessions: by length, and together exactly
/// what was planned. Those for which people sign up stand for one, and each of them is worth all of it. Sessions come in
/// the order they are held.
pub fn share(planned: Minutes, held: &[Held], session: SessionId) -> Minutes {
    let pieces: Vec<(Minutes, bool)> = held.iter().map(|one| (one.length, one.by_choice)).collect();
    let mut each = held.iter().zip(shares_with_choice(planned, &pieces));
    each.find(|(one, _)| one.session == session).map_or(Minutes::ZERO, |(_, share)| share)
}

/// What a mark credits of the session's share of the activity.
pub fn credit(share: Minutes, mark: &Mark, length: Minutes) -> Minutes {
    if length <= Minutes::ZERO {
        return Minutes::ZERO;
    }
    let there = i64::from(attended(mark, length).0);
    let minutes = i64::from(share.0.max(0)) * there / i64::from(length.0);
    Minutes(i32::try_from(minutes).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::super::Presence;
    use super::*;
    use proptest::prelude::*;

    fn mark(status: Status, late: i32, early: i32) -> Mark {
        Mark { late: Minutes(late), early: Minutes(early), ..Mark::of(status, Presence::InPerson) }
    }

    fn one(length: i32) -> [Held; 1] {
        [Held { session: SessionId(1), length: Minutes(length), by_choice: false }]
    }

    #[test]
    fn two_hours_of_three_are_two_hours() {
        let share = share(Minutes(180), &one(180), SessionId(1));
        assert_eq!(credit(share, &mark(Status::LeftEarly, 0, 60), Minutes(180)), Minutes(120));
    }

    #[test]
    fn twenty_minutes_late_of_ninety_leave_seventy() {
        assert_eq!(credit(Minutes(90), &mark(Status::Late, 20, 0), Minutes(90)), Minutes(70));
        // Two academic hours taught in 95 minutes with a break: 75 of 95, rounded down.
        assert_eq!(credit(Minutes(90), &mark(Status::Late, 20, 0), Minutes(95)), Minutes(71));
    }

    #[test]
    fn an_activity_in_three_sessions_is_split_by_their_length_to_the_minute() {
        let held: Vec<Held> = [(1, 60), (2, 60), (3, 55)]
            .map(|(id, length)| Held { session: SessionId(id), length: Minutes(length), by_choice: false })
            .to_vec();
        let shares: Vec<i32> = held.iter().map(|one| share(Minutes(100), &held, one.session).0).collect();
        assert_eq!(shares, [34, 34, 32]);
        assert_eq!(share(Minutes(100), &held, SessionId(9)), Minutes::ZERO);
    }

    #[test]
    fn sessions_for_which_people_sign_up_are_each_worth_the_whole() {
        let piece = |id, by_choice| Held { session: SessionId(id), length: Minutes(90), by_choice };
        let three = [piece(1, true), piece(2, true), piece(3, true)];
        for one in &three {
            assert_eq!(share(Minutes(90), &three, one.session), Minutes(90));
        }
        let mixed = [piece(1, false), piece(2, true), piece(3, true)];
        let shares = [1, 2, 3].map(|id| share(Minutes(180), &mixed, SessionId(id)).0);
        assert_eq!(shares, [90, 90, 90], "the lecture for all and one of the two groups");
    }

    fn any_mark() -> impl Strategy<Value = Mark> {
        (proptest::sample::select(Status::ALL), 0..400i32, 0..400i32)
            .prop_map(|(status, late, early)| mark(status, late, early))
    }

    proptest! {
        #[test]
        fn never_negative_and_never_more_than_planned(
            planned in 0..1000i32,
            lengths in proptest::collection::vec(1..400i32, 1..8),
            marks in proptest::collection::vec(any_mark(), 8),
        ) {
            let held: Vec<Held> = (1..).zip(&lengths)
                .map(|(id, length)| Held { session: SessionId(id), length: Minutes(*length), by_choice: false }).collect();
            let shares: Minutes = held.iter().map(|one| share(Minutes(planned), &held, one.session)).sum();
            prop_assert_eq!(shares, Minutes(planned));
            let credits: Vec<Minutes> = held.iter().zip(&marks)
                .map(|(one, mark)| credit(share(Minutes(planned), &held, one.session), mark, one.length)).collect();
            prop_assert!(credits.iter().all(|minutes| minutes.0 >= 0));
            prop_assert!(credits.into_iter().sum::<Minutes>() <= Minutes(planned));
        }

        #[test]
        fn who_was_away_all_the_time_gets_nothing(length in 1..400i32, late in 0..400i32, more in 0..200i32) {
            let mark = mark(Status::Late, late, (length - late).max(0) + more);
            prop_assert_eq!(credit(Minutes(90), &mark, Minutes(length)), Minutes::ZERO);
        }

        #[test]
        fn a_minute_less_never_gives_more(length in 1..400i32, late in 0..400i32, early in 0..400i32, more in 1..60i32) {
            let at = |late, early| credit(Minutes(135), &mark(Status::Late, late, early), Minutes(length));
            prop_assert!(at(late + more, early) <= at(late, early));
            prop_assert!(at(late, early + more) <= at(late, early));
            prop_assert!(at(late, early) <= credit(Minutes(135), &mark(Status::Present, 0, 0), Minutes(length)));
        }
    }
}
