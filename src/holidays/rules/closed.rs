//! Hours in which nothing is taught (F10): the main timetable of a school, an assembly, a shift at work.

use crate::kernel::{Fault, name::tidy};
use chrono::{Datelike, NaiveDate, NaiveTime, Weekday};

/// The most entries that an edition and its organisation keep: a school has some a day.
pub const MOST: usize = 200;

/// Closed hours on one day of the week, while they hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closed {
    /// On which day of the week.
    pub weekday: Weekday,
    /// From when, by the clock of the edition.
    pub starts: NaiveTime,
    /// Until when; a session may begin then.
    pub ends: NaiveTime,
    /// The first day on which they hold.
    pub from: NaiveDate,
    /// The last one.
    pub to: NaiveDate,
    /// What for: «Уроки», "Lessons". Shown to whoever is refused.
    pub what: String,
}

impl Closed {
    /// Whether a session on a day, from when until when, would be held in these hours. To touch them is allowed.
    pub fn meets(&self, on: NaiveDate, starts: NaiveTime, ends: NaiveTime) -> bool {
        self.weekday == on.weekday()
            && (self.from..=self.to).contains(&on)
            && starts < self.ends
            && self.starts < ends
    }

    /// Whether they close anything on a day.
    pub fn holds_on(&self, on: NaiveDate) -> bool {
        self.weekday == on.weekday() && (self.from..=self.to).contains(&on)
    }
}

/// Closed hours as somebody wants them: the same on several days of the week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closing {
    /// On which days of the week.
    pub weekdays: Vec<Weekday>,
    /// From when.
    pub starts: NaiveTime,
    /// Until when.
    pub ends: NaiveTime,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// What for.
    pub what: String,
    /// Whether for every edition of the organisation.
    pub everywhere: bool,
}

impl Closing {
    /// What is wrong with it; nothing when it can be written down.
    pub fn faults(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        if self.weekdays.is_empty() {
            faults.push(Fault::new("weekday", "weekday-needed"));
        }
        if self.ends <= self.starts {
            faults.push(Fault::new("ends", "end-not-after-start"));
        }
        if self.to < self.from {
            faults.push(Fault::new("to", "end-before-start"));
        }
        if tidy(&self.what).is_empty() {
            faults.push(Fault::new("what", "required"));
        }
        faults
    }

    /// One entry for each day of the week, from Monday, however often it was named.
    pub fn each(&self) -> impl Iterator<Item = Closed> {
        let mut weekdays = self.weekdays.clone();
        weekdays.sort_by_key(Weekday::num_days_from_monday);
        weekdays.dedup();
        weekdays.into_iter().map(|weekday| Closed {
            weekday,
            starts: self.starts,
            ends: self.ends,
            from: self.from,
            to: self.to,
            what: tidy(&self.what),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn time(text: &str) -> NaiveTime {
        format!("{text}:00").parse().unwrap()
    }

    fn closing() -> Closing {
        Closing {
            weekdays: vec![Weekday::Mon, Weekday::Tue],
            starts: time("08:00"),
            ends: time("14:00"),
            from: "2026-09-01".parse().unwrap(),
            to: "2026-12-29".parse().unwrap(),
            what: " Уроки ".into(),
            everywhere: false,
        }
    }

    #[test]
    fn a_session_inside_meets_them_and_one_that_touches_does_not() {
        let tuesday = closing().each().nth(1).unwrap();
        assert_eq!(tuesday.what, "Уроки");
        let day = |text: &str| text.parse().unwrap();
        let meets = |on: &str, from: &str, to: &str| tuesday.meets(day(on), time(from), time(to));
        assert!(meets("2026-09-22", "13:30", "15:00"));
        assert!(meets("2026-09-22", "07:00", "15:00"));
        assert!(!meets("2026-09-22", "14:00", "15:30"));
        assert!(!meets("2026-09-22", "07:00", "08:00"));
        assert!(!meets("2026-09-21", "10:00", "11:00"), "a Monday is another entry");
        assert!(meets("2026-12-29", "10:00", "11:00"), "the last day counts");
        assert!(!meets("2027-01-05", "10:00", "11:00"), "it does not hold any more");
    }

    #[test]
    fn a_day_named_twice_is_closed_once() {
        let twice = Closing { weekdays: vec![Weekday::Tue, Weekday::Mon, Weekday::Tue], ..closing() };
        let days: Vec<Weekday> = twice.each().map(|one| one.weekday).collect();
        assert_eq!(days, [Weekday::Mon, Weekday::Tue]);
    }

    #[test]
    fn every_fault_is_named_at_once() {
        let wrong = Closing {
            weekdays: Vec::new(),
            ends: time("08:00"),
            to: "2026-08-01".parse().unwrap(),
            what: " ".into(),
            ..closing()
        };
        let codes: Vec<String> = wrong.faults().into_iter().map(|fault| fault.code).collect();
        assert_eq!(codes, ["weekday-needed", "end-not-after-start", "end-before-start", "required"]);
        assert!(closing().faults().is_empty());
    }

    proptest! {
        #[test]
        fn a_session_meets_them_when_some_minute_is_in_both(from in 0..1430u32, long in 1..300u32, day in 0..400i64) {
            let monday: NaiveDate = "2026-08-03".parse().unwrap();
            let on = monday + chrono::TimeDelta::days(day);
            let at = |minute: u32| NaiveTime::from_num_seconds_from_midnight_opt(minute * 60, 0).unwrap();
            let to = (from + long).min(1439);
            let closed: Vec<Closed> = closing().each().collect();
            let shared = (from..to).any(|minute| (8 * 60..14 * 60).contains(&minute));
            let held = closed.iter().any(|one| one.holds_on(on));
            prop_assert_eq!(closed.iter().any(|one| one.meets(on, at(from), at(to))), shared && held);
        }
    }
}
