//! The consultations that somebody wants to open: one, or a row of them on days that repeat weekly.

use crate::attendance::rules::{Booking, SessionMode};
use crate::kernel::{ActivityId, Fault, Minutes, PersonId};
use chrono::{Datelike, Days, NaiveDate, NaiveTime, TimeDelta, Timelike, Weekday};

/// The most people in one consultation.
pub const MOST_PLACES: i32 = 50;

/// For so many weeks at most consultations are opened at once.
pub const MOST_WEEKS: i32 = 26;

/// So many consultations at most are opened at once.
pub const MOST_SLOTS: usize = 200;

/// How long each consultation of a row lasts, in minutes: at least and at most.
pub const EVERY: (i32, i32) = (5, 480);

/// The time of one consultation, by the wall.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hour {
    /// On which day.
    pub on: NaiveDate,
    /// From when.
    pub starts: NaiveTime,
    /// Until when.
    pub ends: NaiveTime,
}

impl Hour {
    /// From its start to its end; nothing where the end is not after the start.
    pub fn length(&self) -> Minutes {
        Minutes(i32::try_from((self.ends - self.starts).num_minutes()).unwrap_or(0).max(0))
    }
}

/// When consultations are to be held: the same hours on given days, every week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The first day that may be used.
    pub first: NaiveDate,
    /// On which days of the week; none means that of the first day.
    pub weekdays: Vec<Weekday>,
    /// For how many weeks, the first day's own week from that day on being the first.
    pub weeks: i32,
    /// From when.
    pub starts: NaiveTime,
    /// Until when.
    pub ends: NaiveTime,
    /// How long each consultation lasts, in minutes; nothing means one from the start to the end.
    pub every: Option<i32>,
}

impl Row {
    /// Every time, in order. What is left at the end of a day and too short for one more stays free.
    pub fn hours(&self) -> Vec<Hour> {
        let days = u64::try_from(self.weeks.clamp(0, MOST_WEEKS)).unwrap_or(0) * 7;
        let dates = (0..days).filter_map(|day| self.first.checked_add_days(Days::new(day)));
        let wanted = |on: &NaiveDate| match self.weekdays.as_slice() {
            [] => on.weekday() == self.first.weekday(),
            these => these.contains(&on.weekday()),
        };
        dates.filter(wanted).flat_map(|on| self.of_day(on)).collect()
    }

    fn of_day(&self, on: NaiveDate) -> Vec<Hour> {
        let (from, to) = (minute(self.starts), minute(self.ends));
        let every = self.every.unwrap_or(to - from);
        if every <= 0 || to <= from {
            return Vec::new();
        }
        let count = (to - from) / every;
        let at = |minutes: i32| self.starts + TimeDelta::minutes(minutes.into());
        let hour = |place: i32| Hour { on, starts: at(place * every), ends: at((place + 1) * every) };
        (0..count).map(hour).collect()
    }

    /// What is wrong with it. Every fault at once.
    pub fn faults(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        let length = minute(self.ends) - minute(self.starts);
        if length <= 0 {
            faults.push(Fault::new("ends", "end-not-after-start"));
        }
        if self.every.is_some_and(|every| length > 0 && every > length) {
            faults.push(Fault::new("every", "appointments-every-too-long").with("length", length));
        }
        if faults.is_empty() {
            match self.hours().len() {
                0 => faults.push(Fault::new("weekday", "appointments-no-days")),
                count if count > MOST_SLOTS => {
                    let fault = Fault::new("weeks", "appointments-too-many");
                    faults.push(fault.with("count", count).with("most", MOST_SLOTS));
                }
                _ => {}
            }
        }
        faults
    }
}

fn minute(time: NaiveTime) -> i32 {
    i32::try_from(time.hour() * 60 + time.minute()).unwrap_or(0)
}

/// What a consultation counts, to whoever came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counted {
    /// In which activity of the programme.
    pub activity: ActivityId,
    /// How much; nothing means as long as it lasts.
    pub minutes: Option<Minutes>,
}

/// Consultations as somebody wants to open them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// Who consults.
    pub consultant: PersonId,
    /// When.
    pub row: Row,
    /// How many people each takes.
    pub capacity: i32,
    /// In a room or by a link.
    pub mode: SessionMode,
    /// The room.
    pub place: Option<String>,
    /// The link.
    pub link: Option<String>,
    /// What it is about.
    pub topic: Option<String>,
    /// What it counts, where it counts.
    pub counted: Option<Counted>,
}

impl Opening {
    /// One of its times as the timetable understands it: what speaks against a session speaks against it as well.
    pub fn booking(&self, hour: &Hour) -> Booking {
        let booking = Booking {
            activity: self.counted.map_or(ActivityId(0), |counted| counted.activity),
            held_on: hour.on,
            starts: hour.starts,
            ends: hour.ends,
            mode: self.mode,
            place: self.place.clone(),
            link: self.link.clone(),
            trainer: Some(self.consultant),
        };
        booking.tidy()
    }

