//! How far a schedule is moved when it is copied.

use chrono::{NaiveDate, TimeDelta};

/// The most weeks that a schedule is moved by: ten years.
pub const MOST_WEEKS: i64 = 522;

/// By how many weeks a schedule is moved from an edition that began on one day to one that begins on another. Weekdays
/// stay, and nothing that was held on or after the first day falls before the new one.
pub fn weeks(from: NaiveDate, to: NaiveDate) -> i64 {
    let days = (to - from).num_days();
    days.div_euclid(7) + i64::from(days.rem_euclid(7) > 0)
}

/// A date so many weeks later.
pub fn later(date: NaiveDate, weeks: i64) -> NaiveDate {
    TimeDelta::try_weeks(weeks).and_then(|weeks| date.checked_add_signed(weeks)).unwrap_or(date)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Datelike;
    use proptest::prelude::*;

    #[test]
    fn a_tuesday_becomes_the_first_tuesday_of_the_new_edition() {
        let (from, to) = ("2026-09-01".parse().unwrap(), "2027-02-01".parse().unwrap());
        assert_eq!(weeks(from, to), 22, "the new edition begins on a Monday");
        assert_eq!(later(from, 22).to_string(), "2027-02-02");
        assert_eq!(weeks(from, from), 0);
        assert_eq!(weeks(to, from), -21, "an edition that began later is copied backwards as well");
    }

    proptest! {
        #[test]
        fn weekdays_stay_and_the_first_day_falls_into_the_first_week(from in 0..20_000i64, to in 0..20_000i64) {
            let day = |days: i64| NaiveDate::from_ymd_opt(2000, 1, 1).unwrap() + TimeDelta::days(days);
            let (from, to) = (day(from), day(to));
            let moved = later(from, weeks(from, to));
            prop_assert_eq!(moved.weekday(), from.weekday());
            prop_assert!((0..7).contains(&(moved - to).num_days()));
        }
    }
}
