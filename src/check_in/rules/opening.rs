//! When people can mark themselves, and what mark an arrival makes.

use crate::attendance::rules::marks::OPENS_BEFORE_MINUTES;
use crate::attendance::rules::{Mark, Presence, SessionMode, Status};
use crate::kernel::{Fault, Minutes, Moment};

/// How long what was scanned waits for its reader to sign in or for the opening, in minutes.
pub const SCAN_HOLDS_MINUTES: i64 = 30;
/// The most minutes before the start from which people can mark themselves: as long as the sheet can be marked.
pub const MOST_BEFORE: i32 = OPENS_BEFORE_MINUTES as i32;
/// The most minutes after the start in which nobody is late yet.
pub const LONGEST_GRACE: i32 = 240;
/// How far apart the questions whether somebody is still there can be, in minutes.
pub const PROMPTS: (i32, i32) = (5, 120);

/// How a trainer lets people mark themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// By the code in the room.
    pub in_person: bool,
    /// By the code of the meeting.
    pub online: bool,
    /// Whether joining the meeting marks as well.
    pub by_joining: bool,
    /// Whether a number said aloud is asked for besides the code.
    pub spoken: bool,
    /// From how many minutes before the start.
    pub opens_before: i32,
    /// Until how many minutes after the start nobody is late.
    pub on_time_after: i32,
    /// Every how many minutes people online are asked whether they are still there.
    pub prompt_minutes: Option<i32>,
}

impl Opening {
    /// What is filled in at first.
    pub fn usual(mode: SessionMode) -> Opening {
        Opening {
            in_person: mode.has_place(),
            online: mode.has_link(),
            by_joining: false,
            spoken: false,
            opens_before: 15,
            on_time_after: 15,
            prompt_minutes: None,
        }
    }

    /// What cannot be so in a session of this mode.
    pub fn faults(&self, mode: SessionMode) -> Vec<Fault> {
        let between = |field: &str, value: i32, (low, high): (i32, i32)| {
            let fault = || Fault::new(field, "out-of-range").with("low", low).with("high", high);
            (!(low..=high).contains(&value)).then(fault)
        };
        let nowhere = !self.in_person && !self.online;
        let wrong = (self.in_person && !mode.has_place()) || (self.online && !mode.has_link());
        let offline = !self.online && (self.by_joining || self.prompt_minutes.is_some());
        // Whoever presses a button has heard no number.
        let unheard = self.by_joining && self.spoken;
        [
            nowhere.then(|| Fault::new("ways", "check-in-way")),
            wrong.then(|| Fault::new("ways", "check-in-way-of-session")),
            offline.then(|| Fault::new("ways", "check-in-online-only")),
            unheard.then(|| Fault::new("ways", "check-in-joining-or-number")),
            between("opens_before", self.opens_before, (0, MOST_BEFORE)),
            between("on_time_after", self.on_time_after, (0, LONGEST_GRACE)),
            self.prompt_minutes.and_then(|minutes| between("prompt_minutes", minutes, PROMPTS)),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// The ways of being there that have a code.
    pub fn ways(&self) -> Vec<Presence> {
        let ways = [(self.in_person, Presence::InPerson), (self.online, Presence::Online)];
        ways.into_iter().filter(|(offered, _)| *offered).map(|(_, way)| way).collect()
    }
}

/// The moments that decide over an arrival.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Times {
    /// When the session starts.
    pub starts_at: Moment,
    /// When it ends.
    pub ends_at: Moment,
    /// From when people can mark themselves.
    pub opens_at: Moment,
    /// Until when nobody is late.
    pub on_time_until: Moment,
    /// Since when nobody can any more, by the trainer's hand.
    pub closed_at: Option<Moment>,
    /// Whether the session is cancelled.
    pub cancelled: bool,
}

/// Whether people can mark themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// From this moment on.
    Ahead(Moment),
    /// They can.
    Open,
    /// Not any more.
    Closed,
}

impl State {
    /// From when a code is shown, while that is ahead: what was scanned earlier would be over at the opening.
    pub fn code_ahead(self, now: Moment) -> Option<Moment> {
        let State::Ahead(opens_at) = self else { return None };
        Some(opens_at.plus_minutes(-SCAN_HOLDS_MINUTES)).filter(|from| now < *from)
    }
}

impl Times {
    /// The times of a session and an opening.
    pub fn new(
        opening: &Opening,
        (starts_at, ends_at): (Moment, Moment),
        closed_at: Option<Moment>,
        cancelled: bool,
    ) -> Times {
        let opens_at = starts_at.plus_minutes(-i64::from(opening.opens_before));
        let on_time_until = starts_at.plus_minutes(i64::from(opening.on_time_after));
        Times { starts_at, ends_at, opens_at, on_time_until, closed_at, cancelled }
    }

    /// Whether people can mark themselves at a moment.
    pub fn state(&self, at: Moment) -> State {
        let closed = self.closed_at.is_some_and(|closed| at >= closed);
        if self.cancelled || closed || at >= self.ends_at {
            State::Closed
        } else if at < self.opens_at {
            State::Ahead(self.opens_at)
        } else {
            State::Open
        }
    }

    /// The moment that an arrival counts from: that of the scan, or of the opening when somebody was earlier.
    ///
    /// # Errors
    /// The state, when it cannot count: before the opening, or after the close.
    pub fn arrival(&self, scanned: Moment, now: Moment) -> Result<Moment, State> {
        let at = scanned.max(self.opens_at).min(now);
        match self.state(at) {
            State::Open => Ok(at),
            other => Err(other),
        }
    }

