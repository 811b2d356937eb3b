//! Calendar quarters.

use crate::kernel::Language;
use chrono::{Datelike, NaiveDate};
use std::fmt;

/// The years that a date of training can be in.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=9998;

/// A calendar quarter. Which one a session is in, is decided by its date on the wall of the edition, never by UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Quarter {
    year: i32,
    number: u32,
}

impl Quarter {
    /// A quarter of a year, 1–4; `None` where there is no such quarter.
    pub fn new(year: i32, number: u32) -> Option<Quarter> {
        (YEARS.contains(&year) && (1..=4).contains(&number)).then_some(Quarter { year, number })
    }

    /// The quarter of a date.
    pub fn of(date: NaiveDate) -> Quarter {
        Quarter { year: date.year().clamp(*YEARS.start(), *YEARS.end()), number: date.month0() / 3 + 1 }
    }

    /// Reads what [`fmt::Display`] writes: `2026-2`.
    pub fn parse(text: &str) -> Option<Quarter> {
        let (year, number) = text.split_once('-')?;
        Quarter::new(year.parse().ok()?, number.parse().ok()?)
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.year
    }

    /// Its place in the year, 1–4.
    pub fn number(self) -> i32 {
        i32::try_from(self.number).unwrap_or(1)
    }

    /// Its first day.
    pub fn first_day(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.year, (self.number - 1) * 3 + 1, 1).unwrap_or_default()
    }

    /// Its last day.
    pub fn last_day(self) -> NaiveDate {
        self.next().first_day().pred_opt().unwrap_or_default()
    }

    /// The one after it.
    pub fn next(self) -> Quarter {
        match self.number {
            4 => Quarter { year: self.year + 1, number: 1 },
            number => Quarter { number: number + 1, ..self },
        }
    }

    /// From one to another, both included; nothing when the second is earlier.
    pub fn span(from: Quarter, to: Quarter) -> impl Iterator<Item = Quarter> {
        std::iter::successors(Some(from), |quarter| Some(quarter.next()))
            .take_while(move |quarter| *quarter <= to)
    }

    /// As people say it: «II квартал 2026 г.», «2026 жылғы II тоқсан», "Q2 2026".
    pub fn name(self, language: Language) -> String {
        let (roman, year) = (self.roman(), self.year);
        match language {
            Language::Ru => format!("{roman} квартал {year} г."),
            Language::Kk => format!("{year} жылғы {roman} тоқсан"),
            Language::En => format!("Q{} {year}", self.number),
        }
    }

    fn roman(self) -> &'static str {
        match self.number {
            1 => "I",
            2 => "II",
            3 => "III",
            _ => "IV",
        }
    }
}

impl fmt::Display for Quarter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.year, self.number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::{Moment, ZoneName};
    use chrono::{Days, NaiveTime};
    use proptest::prelude::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_quarter_has_three_months() {
        let second = Quarter::of(date("2026-05-17"));
        assert_eq!((second.first_day(), second.last_day()), (date("2026-04-01"), date("2026-06-30")));
        let first = Quarter::new(2028, 1).unwrap();
        assert_eq!(first.last_day(), date("2028-03-31"));
        assert_eq!((first.last_day() - first.first_day()).num_days(), 90, "a leap year has a day more");
        assert_eq!(Quarter::new(2026, 4).unwrap().next(), Quarter::new(2027, 1).unwrap());
        assert_eq!((Quarter::new(2026, 5), Quarter::new(2026, 0), Quarter::new(0, 1)), (None, None, None));
    }

    #[test]
    fn a_quarter_reads_as_it_is_written() {
        let second = Quarter::new(2026, 2).unwrap();
        assert_eq!((second.to_string().as_str(), Quarter::parse("2026-2")), ("2026-2", Some(second)));
        for wrong in ["", "2026", "2026-", "2026-5", "x-1", "2026-2-1"] {
            assert_eq!(Quarter::parse(wrong), None, "{wrong}");
        }
        assert_eq!(second.name(Language::Ru), "II квартал 2026 г.");
        assert_eq!(second.name(Language::Kk), "2026 жылғы II тоқсан");
        assert_eq!(second.name(Language::En), "Q2 2026");
    }

    #[test]
    fn a_span_goes_over_the_year_and_never_backwards() {
        let (from, to) = (Quarter::new(2026, 3).unwrap(), Quarter::new(2027, 1).unwrap());
        let names: Vec<String> = Quarter::span(from, to).map(|quarter| quarter.to_string()).collect();
        assert_eq!(names, ["2026-3", "2026-4", "2027-1"]);
        assert_eq!(Quarter::span(to, from).count(), 0);
    }

    fn any_date() -> impl Strategy<Value = NaiveDate> {
        (0u64..80_000).prop_map(|days| date("1950-01-01").checked_add_days(Days::new(days)).unwrap())
    }

    fn any_zone() -> impl Strategy<Value = ZoneName> {
        proptest::sample::select(chrono_tz::TZ_VARIANTS.to_vec()).prop_map(ZoneName)
    }

    proptest! {
        #[test]
        fn every_day_is_in_one_quarter(day in any_date()) {
            let quarter = Quarter::of(day);
            prop_assert!(quarter.first_day() <= day && day <= quarter.last_day());
            prop_assert_eq!(Quarter::of(quarter.last_day().succ_opt().unwrap()), quarter.next());
            prop_assert_eq!(Quarter::of(quarter.first_day()), quarter);
            prop_assert_eq!(Quarter::parse(&quarter.to_string()), Some(quarter));
        }

        #[test]
        fn a_session_late_on_the_last_day_is_in_that_quarter_whatever_utc_says(
            day in any_date(), zone in any_zone(), minutes in 0u32..30,
        ) {
            let quarter = Quarter::of(day);
            let late = NaiveTime::from_hms_opt(23, 30 + minutes, 0).unwrap();
            let starts_at: Moment = zone.instant(quarter.last_day(), late);
            // Where clocks are put forward at that very hour, there is no such time on that day.
            prop_assume!(starts_at.local(zone).time() == late);
            prop_assert_eq!(Quarter::of(starts_at.date_in(zone)), quarter);
        }
    }
}
