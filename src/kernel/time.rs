//! Moments, the clock that gives them, and zones in which people live.

use chrono::{
    DateTime, Days, LocalResult, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Timelike, Utc,
};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

/// An instant, in UTC, with microseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Moment(pub DateTime<Utc>);

impl Moment {
    /// The moment of a UTC timestamp without zone, as databases keep it.
    pub fn from_utc(naive: NaiveDateTime) -> Moment {
        Moment(naive.and_utc())
    }

    /// Parses RFC 3339, as in `2026-09-01T09:00:00Z`.
    pub fn parse(text: &str) -> Option<Moment> {
        DateTime::parse_from_rfc3339(text).ok().map(|at| Moment(at.with_timezone(&Utc)))
    }

    /// RFC 3339 with seconds, for `datetime` attributes and JSON.
    pub fn rfc3339(self) -> String {
        self.0.to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
    }

    /// This moment, later by so many minutes.
    pub fn plus_minutes(self, minutes: i64) -> Moment {
        Moment(self.0 + TimeDelta::minutes(minutes))
    }

    /// This moment, later by so many seconds.
    pub fn plus_seconds(self, seconds: i64) -> Moment {
        Moment(self.0 + TimeDelta::seconds(seconds))
    }

    /// Whole days from `self` until `other`, negative when `other` is earlier.
    pub fn days_until(self, other: Moment) -> i64 {
        (other.0 - self.0).num_days()
    }

    /// Whole seconds from `self` until `other`.
    pub fn seconds_until(self, other: Moment) -> i64 {
        (other.0 - self.0).num_seconds()
    }

    /// The wall clock in a zone.
    pub fn local(self, zone: ZoneName) -> NaiveDateTime {
        self.0.with_timezone(&zone.0).naive_local()
    }

    /// The civil date in a zone.
    pub fn date_in(self, zone: ZoneName) -> NaiveDate {
        self.local(zone).date()
    }
}

/// An IANA zone, such as `Asia/Irkutsk`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ZoneName(pub chrono_tz::Tz);

impl ZoneName {
    /// Moscow, where a new installation starts.
    pub const MOSCOW: ZoneName = ZoneName(chrono_tz::Europe::Moscow);

    /// The zone of an IANA name.
    pub fn parse(name: &str) -> Option<ZoneName> {
        name.parse().ok().map(ZoneName)
    }

    /// The IANA name.
    pub fn name(self) -> &'static str {
        self.0.name()
    }

    /// The instant of a wall-clock time here. A time that happens twice means its first occurrence;
    /// a time skipped by a clock change means the first instant after the gap.
    pub fn instant(self, date: NaiveDate, time: NaiveTime) -> Moment {
        let wall = date.and_time(time);
        match self.0.from_local_datetime(&wall) {
            LocalResult::Single(at) | LocalResult::Ambiguous(at, _) => Moment(at.with_timezone(&Utc)),
            LocalResult::None => self.after_gap(wall),
        }
    }

    /// The first instant after the gap that a wall-clock time falls into. A gap never lasts longer than the day that
    /// Samoa left out.
    fn after_gap(self, wall: NaiveDateTime) -> Moment {
        let next = (1..=24 * 60).map(|minutes| wall + TimeDelta::minutes(minutes));
        let mut there = next.map(|wall| self.0.from_local_datetime(&(wall.with_second(0).unwrap_or(wall))));
        let first = there.find_map(LocalResult::earliest);
        Moment(first.map_or_else(|| wall.and_utc(), |at| at.with_timezone(&Utc)))
    }

    /// The end of a day here, as the first instant that is no longer that day: a deadline
    /// "by 30 November" holds while `now < zone.end_of(30 November)`.
    pub fn end_of(self, date: NaiveDate) -> Moment {
        let next = date.checked_add_days(Days::new(1)).unwrap_or(date);
        self.instant(next, NaiveTime::MIN)
    }
}

/// Where the time comes from; an argument everywhere, so that tests decide what time it is.
#[derive(Debug, Clone)]
pub enum Clock {
    /// The machine's clock.
    System,
    /// A clock that stands until it is set (microseconds since the epoch).
    Fixed(Arc<AtomicI64>),
}

impl Clock {
    /// A clock standing at a moment.
    pub fn fixed(at: Moment) -> Clock {
        Clock::Fixed(Arc::new(AtomicI64::new(at.0.timestamp_micros())))
    }

    /// What time it is.
    #[expect(clippy::disallowed_methods, reason = "the one place the machine's clock is read")]
    pub fn now(&self) -> Moment {
        let micros = match self {
            Clock::System => Utc::now().timestamp_micros(),
            Clock::Fixed(micros) => micros.load(Ordering::SeqCst),
        };
        Moment(DateTime::from_timestamp_micros(micros).unwrap_or_default())
    }

    /// Moves a fixed clock; the machine's clock does not move.
    pub fn set(&self, at: Moment) {
        if let Clock::Fixed(micros) = self {
            micros.store(at.0.timestamp_micros(), Ordering::SeqCst);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_time_that_clocks_skip_is_the_first_instant_after_and_one_that_comes_twice_the_first() {
        let at = |zone, day, hour, minute| {
            let time = NaiveTime::from_hms_opt(hour, minute, 30).unwrap();
            ZoneName::parse(zone).unwrap().instant(date(day), time).rfc3339()
        };
        assert_eq!(at("Europe/Berlin", "2026-03-29", 2, 10), "2026-03-29T01:00:00Z");
        assert_eq!(at("Europe/Berlin", "2026-10-25", 2, 10), "2026-10-25T00:10:30Z");
        assert_eq!(
            at("Pacific/Apia", "2011-12-30", 0, 0),
            "2011-12-30T10:00:00Z",
            "a whole day was left out"
        );
    }

    #[test]
    fn ten_in_irkutsk_is_two_in_utc() {
        let zone = ZoneName::parse("Asia/Irkutsk").unwrap();
        let at = zone.instant(date("2026-11-21"), NaiveTime::from_hms_opt(10, 0, 0).unwrap());
        assert_eq!(at.rfc3339(), "2026-11-21T02:00:00Z");
    }

    #[test]
    fn a_deadline_in_irkutsk_closes_at_seven_in_the_evening_in_moscow() {
        let zone = ZoneName::parse("Asia/Irkutsk").unwrap();
        let end = zone.end_of(date("2026-11-30"));
        assert_eq!(end.local(ZoneName::MOSCOW).to_string(), "2026-11-30 19:00:00");
        assert!(Moment::parse("2026-11-30T15:59:59Z").unwrap() < end);
        assert!(Moment::parse("2026-11-30T16:00:00Z").unwrap() >= end);
    }

    #[test]
    fn almaty_changed_its_offset_on_the_first_of_march_2024() {
        let zone = ZoneName::parse("Asia/Almaty").unwrap();
        let ten = NaiveTime::from_hms_opt(10, 0, 0).unwrap();
        assert_eq!(zone.instant(date("2024-02-29"), ten).rfc3339(), "2024-02-29T04:00:00Z");
        assert_eq!(zone.instant(date("2024-03-01"), ten).rfc3339(), "2024-03-01T05:00:00Z");
    }
}
