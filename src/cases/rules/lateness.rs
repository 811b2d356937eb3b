//! What becomes of a work that comes late, by the rule of the setup.

use super::setup::{CaseSetup, LateRule};
use crate::kernel::{Moment, Permille};

/// How a work stands to its deadline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lateness {
    /// It is in time.
    InTime,
    /// It is taken, and loses this share of its points.
    Late {
        /// Of its points; nothing when it is only marked as late.
        deduction: Permille,
    },
    /// It is not taken any more.
    Refused,
}

impl Lateness {
    /// Whether it is taken but late.
    pub fn is_late(self) -> bool {
        matches!(self, Lateness::Late { .. })
    }

    /// The share of its points that it loses.
    pub fn deduction(self) -> Permille {
        match self {
            Lateness::Late { deduction } => deduction,
            _ => Permille(0),
        }
    }
}

/// How a work that is handed in now stands to its deadline. The deadline itself is already late.
pub fn lateness(setup: &CaseSetup, due: Moment, now: Moment) -> Lateness {
    if now < due {
        return Lateness::InTime;
    }
    let nothing = Lateness::Late { deduction: Permille(0) };
    match setup.late {
        LateRule::Accepted => nothing,
        LateRule::Refused if now >= closes_at(setup, due) => Lateness::Refused,
        LateRule::Refused => nothing,
        LateRule::Deducted => Lateness::Late { deduction: deduction(setup, due, now) },
    }
}

/// The first instant at which a work is not taken any more by a rule that refuses.
pub fn closes_at(setup: &CaseSetup, due: Moment) -> Moment {
    due.plus_minutes(i64::from(setup.late_days) * 24 * 60)
}

/// So many thousandths for each day of 24 hours that has begun, but never more than the most.
fn deduction(setup: &CaseSetup, due: Moment, now: Moment) -> Permille {
    let days = due.seconds_until(now) / (24 * 60 * 60) + 1;
    let whole = days.saturating_mul(i64::from(setup.late_per_day.0));
    let most = i64::from(setup.late_most.0.clamp(0, 1000));
    Permille(i32::try_from(whole.clamp(0, most)).unwrap_or(1000))
}

/// Points after what lateness takes off. What is taken off is rounded down, in the author's favour.
pub fn after_lateness(points: u32, deduction: Permille) -> u32 {
    let share = u64::try_from(deduction.0.clamp(0, 1000)).unwrap_or_default();
    let off = u64::from(points) * share / 1000;
    points.saturating_sub(u32::try_from(off).unwrap_or(points))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(text: &str) -> Moment {
        Moment::parse(text).unwrap()
    }

    fn setup(late: LateRule) -> CaseSetup {
        let (late_per_day, late_most) = (Permille(100), Permille(250));
        CaseSetup { late, late_per_day, late_most, late_days: 2, ..CaseSetup::default() }
    }

    #[test]
    fn each_rule_says_what_becomes_of_a_late_work() {
        let due = at("2026-09-15T16:00:00Z");
        let said = |rule, now: &str| lateness(&setup(rule), due, at(now));
        let late = |share| Lateness::Late { deduction: Permille(share) };
        assert_eq!(said(LateRule::Refused, "2026-09-15T15:59:59Z"), Lateness::InTime);
        assert_eq!(said(LateRule::Accepted, "2026-09-15T16:00:00Z"), late(0));
        assert_eq!(said(LateRule::Accepted, "2026-11-15T16:00:00Z"), late(0));
        assert_eq!(said(LateRule::Deducted, "2026-09-15T16:00:00Z"), late(100), "the first day has begun");
        assert_eq!(said(LateRule::Deducted, "2026-09-16T15:59:59Z"), late(100));
        assert_eq!(said(LateRule::Deducted, "2026-09-16T16:00:00Z"), late(200));
        assert_eq!(said(LateRule::Deducted, "2026-09-25T16:00:00Z"), late(250), "never more than the most");
        assert_eq!(said(LateRule::Refused, "2026-09-17T15:59:59Z"), late(0));
        assert_eq!(said(LateRule::Refused, "2026-09-17T16:00:00Z"), Lateness::Refused);
    }

    proptest! {
        #[test]
        fn a_later_work_never_loses_less_and_never_gains(points in 0..10_000u32, one in 0..1001i32, more in 0..1001i32) {
            let (less, most) = (one.min(more), one.max(more));
            let (kept, left) = (after_lateness(points, Permille(less)), after_lateness(points, Permille(most)));
            prop_assert!(left <= kept && kept <= points);
            prop_assert!(u64::from(points - left) * 1000 <= u64::from(points) * u64::try_from(most).unwrap());
            prop_assert_eq!(after_lateness(points, Permille(0)), points);
            prop_assert_eq!(after_lateness(points, Permille::WHOLE), 0);
        }
    }
}
