//! When somebody is reminded of a deadline.

use crate::kernel::{Moment, ZoneName};
use chrono::{Days, NaiveTime};

/// How many days before the last day there is a reminder.
pub const DAYS_BEFORE: [u32; 2] = [3, 1];
/// When in the morning, where the person is.
const MORNING: NaiveTime = match NaiveTime::from_hms_opt(9, 0, 0) {
    Some(nine) => nine,
    None => NaiveTime::MIN,
};

/// The reminder that is to be sent now: so many days before the day on which the deadline falls where the person is,
/// from nine in the morning until the end of that day.
pub fn reminder(due: Moment, zone: ZoneName, now: Moment) -> Option<u32> {
    // The deadline itself is already late: the day of the instant before it counts.
    let last = due.plus_minutes(-1).date_in(zone);
    DAYS_BEFORE.into_iter().find(|days| {
        let day = last.checked_sub_days(Days::new((*days).into())).unwrap_or(last);
        zone.instant(day, MORNING) <= now && now < zone.end_of(day) && now < due
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_sent_in_the_morning_where_the_person_is() {
        let at = |text| Moment::parse(text).unwrap();
        let zone = |name| ZoneName::parse(name).unwrap();
        let (moscow, irkutsk) = (zone("Europe/Moscow"), zone("Asia/Irkutsk"));
        // Midnight after 15 September in Irkutsk, 19:00 of 15 September in Moscow.
        let due = at("2026-09-15T16:00:00Z");
        assert_eq!(reminder(due, irkutsk, at("2026-09-12T00:59:59Z")), None);
        assert_eq!(reminder(due, irkutsk, at("2026-09-12T01:00:00Z")), Some(3));
        assert_eq!(reminder(due, moscow, at("2026-09-12T01:00:00Z")), None);
        assert_eq!(reminder(due, moscow, at("2026-09-12T06:00:00Z")), Some(3));
        assert_eq!(reminder(due, moscow, at("2026-09-12T21:00:00Z")), None, "that day is over");
        assert_eq!(reminder(due, moscow, at("2026-09-13T09:00:00Z")), None);
        assert_eq!(reminder(due, moscow, at("2026-09-14T06:00:00Z")), Some(1));
        assert_eq!(reminder(due, moscow, at("2026-09-15T09:00:00Z")), None);
    }
}
