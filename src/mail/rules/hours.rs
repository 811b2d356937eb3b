//! Hours of the day on a person's own clock: when letters rest, and when the letter of the day goes.

use crate::kernel::{Moment, ZoneName};
use chrono::{Days, NaiveTime, Timelike};

/// The longest quiet hours, in minutes: with them every letter goes within a day, also where clocks are changed.
/// Whoever wants less mail than that switches it off.
pub const LONGEST_QUIET: i64 = 16 * 60;

const DAY: i64 = 24 * 60;

/// Hours in which nothing that can wait is sent, from one full minute to another, past midnight where the first is the
/// later one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quiet {
    /// The first minute of rest.
    pub from: NaiveTime,
    /// The first minute after it.
    pub to: NaiveTime,
}

impl Quiet {
    /// Whether a time of day is among them.
    pub fn holds(self, time: NaiveTime) -> bool {
        if self.from < self.to {
            self.from <= time && time < self.to
        } else {
            self.from <= time || time < self.to
        }
    }

    /// How long they last by the clock, in minutes.
    pub fn minutes(self) -> i64 {
        (self.to - self.from).num_minutes().rem_euclid(DAY)
    }
}

/// The moment itself, or the first full minute after it that is not within the quiet hours.
pub fn after_quiet(asked: Moment, quiet: Quiet, zone: ZoneName) -> Moment {
    let rests = |at: Moment| quiet.holds(at.local(zone).time());
    if !rests(asked) {
        return asked;
    }
    // Minute by minute: where clocks are changed, an hour is left out or comes twice.
    let full = asked.to_full_minute();
    (0..=DAY).map(|minutes| full.plus_minutes(minutes)).find(|at| !rests(*at)).unwrap_or(asked)
}

/// The next moment at which the clock in a zone shows a time, later than now.
pub fn next_at(now: Moment, time: NaiveTime, zone: ZoneName) -> Moment {
    let today = now.date_in(zone);
    let days = (0..=2).filter_map(|days| today.checked_add_days(Days::new(days)));
    days.map(|date| zone.instant(date, time)).find(|at| *at > now).unwrap_or_else(|| now.plus_minutes(DAY))
}

/// A time as it is kept: minutes since midnight.
pub fn minute_of(time: NaiveTime) -> i32 {
    i32::try_from(time.num_seconds_from_midnight() / 60).unwrap_or_default()
}

/// The time of so many minutes since midnight.
pub fn at_minute(minute: i32) -> NaiveTime {
    let seconds = u32::try_from(minute).unwrap_or_default() * 60;
    NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0).unwrap_or_default()
}