    /// What is wrong with what it is to count. A consultation counts no more than it lasts.
    pub fn counted_faults(&self) -> Vec<Fault> {
        let longest = self.row.hours().iter().map(Hour::length).min().unwrap_or(Minutes::ZERO);
        let minutes = self.counted.and_then(|counted| counted.minutes);
        match minutes {
            Some(minutes) if minutes <= Minutes::ZERO || minutes > longest => {
                vec![Fault::new("minutes", "out-of-range").with("low", 1).with("high", longest.0)]
            }
            _ => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn time(text: &str) -> NaiveTime {
        format!("{text}:00").parse().unwrap()
    }

    fn row(from: &str, to: &str, every: Option<i32>) -> Row {
        let first = "2026-09-16".parse().unwrap();
        Row { first, weekdays: Vec::new(), weeks: 1, starts: time(from), ends: time(to), every }
    }

    fn codes(row: &Row) -> Vec<(String, String)> {
        row.faults().into_iter().map(|fault| (fault.field, fault.code)).collect()
    }

    fn one(field: &str, code: &str) -> Vec<(String, String)> {
        vec![(field.to_owned(), code.to_owned())]
    }

    #[test]
    fn from_two_to_five_every_half_hour_are_six() {
        let hours = row("14:00", "17:00", Some(30)).hours();
        assert_eq!(hours.len(), 6);
        assert_eq!((hours[0].starts, hours[0].ends), (time("14:00"), time("14:30")));
        assert_eq!((hours[5].starts, hours[5].ends), (time("16:30"), time("17:00")));
        assert_eq!(
            row("14:00", "17:10", Some(30)).hours().len(),
            6,
            "ten minutes are too short for one more"
        );
        assert_eq!(row("14:00", "17:00", None).hours().len(), 1);
        assert_eq!(row("14:00", "17:00", None).hours()[0].length(), Minutes(180));
    }

    #[test]
    fn given_days_repeat_weekly_from_the_first_day_on() {
        // The first day is a Wednesday: Monday comes five days later.
        let weekdays = vec![Weekday::Mon, Weekday::Wed];
        let days: Vec<String> = Row { weekdays, weeks: 2, ..row("10:00", "11:00", None) }
            .hours()
            .iter()
            .map(|hour| hour.on.to_string())
            .collect();
        assert_eq!(days, ["2026-09-16", "2026-09-21", "2026-09-23", "2026-09-28"]);
    }

    #[test]
    fn a_row_ends_after_it_starts_and_is_of_a_bearable_length() {
        assert!(codes(&row("14:00", "17:00", Some(30))).is_empty());
        assert_eq!(codes(&row("17:00", "14:00", Some(30))), one("ends", "end-not-after-start"));
        assert_eq!(codes(&row("14:00", "14:00", None)), one("ends", "end-not-after-start"));
        assert_eq!(codes(&row("14:00", "14:20", Some(30))), one("every", "appointments-every-too-long"));
        let week = vec![Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri];
        let many = Row { weekdays: week, weeks: 26, ..row("09:00", "18:00", Some(10)) };
        assert_eq!(codes(&many), one("weeks", "appointments-too-many"));
        assert_eq!(
            codes(&Row { weeks: 0, ..row("14:00", "15:00", None) }),
            one("weekday", "appointments-no-days")
        );
    }

    #[test]
    fn a_consultation_counts_no_more_than_it_lasts() {
        let opening = |minutes| Opening {
            consultant: PersonId(1),
            row: row("14:00", "15:00", Some(30)),
            capacity: 1,
            mode: SessionMode::Online,
            place: Some("Кабинет 5".into()),
            link: Some("https://meet.example.org/k".into()),
            topic: None,
            counted: Some(Counted { activity: ActivityId(3), minutes }),
        };
        assert!(opening(None).counted_faults().is_empty());
        assert!(opening(Some(Minutes(30))).counted_faults().is_empty());
        for wrong in [0, -5, 31] {
            assert_eq!(opening(Some(Minutes(wrong))).counted_faults()[0].code, "out-of-range");
        }
        let hour = opening(None).row.hours()[0];
        assert_eq!(opening(None).booking(&hour).place, None, "an online consultation takes no room");
    }

    proptest! {
        /// Whatever is asked for: nothing overlaps, nothing leaves its hours, and each lasts as long as was said.
        #[test]
        fn the_consultations_of_a_row_follow_one_another(
            from in 0..1400i32, length in 1..600i32, every in 5..480i32, weeks in 1..5i32, monday in any::<bool>(),
        ) {
            let at = |minutes: i32| NaiveTime::MIN + TimeDelta::minutes(minutes.min(1439).into());
            let (starts, ends) = (at(from), at(from + length));
            let weekdays = if monday { vec![Weekday::Mon, Weekday::Sun] } else { Vec::new() };
            let first = "2026-09-16".parse().unwrap();
            let row = Row { first, weekdays, weeks, starts, ends, every: Some(every) };
            let hours = row.hours();
            for hour in &hours {
                prop_assert!(hour.starts >= starts && hour.ends <= ends && hour.on >= first);
                prop_assert_eq!(hour.length(), Minutes(every));
            }
            for pair in hours.windows(2) {
                prop_assert!((pair[0].on, pair[0].ends) <= (pair[1].on, pair[1].starts));
            }
        }
    }
}
