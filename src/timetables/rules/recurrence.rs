//! On which dates a session is held again: every day of a shift in a village (F15), weekly, every second week, once a
//! quarter (L2). Dates are counted on the calendar alone, and the time on the wall is the same on each: what a change of
//! the zone does to the instant is the zone's business.

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// The most dates of a series.
pub const MOST: u32 = 120;
/// The largest distance from the first day of a quarter: the shortest quarter has ninety days.
pub const FARTHEST: u32 = 89;
/// So many days ahead dates are looked for: ten years.
const HORIZON: u64 = 3653;

/// Which week of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Week {
    /// The first, second, third or fourth such weekday of the month: 1–4.
    Nth(u32),
    /// The last such weekday of the month.
    Last,
}

/// Which day of a quarter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuarterDay {
    /// A weekday of a month of the quarter: the second Tuesday of the last month.
    Weekday {
        /// Which month of the quarter: 1–3.
        month: u32,
        /// Which week of the month.
        week: Week,
        /// Which day of the week.
        weekday: Weekday,
    },
    /// So many days after the first day of the quarter, at most [`FARTHEST`].
    After(u32),
}

/// How often.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rhythm {
    /// Every day.
    Daily,
    /// On these days of every so manieth week; the week of the first date counts.
    Weekly {
        /// 1 for every week, 2 for every second.
        every: u32,
        /// On which days.
        weekdays: Vec<Weekday>,
    },
    /// Once a quarter.
    Quarterly(QuarterDay),
}

/// Until when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Until {
    /// Until a day, which counts.
    Day(NaiveDate),
    /// So many times.
    Times(u32),
}

/// The dates of a session that is held again and again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    /// The first day that may be used; the first date is this one or a later one.
    pub first: NaiveDate,
    /// How often.
    pub rhythm: Rhythm,
    /// Until when.
    pub until: Until,
}

impl Series {
    /// The dates, in order, at most [`MOST`].
    pub fn dates(&self) -> Vec<NaiveDate> {
        self.at_most(MOST)
    }

    /// Whether it has more dates than are laid out at once.
    pub fn is_too_long(&self) -> bool {
        self.at_most(MOST + 1).len() > self.dates().len()
    }

    fn at_most(&self, most: u32) -> Vec<NaiveDate> {
        let (last, times) = match self.until {
            Until::Day(day) => (day, most),
            Until::Times(times) => (NaiveDate::MAX, times.min(most)),
        };
        let times = usize::try_from(times).unwrap_or(0);
        let within = |date: &NaiveDate| *date <= last;
        match &self.rhythm {
            Rhythm::Daily => self.days().take_while(within).take(times).collect(),
            Rhythm::Weekly { every, weekdays } => {
                let monday = monday_of(self.first);
                let of_week = |date: &NaiveDate| {
                    let weeks = (*date - monday).num_days() / 7;
                    weekdays.contains(&date.weekday()) && weeks % i64::from((*every).max(1)) == 0
                };
                self.days().take_while(within).filter(of_week).take(times).collect()
            }
            Rhythm::Quarterly(day) => {
                let from = self.first;
                let dates = quarters(from).filter_map(|quarter| day.in_quarter(quarter));
                dates.filter(|date| *date >= from).take_while(within).take(times).collect()
            }
        }
    }

    fn days(&self) -> impl Iterator<Item = NaiveDate> + use<> {
        let first = self.first;
        (0..HORIZON).map_while(move |days| first.checked_add_days(Days::new(days)))
    }
}

/// The first days of the quarters from the one that a date is in, for ten years.
fn quarters(from: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    let first = i64::from(from.year()) * 4 + i64::from(from.month0() / 3);
    (first..first + 41).filter_map(|quarter| {
        let year = i32::try_from(quarter.div_euclid(4)).ok()?;
        let month = u32::try_from(quarter.rem_euclid(4)).ok()? * 3 + 1;
        NaiveDate::from_ymd_opt(year, month, 1)
    })
}

impl QuarterDay {
    /// The day of the quarter that begins on a date.
    fn in_quarter(self, quarter: NaiveDate) -> Option<NaiveDate> {
        match self {
            QuarterDay::After(days) => quarter.checked_add_days(Days::new(days.min(FARTHEST).into())),
            QuarterDay::Weekday { month, week, weekday } => {
                let (year, month) = (quarter.year(), quarter.month() + month.clamp(1, 3) - 1);
                match week {
                    Week::Nth(nth) => NaiveDate::from_weekday_of_month_opt(
                        year,
                        month,
                        weekday,
                        u8::try_from(nth.clamp(1, 4)).ok()?,
                    ),
                    Week::Last => [5, 4]
                        .into_iter()
                        .find_map(|nth| NaiveDate::from_weekday_of_month_opt(year, month, weekday, nth)),
                }
            }
        }
    }
}

