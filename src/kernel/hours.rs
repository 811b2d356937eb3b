//! Time spent learning: whole minutes inside, academic hours on paper.

use serde::{Deserialize, Serialize};
use std::iter::Sum;
use std::ops::{Add, Sub};

/// A length in whole minutes. May be negative in the ledger, where a correction takes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Minutes(pub i32);

impl Minutes {
    /// No time at all.
    pub const ZERO: Minutes = Minutes(0);

    /// Whole academic hours in this time, **rounded down**: paper never overstates what was taught. Minutes are added up
    /// first and made into hours once, when they are printed; parts that were rounded apart would lose time. This and
    /// [`Minutes::academic_tenths`] are the only places that divide by an academic hour; a test looks for others. The
    /// length of an academic hour is a setting of the programme (45 minutes by custom of Russian additional education).
    pub fn academic_hours(self, academic_hour: Minutes) -> AcademicHours {
        AcademicHours(self.0.div_euclid(academic_hour.0.max(1)))
    }

    /// Academic hours with one decimal, rounded down, for progress bars: 67 minutes → `1.4`.
    pub fn academic_tenths(self, academic_hour: Minutes) -> i32 {
        (self.0 * 10).div_euclid(academic_hour.0.max(1))
    }
}

impl Add for Minutes {
    type Output = Minutes;
    fn add(self, other: Minutes) -> Minutes {
        Minutes(self.0 + other.0)
    }
}

impl Sub for Minutes {
    type Output = Minutes;
    fn sub(self, other: Minutes) -> Minutes {
        Minutes(self.0 - other.0)
    }
}

impl Sum for Minutes {
    fn sum<I: Iterator<Item = Minutes>>(iter: I) -> Minutes {
        Minutes(iter.map(|minutes| minutes.0).sum())
    }
}

/// Whole academic hours, as programmes declare them and papers print them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AcademicHours(pub i32);

impl AcademicHours {
    /// The minutes these hours stand for.
    pub fn minutes(self, academic_hour: Minutes) -> Minutes {
        Minutes(self.0 * academic_hour.0)
    }
}

impl Sum for AcademicHours {
    fn sum<I: Iterator<Item = AcademicHours>>(iter: I) -> AcademicHours {
        AcademicHours(iter.map(|hours| hours.0).sum())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_three_hour_class_counts_four_academic_hours() {
        assert_eq!(Minutes(180).academic_hours(Minutes(45)), AcademicHours(4));
    }

    #[test]
    fn hours_on_paper_are_never_rounded_up() {
        assert_eq!(Minutes(179).academic_hours(Minutes(45)), AcademicHours(3));
        assert_eq!(Minutes(179).academic_tenths(Minutes(45)), 39);
    }

    proptest! {
        #[test]
        fn no_minute_is_printed_that_was_not_there(minutes in -10_000..100_000i32, hour in 1..120i32) {
            let (time, hour) = (Minutes(minutes), Minutes(hour));
            let (whole, tenths) = (time.academic_hours(hour).0, time.academic_tenths(hour));
            prop_assert!(i64::from(whole) * i64::from(hour.0) <= i64::from(minutes));
            prop_assert!(i64::from(tenths) * i64::from(hour.0) <= i64::from(minutes) * 10);
            prop_assert!(i64::from(whole + 1) * i64::from(hour.0) > i64::from(minutes), "and not an hour less");
        }

        #[test]
        fn rounding_the_sum_gives_no_less_than_rounding_the_parts(parts in proptest::collection::vec(0..500i32, 0..20)) {
            let hour = Minutes(45);
            let apart: i32 = parts.iter().map(|part| Minutes(*part).academic_hours(hour).0).sum();
            let together: Minutes = parts.into_iter().map(Minutes).sum();
            prop_assert!(together.academic_hours(hour).0 >= apart);
        }
    }
}
