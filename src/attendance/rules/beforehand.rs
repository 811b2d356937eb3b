//! What is known of the people of a session before it begins: who has a place, and who told that they will not come.

use super::ReasonCode;
use crate::kernel::{Moment, ZoneName};
use chrono::NaiveDate;

/// The places of a session for which people sign up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Places {
    /// How many there are, at least one.
    pub capacity: i32,
    /// From when people sign up; at once when nothing is said.
    pub opens_at: Option<Moment>,
    /// Until when; the start of the session when nothing is said.
    pub closes_at: Option<Moment>,
    /// Until when a place is given up without asking anybody; the start of the session when nothing is said.
    pub cancel_until: Option<Moment>,
    /// Whether people wait for a place when there is none.
    pub waiting_list: bool,
}

/// Whether people can sign up now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Door {
    /// From this moment on.
    Ahead(Moment),
    /// Now.
    Open,
    /// Not any more.
    Closed,
}

impl Places {
    /// Until when people sign up: half-open, and never after the start.
    pub fn closes(&self, starts_at: Moment) -> Moment {
        self.closes_at.map_or(starts_at, |at| at.min(starts_at))
    }

    /// Until when people give a place up by themselves: half-open, and never after the start. Who got it only when that
    /// was over does so until the start: there was no time before.
    pub fn cancel_by(&self, starts_at: Moment, confirmed_at: Option<Moment>) -> Moment {
        let by = self.cancel_until.map_or(starts_at, |at| at.min(starts_at));
        if confirmed_at.is_some_and(|at| at >= by) { starts_at } else { by }
    }

    /// Whether people can sign up for a session that starts then.
    pub fn door(&self, starts_at: Moment, now: Moment) -> Door {
        if now >= self.closes(starts_at) {
            return Door::Closed;
        }
        self.opens_at.filter(|at| now < *at).map_or(Door::Open, Door::Ahead)
    }

    /// The same places of a session that starts so many seconds later: their times move with it.
    pub fn shifted(&self, seconds: i64) -> Places {
        let later = |at: Option<Moment>| at.map(|at| at.plus_seconds(seconds));
        Places {
            opens_at: later(self.opens_at),
            closes_at: later(self.closes_at),
            cancel_until: later(self.cancel_until),
            ..*self
        }
    }

    /// Whether somebody who has a place since then may still give it up by themselves.
    pub fn can_be_given_up(&self, starts_at: Moment, confirmed_at: Option<Moment>, now: Moment) -> bool {
        now < self.cancel_by(starts_at, confirmed_at)
    }
}

/// How somebody stands who has signed up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// With a place.
    Confirmed,
    /// Waiting for one, as the n-th, from 1.
    Waiting(usize),
}

/// How many days after the day of a session people can still tell why they were not there.
pub const LATE_NOTICE_DAYS: i64 = 7;

/// Until when people tell about missing a session, by the wall of its zone: half-open.
pub fn told_until(held_on: NaiveDate, zone: ZoneName) -> Moment {
    zone.end_of(held_on + chrono::TimeDelta::days(LATE_NOTICE_DAYS))
}

/// What somebody told about a session they miss.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Why.
    pub reason: ReasonCode,
    /// In their own words.
    pub words: Option<String>,
    /// Whether it was told after the start.
    pub late: bool,
    /// What was decided over a late one.
    pub accepted: Option<bool>,
    /// Whether it was told in time for another day than the session is held on now: then nobody knows of this one.
    pub moved: bool,
}

impl Notice {
    /// Whether the sheet proposes an excuse by itself: what was told before the start does not ask anybody (L5),
    /// as long as the session is held on the day for which it was told.
    pub fn excuses(&self) -> bool {
        !self.late && !self.moved
    }

    /// Whether it waits for the trainer.
    pub fn waits(&self) -> bool {
        self.late && self.accepted.is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Moment {
        Moment::parse(text).unwrap()
    }

    fn places() -> Places {
        Places { capacity: 20, opens_at: None, closes_at: None, cancel_until: None, waiting_list: true }
    }

    #[test]
    fn without_times_people_sign_up_and_give_up_until_the_start() {
        let start = at("2026-09-15T02:00:00Z");
        let just_before = start.plus_seconds(-1);
        assert_eq!(places().door(start, just_before), Door::Open);
        assert_eq!(places().door(start, start), Door::Closed);
        assert!(places().can_be_given_up(start, None, just_before));
        assert!(!places().can_be_given_up(start, None, start));
    }

    #[test]
    fn times_are_half_open_and_a_session_moved_to_an_earlier_day_closes_with_its_start() {
        let start = at("2026-09-15T02:00:00Z");
        let (opens, closes) = (start.plus_minutes(-600), start.plus_minutes(-60));
        let set = Places {
            opens_at: Some(opens),
            closes_at: Some(closes),
            cancel_until: Some(start.plus_minutes(-120)),
            ..places()
        };
        assert_eq!(set.door(start, opens.plus_seconds(-1)), Door::Ahead(opens));
        assert_eq!(set.door(start, opens), Door::Open);
        assert_eq!(set.door(start, closes), Door::Closed);
        assert!(!set.can_be_given_up(start, None, start.plus_minutes(-120)));
        assert!(!set.can_be_given_up(start, Some(start.plus_minutes(-121)), start.plus_minutes(-120)));
        let moved = start.plus_minutes(-300);
        assert_eq!(set.door(moved, moved), Door::Closed);
        assert!(!set.can_be_given_up(moved, None, moved));
    }

    #[test]
    fn who_got_a_place_too_late_to_give_it_up_in_time_does_so_until_the_start() {
        let start = at("2026-09-15T02:00:00Z");
        let by = start.plus_minutes(-120);
        let set = Places { cancel_until: Some(by), ..places() };
        assert_eq!(set.cancel_by(start, Some(by.plus_seconds(-1))), by);
        assert_eq!(set.cancel_by(start, Some(by)), start);
        assert!(set.can_be_given_up(start, Some(by), start.plus_seconds(-1)));
        assert!(!set.can_be_given_up(start, Some(by), start));
    }

    #[test]
    fn the_times_of_places_move_with_their_session() {
        let start = at("2026-09-15T02:00:00Z");
        let set = Places {
            opens_at: Some(start.plus_minutes(-600)),
            cancel_until: Some(start.plus_minutes(-60)),
            ..places()
        };
        let (moved, day) = (set.shifted(86_400), start.plus_minutes(1440));
        assert_eq!(moved.door(day, day.plus_minutes(-601)), Door::Ahead(day.plus_minutes(-600)));
        assert_eq!((moved.closes_at, moved.cancel_by(day, None)), (None, day.plus_minutes(-60)));
        assert_eq!(moved.shifted(-86_400), set);
    }

    #[test]
    fn a_week_later_at_midnight_of_the_session_nobody_tells_any_more() {
        let irkutsk = ZoneName::parse("Asia/Irkutsk").unwrap();
        let until = told_until("2026-09-15".parse().unwrap(), irkutsk);
        assert_eq!(until, at("2026-09-22T16:00:00Z"));
    }

    #[test]
    fn a_late_notice_waits_until_it_is_decided_and_never_excuses_by_itself() {
        let early =
            Notice { reason: ReasonCode::Illness, words: None, late: false, accepted: None, moved: false };
        assert!(early.excuses() && !early.waits());
        assert!(!Notice { moved: true, ..early.clone() }.excuses(), "nothing is known of the new day");
        let late = Notice { late: true, ..early };
        assert!(late.waits() && !late.excuses());
        assert!(!Notice { accepted: Some(false), ..late }.waits());
    }
}
