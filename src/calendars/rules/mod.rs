//! Which days a page of the calendar shows, and what may be asked of it. Pure.

use crate::kernel::{Fault, Moment, Problem, ZoneName};
use chrono::{Datelike, Days, Months, NaiveDate};

/// The first and the last year of the calendar. Before and after there are no sessions, and arithmetic has no edges.
const YEARS: (i32, i32) = (2000, 2100);

/// How many days a list shows.
const LISTED: u64 = 28;

/// The longest span that may be asked for at once, in days.
pub const LONGEST_SPAN: i64 = 400;

/// The most that is shown of a day of a month.
pub const MOST_A_DAY: usize = 4;

/// How many letters the secret of an address has: 256 bits, six a letter.
const SECRET: usize = 43;

/// Whether a text can be the secret of an address at all: the database is not asked about anything else.
pub fn is_secret(text: &str) -> bool {
    text.len() == SECRET && text.bytes().all(|one| one.is_ascii_alphanumeric() || matches!(one, b'-' | b'_'))
}

/// How much of the calendar is on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// The weeks of a month.
    Month,
    /// A week, from Monday.
    Week,
    /// Four weeks from a day, one day under the other.
    List,
}

impl Scale {
    /// Every scale, in the order of the page.
    pub const ALL: [Scale; 3] = [Scale::Month, Scale::Week, Scale::List];

    /// As it stands in an address.
    pub fn as_str(self) -> &'static str {
        match self {
            Scale::Month => "month",
            Scale::Week => "week",
            Scale::List => "list",
        }
    }

    /// The scale of an address; the month when it names none.
    pub fn parse(text: &str) -> Scale {
        Scale::ALL.into_iter().find(|scale| scale.as_str() == text).unwrap_or(Scale::Month)
    }
}

/// A page of the calendar: so much of it around a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Frame {
    /// How much.
    pub scale: Scale,
    /// The day.
    pub on: NaiveDate,
}

impl Frame {
    /// The page around a day of an address; around today when it names no day of the calendar.
    pub fn around(scale: Scale, on: &str, today: NaiveDate) -> Frame {
        let day = on.parse().ok().filter(|day: &NaiveDate| (YEARS.0..=YEARS.1).contains(&day.year()));
        Frame { scale, on: day.unwrap_or(today) }
    }

    /// The first day of the period: of the month, of the week, of the list.
    pub fn first(self) -> NaiveDate {
        match self.scale {
            Scale::Month => self.on.with_day(1).unwrap_or(self.on),
            Scale::Week => monday(self.on),
            Scale::List => self.on,
        }
    }

    /// The last day of the period.
    pub fn last(self) -> NaiveDate {
        let after = match self.scale {
            Scale::Month => self.first().checked_add_months(Months::new(1)),
            Scale::Week => self.first().checked_add_days(Days::new(7)),
            Scale::List => self.first().checked_add_days(Days::new(LISTED)),
        };
        after.and_then(|after| after.pred_opt()).unwrap_or(self.on)
    }

    /// Whether a day belongs to the period; the other days of a month's first and last week do not.
    pub fn holds(self, day: NaiveDate) -> bool {
        self.first() <= day && day <= self.last()
    }

    /// The days that are shown, week by week from Monday; for a list without filling weeks up.
    pub fn weeks(self) -> Vec<Vec<NaiveDate>> {
        let (first, last) = (self.first(), self.last());
        let (from, to) = match self.scale {
            Scale::List => (first, last),
            Scale::Month | Scale::Week => (monday(first), monday(last) + Days::new(6)),
        };
        let days: Vec<NaiveDate> = from.iter_days().take_while(|day| *day <= to).collect();
        days.chunks(7).map(<[NaiveDate]>::to_vec).collect()
    }

    /// From the first instant that is shown to the first one that is not.
    pub fn span(self, zone: ZoneName) -> (Moment, Moment) {
        let days: Vec<NaiveDate> = self.weeks().concat();
        let first = days.first().copied().unwrap_or(self.on);
        let last = days.last().copied().unwrap_or(self.on);
        span_of(first, last, zone)
    }

    /// The page before.
    pub fn previous(self) -> Frame {
        let on = match self.scale {
            Scale::Month => self.first().checked_sub_months(Months::new(1)),
            Scale::Week => self.first().checked_sub_days(Days::new(7)),
            Scale::List => self.first().checked_sub_days(Days::new(LISTED)),
        };
        Frame { on: on.unwrap_or(self.on), ..self }
    }

    /// The page after.
    pub fn next(self) -> Frame {
        Frame { on: self.last().succ_opt().unwrap_or(self.on), ..self }
    }
}

/// From the first instant of a day to the end of another.
fn span_of(first: NaiveDate, last: NaiveDate, zone: ZoneName) -> (Moment, Moment) {
    (zone.instant(first, chrono::NaiveTime::MIN), zone.end_of(last))
}