/// A time of day as it is typed: `22:00`, `7.30`. Seconds are left out.
pub fn parse(text: &str) -> Option<NaiveTime> {
    let text = text.trim();
    let time =
        ["%H:%M", "%H:%M:%S", "%H.%M"].iter().find_map(|form| NaiveTime::parse_from_str(text, form).ok())?;
    time.with_second(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Zones with and without a change of clocks, one of them by half an hour, and those of the people who learn here.
    const ZONES: [&str; 7] = [
        "Europe/Moscow",
        "Asia/Almaty",
        "Asia/Kamchatka",
        "Europe/Berlin",
        "America/New_York",
        "Australia/Lord_Howe",
        "Asia/Kolkata",
    ];

    fn zone(name: &str) -> ZoneName {
        ZoneName::parse(name).unwrap()
    }

    fn quiet(from: &str, to: &str) -> Quiet {
        Quiet { from: parse(from).unwrap(), to: parse(to).unwrap() }
    }

    fn moment(text: &str) -> Moment {
        Moment::parse(text).unwrap()
    }

    #[test]
    fn the_night_ends_in_the_morning_whichever_side_of_midnight_it_is() {
        let (night, almaty) = (quiet("22:00", "08:00"), zone("Asia/Almaty"));
        let after = |at: &str| after_quiet(moment(at), night, almaty).rfc3339();
        assert_eq!(after("2026-09-15T16:59:59Z"), "2026-09-15T16:59:59Z", "one second before ten");
        assert_eq!(after("2026-09-15T17:00:00Z"), "2026-09-16T03:00:00Z");
        assert_eq!(after("2026-09-15T20:10:30Z"), "2026-09-16T03:00:00Z", "ten past one");
        assert_eq!(after("2026-09-16T03:00:00Z"), "2026-09-16T03:00:00Z", "eight is no longer quiet");
        let noon = quiet("13:00", "14:30");
        assert_eq!(
            after_quiet(moment("2026-09-15T08:15:00Z"), noon, almaty).rfc3339(),
            "2026-09-15T09:30:00Z"
        );
    }

    #[test]
    fn an_hour_that_comes_twice_or_not_at_all_keeps_nobody_waiting_for_a_day() {
        let berlin = zone("Europe/Berlin");
        // The second ten past two of that night; quiet until half past two.
        let twice = after_quiet(moment("2026-10-25T01:10:00Z"), quiet("22:00", "02:30"), berlin);
        assert_eq!(twice.rfc3339(), "2026-10-25T01:30:00Z");
        // Half past two is left out.
        let skipped = after_quiet(moment("2026-03-29T00:50:00Z"), quiet("22:00", "02:30"), berlin);
        assert_eq!(skipped.rfc3339(), "2026-03-29T01:00:00Z");
    }

    #[test]
    fn times_are_read_as_people_type_them_and_kept_as_minutes() {
        for (typed, minute) in
            [("22:00", 1320), ("7:05", 425), ("07.30", 450), ("00:00:59", 0), (" 23:59 ", 1439)]
        {
            assert_eq!(parse(typed).map(minute_of), Some(minute), "{typed}");
            assert_eq!(Some(at_minute(minute)), parse(typed));
        }
        for wrong in ["25:00", "24:00", "12:60", "", "утром", "-1:00"] {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
        assert_eq!(quiet("22:00", "08:00").minutes(), 600);
        assert_eq!(quiet("13:00", "14:30").minutes(), 90);
    }

    fn some_moment() -> impl Strategy<Value = Moment> {
        // 2024 to 2030, in seconds.
        (1_704_067_200i64..1_893_456_000)
            .prop_map(|at| Moment::parse("1970-01-01T00:00:00Z").unwrap().plus_seconds(at))
    }

    fn some_quiet() -> impl Strategy<Value = Quiet> {
        (0..1440i32, 1..=LONGEST_QUIET as i32)
            .prop_map(|(from, long)| Quiet { from: at_minute(from), to: at_minute((from + long) % 1440) })
    }

    proptest! {
        #[test]
        fn a_letter_never_goes_in_quiet_hours_nor_before_it_was_asked_for_nor_a_day_late(
            asked in some_moment(), quiet in some_quiet(), name in proptest::sample::select(ZONES.to_vec())
        ) {
            let goes = after_quiet(asked, quiet, zone(name));
            prop_assert!(!quiet.holds(goes.local(zone(name)).time()), "{} {}", goes.rfc3339(), name);
            prop_assert!(goes >= asked);
            prop_assert!(asked.seconds_until(goes) <= DAY * 60, "{}", asked.seconds_until(goes));
            prop_assert_eq!(after_quiet(goes, quiet, zone(name)), goes, "once awake, always awake");
        }

        #[test]
        fn the_letter_of_the_day_comes_within_a_day_at_its_hour(
            now in some_moment(), minute in 0..1440i32, name in proptest::sample::select(ZONES.to_vec())
        ) {
            let (time, zone) = (at_minute(minute), zone(name));
            let next = next_at(now, time, zone);
            prop_assert!(next > now);
            // A day on which clocks are put back has 25 hours, and an hour that is left out is made up for.
            prop_assert!(now.seconds_until(next) <= (DAY + 120) * 60);
            let shown = next.local(zone).time();
            let skipped = zone.instant(next.date_in(zone), time) == next && shown > time;
            prop_assert!(shown == time || skipped, "{shown} {time} {name}");
        }
    }
}