    /// The mark of somebody who arrived at a moment: late by whole minutes since the start, once the time is over
    /// in which nobody is.
    pub fn mark(&self, at: Moment, presence: Presence) -> Mark {
        let length = (self.starts_at.seconds_until(self.ends_at) / 60).max(1);
        let late = (self.starts_at.seconds_until(at) / 60).clamp(1, length);
        let (status, late) = if at > self.on_time_until && at > self.starts_at {
            (Status::Late, Minutes(i32::try_from(late).unwrap_or(1)))
        } else {
            (Status::Present, Minutes::ZERO)
        };
        Mark { late, ..Mark::of(status, presence) }
    }
}

/// Whether something that was scanned still counts.
pub fn scan_holds(scanned: Moment, now: Moment) -> bool {
    scanned <= now && now <= scanned.plus_minutes(SCAN_HOLDS_MINUTES)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn start() -> Moment {
        Moment::parse("2026-09-15T02:00:00Z").unwrap()
    }

    fn times(closed_at: Option<Moment>) -> Times {
        let opening = Opening::usual(SessionMode::InPerson);
        Times::new(&opening, (start(), start().plus_minutes(90)), closed_at, false)
    }

    fn codes(opening: &Opening, mode: SessionMode) -> Vec<String> {
        opening.faults(mode).into_iter().map(|fault| format!("{} {}", fault.field, fault.code)).collect()
    }

    #[test]
    fn people_can_mark_themselves_from_a_quarter_of_an_hour_before_until_the_end_or_the_close() {
        let (open, closed) = (times(None), times(Some(start().plus_minutes(20))));
        assert_eq!(open.state(start().plus_seconds(-901)), State::Ahead(start().plus_minutes(-15)));
        assert_eq!(open.state(start().plus_minutes(-15)), State::Open);
        assert_eq!(open.state(start().plus_minutes(89)), State::Open);
        assert_eq!(open.state(start().plus_minutes(90)), State::Closed);
        assert_eq!(closed.state(start().plus_minutes(19)), State::Open);
        assert_eq!(closed.state(start().plus_minutes(20)), State::Closed);
        assert_eq!(Times { cancelled: true, ..open }.state(start()), State::Closed);
    }

    #[test]
    fn who_scanned_before_the_close_arrives_after_it_and_who_was_early_at_the_opening() {
        let closed = times(Some(start().plus_minutes(5)));
        let (scanned, now) = (start().plus_minutes(4), start().plus_minutes(7));
        assert_eq!(closed.arrival(scanned, now), Ok(scanned));
        assert_eq!(closed.arrival(now, now), Err(State::Closed));
        let (early, opening) = (start().plus_minutes(-20), start().plus_minutes(-15));
        assert_eq!(times(None).arrival(early, early), Err(State::Ahead(opening)));
        assert_eq!(times(None).arrival(early, opening.plus_seconds(3)), Ok(opening));
    }

    #[test]
    fn lateness_is_counted_from_the_start_once_the_grace_is_over() {
        let mark = |seconds| times(None).mark(start().plus_seconds(seconds), Presence::InPerson);
        assert_eq!((mark(-60).status, mark(900).status), (Status::Present, Status::Present));
        assert_eq!((mark(901).status, mark(901).late), (Status::Late, Minutes(15)));
        assert_eq!(mark(20 * 60 + 59).late, Minutes(20));
        let strict = Times { on_time_until: start(), ..times(None) };
        assert_eq!(strict.mark(start().plus_seconds(1), Presence::Online).late, Minutes(1));
    }

    #[test]
    fn a_code_is_shown_from_half_an_hour_before_the_opening() {
        let opens_at = start().plus_minutes(-15);
        let ahead = |minutes| State::Ahead(opens_at).code_ahead(start().plus_minutes(minutes));
        assert_eq!((ahead(-46), ahead(-45)), (Some(start().plus_minutes(-45)), None));
        assert_eq!((State::Open.code_ahead(start()), State::Closed.code_ahead(start())), (None, None));
    }

    #[test]
    fn what_cannot_be_in_a_session_is_named_at_once() {
        let usual = |mode| Opening::usual(mode);
        for mode in SessionMode::ALL {
            assert_eq!(codes(&usual(*mode), *mode), Vec::<String>::new());
        }
        assert_eq!(
            codes(&usual(SessionMode::Online), SessionMode::InPerson),
            ["ways check-in-way-of-session"]
        );
        let nothing =
            Opening { in_person: false, by_joining: true, opens_before: 31, ..usual(SessionMode::InPerson) };
        assert_eq!(
            codes(&nothing, SessionMode::InPerson),
            ["ways check-in-way", "ways check-in-online-only", "opens_before out-of-range"]
        );
        let unheard = Opening { by_joining: true, spoken: true, ..usual(SessionMode::Online) };
        assert_eq!(codes(&unheard, SessionMode::Online), ["ways check-in-joining-or-number"]);
        let often = Opening { prompt_minutes: Some(1), ..usual(SessionMode::Online) };
        assert_eq!(codes(&often, SessionMode::Online), ["prompt_minutes out-of-range"]);
    }

    proptest! {
        #[test]
        fn every_mark_can_stand_on_a_sheet(length in 1..600i64, grace in 0..240i32, second in -2_000..40_000i64) {
            let opening = Opening { on_time_after: grace, ..Opening::usual(SessionMode::Mixed) };
            let times = Times::new(&opening, (start(), start().plus_minutes(length)), None, false);
            let at = start().plus_seconds(second);
            if times.state(at) == State::Open {
                let mark = times.mark(at, Presence::Online);
                prop_assert_eq!(mark.fault(Minutes(i32::try_from(length).unwrap())), None);
            }
        }
    }
}