fn monday(day: NaiveDate) -> NaiveDate {
    day - Days::new(u64::from(day.weekday().num_days_from_monday()))
}

/// The span between two days, both included, by the clock of a zone.
///
/// # Errors
/// `Invalid`: no days, the last before the first, or more than [`LONGEST_SPAN`] days.
pub fn span_between(from: &str, to: &str, zone: ZoneName) -> Result<(Moment, Moment), Problem> {
    let day = |name: &str, text: &str| {
        let known = text.parse().ok().filter(|day: &NaiveDate| (YEARS.0..=YEARS.1).contains(&day.year()));
        known.ok_or_else(|| Fault::new(name, "not-a-date"))
    };
    let (first, last) = match (day("from", from), day("to", to)) {
        (Ok(first), Ok(last)) => (first, last),
        (first, last) => {
            let faults = [first.err(), last.err()].into_iter().flatten().collect();
            return Err(Problem::invalid(faults));
        }
    };
    let days = (last - first).num_days();
    if days < 0 {
        return Err(Problem::invalid(vec![Fault::new("to", "calendar-to-before-from")]));
    }
    if days >= LONGEST_SPAN {
        let fault = Fault::new("to", "calendar-span-too-long").with("days", LONGEST_SPAN);
        return Err(Problem::invalid(vec![fault]));
    }
    Ok(span_of(first, last, zone))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Weekday;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn only_what_can_be_a_secret_is_looked_up() {
        assert!(is_secret(&"aZ0-_".repeat(9)[..43]));
        let wrong = ["".to_owned(), "a".repeat(42), "a".repeat(44), "%".repeat(43), "я".repeat(21) + "a"];
        assert!(wrong.iter().all(|text| !is_secret(text)));
    }

    #[test]
    fn a_month_is_shown_in_whole_weeks() {
        let frame = Frame { scale: Scale::Month, on: day("2026-09-15") };
        let weeks = frame.weeks();
        assert_eq!(weeks.len(), 5);
        assert_eq!((weeks[0][0], weeks[4][6]), (day("2026-08-31"), day("2026-10-04")));
        assert!(!frame.holds(day("2026-08-31")) && frame.holds(day("2026-09-30")));
        assert_eq!((frame.previous().on, frame.next().on), (day("2026-08-01"), day("2026-10-01")));
    }

    #[test]
    fn a_day_of_no_calendar_is_today() {
        let today = day("2026-09-15");
        for text in ["", "2026-02-30", "завтра", "99999-01-01", "1999-12-31", "-262144-01-01"] {
            assert_eq!(Frame::around(Scale::Week, text, today).on, today, "{text}");
        }
        assert_eq!(Frame::around(Scale::parse("year"), "2028-02-29", today).on, day("2028-02-29"));
    }

    #[test]
    fn a_span_is_said_by_two_days_in_order() {
        let zone = ZoneName::parse("Asia/Irkutsk").unwrap();
        let (from, to) = span_between("2026-09-01", "2026-09-30", zone).unwrap();
        assert_eq!(
            (from.rfc3339(), to.rfc3339()),
            ("2026-08-31T16:00:00Z".into(), "2026-09-30T16:00:00Z".into())
        );
        let code = |from, to| {
            let faults = span_between(from, to, zone).unwrap_err().faults;
            faults.into_iter().map(|fault| format!("{} {}", fault.field, fault.code)).collect::<Vec<_>>()
        };
        assert_eq!(code("", "30.09.2026"), ["from not-a-date", "to not-a-date"]);
        assert_eq!(code("2026-09-02", "2026-09-01"), ["to calendar-to-before-from"]);
        assert_eq!(code("2026-01-01", "2027-12-31"), ["to calendar-span-too-long"]);
    }

    proptest! {
        #[test]
        fn every_page_shows_its_period_and_the_next_begins_where_it_ends(offset in 0u64..36_000, scale in 0usize..3) {
            let on = day("2001-01-01") + Days::new(offset);
            let frame = Frame { scale: Scale::ALL[scale], on };
            let weeks = frame.weeks();
            let days = weeks.concat();
            prop_assert!(frame.holds(on) && days.contains(&frame.first()) && days.contains(&frame.last()));
            prop_assert!(days.windows(2).all(|pair| pair[0].succ_opt() == Some(pair[1])));
            if frame.scale != Scale::List {
                prop_assert!(weeks.iter().all(|week| week.len() == 7 && week[0].weekday() == Weekday::Mon));
            }
            prop_assert_eq!(frame.next().first(), frame.last().succ_opt().unwrap());
            prop_assert_eq!(frame.next().previous().first(), frame.first());
        }
    }
}
