//! When people are reminded of a session (T1), and when letters about absence go.
//!
//! A reminder goes from so many hours before the start on, and no later than when half of them have passed: «tomorrow»
//! is not said two hours before. A session that was booked, moved or filled later than that is not reminded of by this
//! lead; a shorter one may still come. Where two would go at once only the shorter one does.

use crate::kernel::{Moment, ZoneName};
use chrono::Timelike;

/// From when on a reminder of so many hours goes.
pub fn opens(lead_hours: i32, starts_at: Moment) -> Moment {
    starts_at.plus_minutes(-60 * i64::from(lead_hours))
}

/// When it is too late for it: half-open.
pub fn closes(lead_hours: i32, starts_at: Moment) -> Moment {
    starts_at.plus_minutes(-30 * i64::from(lead_hours))
}

/// The reminder that is to go now of a session, in hours before its start.
pub fn due(leads: &[i32], starts_at: Moment, now: Moment) -> Option<i32> {
    let goes = |lead: &i32| (opens(*lead, starts_at)..closes(*lead, starts_at)).contains(&now);
    leads.iter().copied().filter(goes).min()
}

/// The reminders of a session that are still to come, the next one first: when, and how many hours before.
pub fn ahead(leads: &[i32], starts_at: Moment, now: Moment) -> Vec<(Moment, i32)> {
    let mut ahead: Vec<(Moment, i32)> =
        leads.iter().map(|lead| (opens(*lead, starts_at), *lead)).filter(|(at, _)| *at > now).collect();
    ahead.sort_unstable();
    ahead
}

/// How somebody stands to a session before it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Whether what is taught is asked of them at all (A14).
    pub asked: bool,
    /// Whether they have a place, where one needs it.
    pub seat: Option<bool>,
    /// Whether they told that they will not come, and that holds (L5).
    pub excused: bool,
}

/// Whether somebody is expected in a session, and so reminded of it.
pub fn is_expected(standing: Standing) -> bool {
    standing.asked && standing.seat != Some(false) && !standing.excused
}

/// Letters about absence go from nine in the morning …
const MORNING: u32 = 9;
/// … until nine in the evening, by the clock of the edition.
const EVENING: u32 = 21;

/// Whether letters about absence go at this hour.
pub fn is_daytime(zone: ZoneName, now: Moment) -> bool {
    (MORNING..EVENING).contains(&now.local(zone).hour())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(text: &str) -> Moment {
        Moment::parse(text).unwrap()
    }

    #[test]
    fn a_day_before_from_the_minute_on_and_not_in_the_last_half_of_it() {
        let start = at("2026-09-16T06:00:00Z");
        let due = |now| due(&[24], start, at(now));
        assert_eq!(due("2026-09-15T05:59:59Z"), None);
        assert_eq!(due("2026-09-15T06:00:00Z"), Some(24));
        assert_eq!(
            due("2026-09-15T17:59:59Z"),
            Some(24),
            "the program was away, or the session was booked late"
        );
        assert_eq!(due("2026-09-15T18:00:00Z"), None, "twelve hours before nobody says «tomorrow»");
    }

    #[test]
    fn where_two_would_go_the_shorter_one_does() {
        let start = at("2026-09-16T06:00:00Z");
        assert_eq!(due(&[24, 20], start, start.plus_minutes(-23 * 60)), Some(24));
        assert_eq!(due(&[24, 20], start, start.plus_minutes(-18 * 60)), Some(20));
        assert_eq!(due(&[24, 2], start, start.plus_minutes(-3 * 60)), None);
        assert_eq!(due(&[24, 2], start, start.plus_minutes(-90)), Some(2));
        assert_eq!(due(&[], start, start.plus_minutes(-90)), None, "switched off");
    }

    #[test]
    fn the_reminders_to_come_stand_in_their_order() {
        let start = at("2026-09-16T06:00:00Z");
        let leads =
            |now| ahead(&[48, 24, 2], start, at(now)).iter().map(|(_, lead)| *lead).collect::<Vec<_>>();
        assert_eq!(leads("2026-09-14T05:00:00Z"), [48, 24, 2]);
        assert_eq!(leads("2026-09-15T07:00:00Z"), [2]);
        assert_eq!(ahead(&[24], start, at("2026-09-14T05:00:00Z")), [(at("2026-09-15T06:00:00Z"), 24)]);
    }

    #[test]
    fn only_those_are_reminded_who_are_expected() {
        let comes = Standing { asked: true, seat: None, excused: false };
        assert!(is_expected(comes) && is_expected(Standing { seat: Some(true), ..comes }));
        assert!(!is_expected(Standing { seat: Some(false), ..comes }), "they wait for a place, or want none");
        assert!(!is_expected(Standing { asked: false, ..comes }));
        assert!(!is_expected(Standing { excused: true, seat: Some(true), ..comes }));
    }

    #[test]
    fn letters_about_absence_go_by_day_in_the_edition() {
        let irkutsk = ZoneName::parse("Asia/Irkutsk").unwrap();
        let day = |text| is_daytime(irkutsk, at(text));
        assert!(!day("2026-09-15T00:59:59Z") && day("2026-09-15T01:00:00Z"), "nine in Irkutsk");
        assert!(day("2026-09-15T12:59:59Z") && !day("2026-09-15T13:00:00Z"), "nine in the evening");
    }

    proptest! {
        #[test]
        fn nobody_is_reminded_of_what_has_begun_or_before_the_lead(
            leads in proptest::collection::vec(1..=336i32, 0..4),
            minute in -30_000..2_000i64,
        ) {
            let start = at("2026-09-16T06:00:00Z");
            let now = start.plus_minutes(minute);
            if let Some(lead) = due(&leads, start, now) {
                prop_assert!(leads.contains(&lead));
                prop_assert!(now < start && opens(lead, start) <= now && now < closes(lead, start));
            }
        }
    }
}
