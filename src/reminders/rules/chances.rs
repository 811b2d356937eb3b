//! How many sessions can still be missed until the document is out of reach (L10).
//!
//! The share that decides may be of all that is planned or of what is held in the end, by the edition's own rule. What is
//! over and not marked may still turn out attended. The longest sessions ahead are counted first: whichever are missed,
//! so many can be.

use crate::editions::rules::AttendanceBase;
use crate::kernel::{Minutes, Permille};

/// What somebody has attended, and what is still ahead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attending {
    /// Attended of what was held and marked.
    pub attended: Minutes,
    /// Held and marked.
    pub marked: Minutes,
    /// Over, marked or not.
    pub over: Minutes,
    /// All that is planned.
    pub planned: Minutes,
    /// The sessions that are not over, each with its share of the plan.
    pub ahead: Vec<Minutes>,
}

/// What can still become of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chances {
    /// The share the document asks for.
    pub needed: Permille,
    /// How many sessions are ahead.
    pub ahead: usize,
    /// How many of them can be missed, whichever.
    pub spare: usize,
    /// What is missing even when all of them are attended; nothing while it can be reached.
    pub short: Minutes,
}

impl Chances {
    /// The chances by what decides.
    pub fn of(base: AttendanceBase, needed: Permille, so: &Attending) -> Chances {
        let ahead = so.ahead.iter().map(|share| i64::from(share.0.max(0)));
        let to_come: i64 = ahead.clone().sum();
        let (marked, over) = (i64::from(so.marked.0), i64::from(so.over.0));
        let whole = match base {
            AttendanceBase::Planned => i64::from(so.planned.0),
            AttendanceBase::Held => over + to_come,
        };
        let possible = (whole - marked).max(0);
        // Rounded up: a share just under the threshold does not reach it.
        let enough = (whole * i64::from(needed.0) + 999) / 1000;
        let slack = i64::from(so.attended.0) + possible - enough;
        let mut longest: Vec<i64> = ahead.collect();
        longest.sort_unstable_by(|a, b| b.cmp(a));
        let mut left = slack;
        let fits = |length: &i64| {
            left -= length;
            left >= 0
        };
        Chances {
            needed,
            ahead: longest.len(),
            spare: longest.iter().copied().take_while(fits).count(),
            short: Minutes(i32::try_from((-slack).max(0)).unwrap_or(i32::MAX)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn so(attended: i32, over: i32, planned: i32, ahead: &[i32]) -> Attending {
        let over = Minutes(over);
        let ahead = ahead.iter().map(|share| Minutes(*share)).collect();
        Attending { attended: Minutes(attended), marked: over, over, planned: Minutes(planned), ahead }
    }

    #[test]
    fn ten_sessions_of_which_eight_are_asked_leave_two_to_miss() {
        let chances = |attended, over, ahead: &[i32]| {
            let chances =
                Chances::of(AttendanceBase::Planned, Permille::percent(80), &so(attended, over, 900, ahead));
            (chances.spare, chances.short.0)
        };
        assert_eq!(chances(0, 0, &[90; 10]), (2, 0));
        assert_eq!(chances(0, 90, &[90; 9]), (1, 0), "one is missed");
        assert_eq!(chances(0, 180, &[90; 8]), (0, 0), "two are missed: every other one is needed");
        assert_eq!(chances(0, 270, &[90; 7]), (0, 90), "three are: an hour and a half has to be made up for");
        assert_eq!(chances(630, 810, &[90]), (0, 0));
        assert_eq!(chances(720, 810, &[90]), (1, 0));
    }

    #[test]
    fn of_what_is_held_only_what_has_a_session_counts_and_what_is_not_marked_may_be_attended() {
        let of = |base, so: &Attending| Chances::of(base, Permille::percent(50), so);
        let half = so(90, 180, 900, &[90, 90]);
        assert_eq!(of(AttendanceBase::Held, &half).spare, 1);
        let unmarked = Attending { marked: Minutes(90), ..half };
        assert_eq!(of(AttendanceBase::Held, &unmarked).spare, 2, "the sheet may still say «present»");
    }

    #[test]
    fn the_longest_are_counted_first() {
        let chances =
            Chances::of(AttendanceBase::Planned, Permille::percent(50), &so(0, 0, 400, &[60, 240, 100]));
        assert_eq!((chances.spare, chances.ahead), (0, 3), "200 can be missed, the one of 240 cannot");
    }

    proptest! {
        #[test]
        fn whichever_are_missed_the_share_is_reached(
            lengths in proptest::collection::vec(1..400i32, 1..8),
            needed in 0..=1000i32,
            missed in 0..8usize,
        ) {
            let planned: i32 = lengths.iter().sum();
            let chances = Chances::of(AttendanceBase::Planned, Permille(needed), &so(0, 0, planned, &lengths));
            prop_assert_eq!(chances.short, Minutes::ZERO);
            let lost: i32 = lengths.iter().cycle().skip(missed).take(chances.spare).sum();
            prop_assert!(Permille::of((planned - lost).into(), planned.into()) >= Permille(needed));
        }
    }
}
