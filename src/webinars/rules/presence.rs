//! How long somebody was there, out of comings and goings that may overlap; and the mark that this makes.

use crate::attendance::rules::{Mark, Presence, Status};
use crate::kernel::{Minutes, Moment};

/// Who leaves so many minutes early, or is away for so long in all, was there to the end: the last minutes of a webinar are
/// goodbyes, and connections break.
pub const AWAY_TOLERANCE: Minutes = Minutes(5);

/// What a row says of somebody's time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stay {
    /// From a moment to a moment.
    Between(Moment, Moment),
    /// Somewhere between two moments for so many seconds: less than lies between them.
    Within(Moment, Moment, i64),
    /// For so many seconds, nobody knows when.
    For(i64),
    /// The list says no more than that the person was there.
    There,
}

/// A session's time, with how much may be missed at its beginning without being late.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Frame {
    /// When it starts.
    pub starts_at: Moment,
    /// When it ends.
    pub ends_at: Moment,
    /// So long after the start nobody is late yet.
    pub grace: Minutes,
}

/// How long somebody was there.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Time {
    /// Seconds, each counted once and none outside of the session.
    pub seconds: i64,
    /// Seconds between the start of the session and the first moment there, where that is known.
    pub late: i64,
}

impl Frame {
    /// From start to end, in seconds.
    pub fn length(&self) -> i64 {
        self.starts_at.seconds_until(self.ends_at).max(0)
    }

    /// The part of a span that lies in the session, in seconds from its start.
    fn clip(&self, (from, to): (Moment, Moment)) -> Option<(i64, i64)> {
        let from = self.starts_at.seconds_until(from).clamp(0, self.length());
        let to = self.starts_at.seconds_until(to).clamp(0, self.length());
        (from < to).then_some((from, to))
    }

    /// How long somebody with these stays was there. Their order does not matter, and time that two of them share counts
    /// once. What has no moments is added as far as there is room.
    pub fn time(&self, stays: &[Stay]) -> Time {
        let length = self.length();
        if stays.contains(&Stay::There) {
            return Time { seconds: length, late: 0 };
        }
        let (mut exact, mut all, mut loose, mut unknown) = (Vec::new(), Vec::new(), 0, false);
        for stay in stays {
            match *stay {
                Stay::Between(from, to) => exact.extend(self.clip((from, to))),
                Stay::Within(from, to, seconds) => {
                    let clipped = self.clip((from, to));
                    loose += clipped.map_or(0, |(from, to)| seconds.clamp(0, to - from));
                    all.extend(clipped);
                }
                Stay::For(seconds) => (loose, unknown) = (loose + seconds.clamp(0, length), true),
                Stay::There => {}
            }
        }
        all.extend(&exact);
        let first = all.iter().map(|(from, _)| *from).min();
        let room = if unknown { length } else { union(all) };
        let seconds = (union(exact) + loose).min(room);
        let late = first.filter(|_| !unknown).unwrap_or(0);
        Time { seconds, late: late.min(length - seconds) }
    }

    /// The mark of somebody who was there for so long by the link; nothing for who was not there at all.
    pub fn mark(&self, time: Time) -> Option<Mark> {
        if time.seconds < 60 {
            return None;
        }
        let minutes = |seconds: i64| Minutes(i32::try_from(seconds / 60).unwrap_or(i32::MAX));
        let late = minutes(time.late);
        let late = if late <= self.grace { Minutes::ZERO } else { late };
        let rest = minutes((self.length() - time.seconds - time.late).max(0));
        let early = if rest <= AWAY_TOLERANCE { Minutes::ZERO } else { rest };
        let status = match (late > Minutes::ZERO, early > Minutes::ZERO) {
            (true, _) => Status::Late,
            (false, true) => Status::LeftEarly,
            (false, false) => Status::Present,
        };
        Some(Mark { late, early, ..Mark::of(status, Presence::Online) })
    }
}