/// The Monday of the week that a day is in.
pub fn monday_of(day: NaiveDate) -> NaiveDate {
    let since = Days::new(day.weekday().num_days_from_monday().into());
    day.checked_sub_days(since).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::ZoneName;
    use chrono::NaiveTime;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn said(first: &str, rhythm: Rhythm, until: Until) -> Vec<String> {
        let series = Series { first: day(first), rhythm, until };
        series.dates().iter().map(ToString::to_string).collect()
    }

    #[test]
    fn weekly_and_every_second_week_on_the_chosen_days() {
        let weekly = |every| Rhythm::Weekly { every, weekdays: vec![Weekday::Tue, Weekday::Sat] };
        let until = Until::Day(day("2026-09-29"));
        assert_eq!(
            said("2026-09-16", weekly(1), until),
            ["2026-09-19", "2026-09-22", "2026-09-26", "2026-09-29"],
            "the Tuesday before the first day is over; the last day counts"
        );
        assert_eq!(
            said("2026-09-16", weekly(2), Until::Times(3)),
            ["2026-09-19", "2026-09-29", "2026-10-03"],
            "the week of the first day counts, the next one does not"
        );
        assert!(
            said("2026-09-16", Rhythm::Weekly { every: 1, weekdays: Vec::new() }, Until::Times(3)).is_empty()
        );
        assert_eq!(
            said("2028-02-28", Rhythm::Daily, Until::Times(3)),
            ["2028-02-28", "2028-02-29", "2028-03-01"]
        );
    }

    #[test]
    fn a_series_of_more_dates_than_are_laid_out_says_so() {
        let first = day("2026-09-01");
        let daily = |until| Series { first, rhythm: Rhythm::Daily, until };
        let last = first + chrono::TimeDelta::days(i64::from(MOST) - 1);
        let whole = daily(Until::Day(last));
        assert_eq!((whole.dates().len(), whole.is_too_long()), (MOST as usize, false));
        let longer = daily(Until::Day(last + chrono::TimeDelta::days(1)));
        assert_eq!((longer.dates().len(), longer.is_too_long()), (MOST as usize, true));
        assert!(daily(Until::Times(MOST + 1)).is_too_long() && !daily(Until::Times(MOST)).is_too_long());
    }

    #[test]
    fn once_a_quarter_on_the_second_tuesday_of_its_last_month() {
        let tuesday = QuarterDay::Weekday { month: 3, week: Week::Nth(2), weekday: Weekday::Tue };
        assert_eq!(
            said("2026-02-10", Rhythm::Quarterly(tuesday), Until::Times(4)),
            ["2026-03-10", "2026-06-09", "2026-09-08", "2026-12-08"]
        );
        assert_eq!(
            said("2026-03-11", Rhythm::Quarterly(tuesday), Until::Day(day("2026-09-08"))),
            ["2026-06-09", "2026-09-08"],
            "the day of this quarter is over, and no second one is made up for it"
        );
        let friday = QuarterDay::Weekday { month: 1, week: Week::Last, weekday: Weekday::Fri };
        assert_eq!(
            said("2026-01-01", Rhythm::Quarterly(friday), Until::Times(2)),
            ["2026-01-30", "2026-04-24"]
        );
        let after = Rhythm::Quarterly(QuarterDay::After(45));
        assert_eq!(
            said("2027-10-01", after, Until::Times(3)),
            ["2027-11-15", "2028-02-15", "2028-05-16"],
            "a leap year has a day more before it, not after"
        );
        let last = Rhythm::Quarterly(QuarterDay::After(FARTHEST));
        assert_eq!(said("2027-01-01", last, Until::Times(2)), ["2027-03-31", "2027-06-29"]);
    }

    #[test]
    fn ten_in_the_morning_stays_ten_when_the_zone_changes() {
        let ten = NaiveTime::from_hms_opt(10, 0, 0).unwrap();
        let series = Series {
            first: day("2024-02-22"),
            rhythm: Rhythm::Weekly { every: 1, weekdays: vec![Weekday::Thu] },
            until: Until::Times(3),
        };
        let almaty = ZoneName::parse("Asia/Almaty").unwrap();
        let at: Vec<String> =
            series.dates().iter().map(|date| almaty.instant(*date, ten).rfc3339()).collect();
        assert_eq!(at, ["2024-02-22T04:00:00Z", "2024-02-29T04:00:00Z", "2024-03-07T05:00:00Z"]);
    }

    fn any_weekday() -> impl Strategy<Value = Weekday> {
        (0..7u8).prop_map(|number| Weekday::try_from(number).unwrap())
    }

    fn any_date() -> impl Strategy<Value = NaiveDate> {
        (0..20_000i64).prop_map(|days| day("1999-12-25") + chrono::TimeDelta::days(days))
    }

    fn any_rhythm() -> impl Strategy<Value = Rhythm> {
        let weekly = (1..3u32, proptest::collection::vec(any_weekday(), 1..7))
            .prop_map(|(every, weekdays)| Rhythm::Weekly { every, weekdays });
        prop_oneof![Just(Rhythm::Daily), weekly, any_quarter_day().prop_map(Rhythm::Quarterly)]
    }

    fn any_quarter_day() -> impl Strategy<Value = QuarterDay> {
        let week = prop_oneof![(1..5u32).prop_map(Week::Nth), Just(Week::Last)];
        let weekday = (1..4u32, week, any_weekday()).prop_map(|(month, week, weekday)| QuarterDay::Weekday {
            month,
            week,
            weekday,
        });
        prop_oneof![weekday, (0..=FARTHEST).prop_map(QuarterDay::After)]
    }

    proptest! {
        #[test]
        fn dates_are_in_order_within_bounds_and_as_many_as_wanted(
            first in any_date(), rhythm in any_rhythm(), times in 1..40u32, long in 0..900i64,
        ) {
            let counted = Series { first, rhythm: rhythm.clone(), until: Until::Times(times) }.dates();
            prop_assert_eq!(counted.len(), times as usize);
            prop_assert!(counted.windows(2).all(|two| two[0] < two[1]));
            prop_assert!(counted.iter().all(|date| *date >= first));
            let last = first + chrono::TimeDelta::days(long);
            let bounded = Series { first, rhythm: rhythm.clone(), until: Until::Day(last) }.dates();
            prop_assert!(bounded.iter().all(|date| (first..=last).contains(date)));
            prop_assert!(bounded.len() <= MOST as usize);
            let common = counted.len().min(bounded.len());
            prop_assert_eq!(&counted[..common], &bounded[..common], "how a series ends does not change how it begins");
            if let Rhythm::Weekly { weekdays, .. } = &rhythm {
                prop_assert!(counted.iter().all(|date| weekdays.contains(&date.weekday())));
            }
        }

        /// Any start, any leap year: each quarter has one, and none is left out.
        #[test]
        fn every_quarter_has_one(first in any_date(), which in any_quarter_day(), times in 2..24u32) {
            let dates = Series { first, rhythm: Rhythm::Quarterly(which), until: Until::Times(times) }.dates();
            let quarter = |date: &NaiveDate| date.year() * 4 + i32::try_from(date.month0() / 3).unwrap();
            prop_assert!(dates.windows(2).all(|two| quarter(&two[1]) == quarter(&two[0]) + 1));
            let begun = quarter(&dates[0]) - quarter(&first);
            prop_assert!(begun == 0 || begun == 1, "the first quarter is left out only when its day is over");
        }

        #[test]
        fn the_clock_on_the_wall_never_moves(
            first in any_date(), rhythm in any_rhythm(), minute in 0..1440u32, zone in 0..6usize,
        ) {
            let zones = ["Asia/Almaty", "Europe/Volgograd", "Europe/Berlin", "Asia/Irkutsk", "America/New_York",
                "Australia/Lord_Howe"];
            let zone = ZoneName::parse(zones[zone]).unwrap();
            let time = NaiveTime::from_num_seconds_from_midnight_opt(minute * 60, 0).unwrap();
            for date in (Series { first, rhythm, until: Until::Times(30) }).dates() {
                let shown = zone.instant(date, time).local(zone);
                // A time that clocks leave out does not exist; the nearest one after it is shown, and a booking refuses it.
                let left_out = chrono::TimeZone::from_local_datetime(&zone.0, &date.and_time(time)).latest().is_none();
                prop_assert!(shown == date.and_time(time) || left_out, "{date} {time} {}", zone.name());
            }
        }
    }
}