/// The length of what spans cover together.
fn union(mut spans: Vec<(i64, i64)>) -> i64 {
    spans.sort_unstable();
    let (mut covered, mut end) = (0, i64::MIN);
    for (from, to) in spans {
        covered += (to - from.max(end)).max(0);
        end = end.max(to);
    }
    covered
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const START: &str = "2026-09-15T02:00:00Z";

    fn at(minutes: i64) -> Moment {
        Moment::parse(START).unwrap().plus_minutes(minutes)
    }

    fn frame() -> Frame {
        Frame { starts_at: at(0), ends_at: at(90), grace: Minutes(15) }
    }

    fn between(from: i64, to: i64) -> Stay {
        Stay::Between(at(from), at(to))
    }

    fn marked(stays: &[Stay]) -> Option<(Status, i32, i32)> {
        let mark = frame().mark(frame().time(stays))?;
        Some((mark.status, mark.late.0, mark.early.0))
    }

    #[test]
    fn what_is_away_is_late_at_the_start_and_early_for_the_rest() {
        assert_eq!(marked(&[between(-10, 100)]), Some((Status::Present, 0, 0)));
        assert_eq!(marked(&[between(15, 90)]), Some((Status::Present, 0, 0)), "nobody is late yet");
        assert_eq!(marked(&[between(16, 90)]), Some((Status::Late, 16, 0)));
        assert_eq!(marked(&[between(0, 60)]), Some((Status::LeftEarly, 0, 30)));
        assert_eq!(marked(&[between(20, 60)]), Some((Status::Late, 20, 30)));
        assert_eq!(marked(&[between(0, 30), between(50, 90)]), Some((Status::LeftEarly, 0, 20)));
        assert_eq!(marked(&[between(0, 86)]), Some((Status::Present, 0, 0)));
        assert_eq!(marked(&[between(-60, 0), between(90, 120)]), None, "only before and after");
        assert_eq!(marked(&[]), None);
    }

    #[test]
    fn a_length_of_time_without_moments_counts_as_far_as_there_is_room() {
        assert_eq!(marked(&[Stay::For(40 * 60)]), Some((Status::LeftEarly, 0, 50)));
        assert_eq!(marked(&[Stay::For(60 * 60), Stay::For(60 * 60)]), Some((Status::Present, 0, 0)));
        assert_eq!(marked(&[Stay::There]), Some((Status::Present, 0, 0)));
        let within = Stay::Within(at(0), at(90), 45 * 60);
        assert_eq!(marked(&[within]), Some((Status::LeftEarly, 0, 45)));
        let outside = Stay::Within(at(-90), at(10), 100 * 60);
        assert_eq!(frame().time(&[outside]).seconds, 600, "no more than lies in the session");
    }

    fn stay() -> impl Strategy<Value = Stay> {
        prop_oneof![
            4 => (-30_i64..120, 0_i64..120).prop_map(|(from, length)| between(from, from + length)),
            1 => (-30_i64..120, 1_i64..120, 0_i64..7200)
                .prop_map(|(from, length, seconds)| Stay::Within(at(from), at(from + length), seconds)),
            1 => (0_i64..7200).prop_map(Stay::For),
        ]
    }

    proptest! {
        #[test]
        fn the_order_of_rows_never_matters(mut stays in proptest::collection::vec(stay(), 0..8), by in 0_usize..8) {
            let before = frame().time(&stays);
            let places = stays.len().max(1);
            stays.rotate_left(by % places);
            prop_assert_eq!(frame().time(&stays), before);
            stays.reverse();
            prop_assert_eq!(frame().time(&stays), before);
        }

        #[test]
        fn nobody_is_there_for_longer_than_the_session(stays in proptest::collection::vec(stay(), 0..8)) {
            let time = frame().time(&stays);
            prop_assert!((0..=frame().length()).contains(&time.seconds));
            prop_assert!(time.late >= 0 && time.late + time.seconds <= frame().length());
            if let Some(mark) = frame().mark(time) {
                prop_assert_eq!(mark.fault(Minutes(90)), None);
            }
        }

        #[test]
        fn saying_the_same_time_twice_or_in_parts_changes_nothing(
            spans in proptest::collection::vec((-30_i64..120, 1_i64..120), 1..6),
            cut in 0_i64..120,
        ) {
            let stays: Vec<Stay> = spans.iter().map(|(from, length)| between(*from, from + length)).collect();
            let before = frame().time(&stays);
            let twice: Vec<Stay> = stays.iter().chain(&stays).copied().collect();
            prop_assert_eq!(frame().time(&twice), before);
            let parts: Vec<Stay> = spans.iter().flat_map(|(from, length)| {
                let middle = from + cut % (length + 1);
                [between(*from, middle), between(middle, from + length)]
            }).collect();
            prop_assert_eq!(frame().time(&parts), before);
        }
    }
}
