//! What has been held by now of what was planned. A session stands for its share of the activity, by its length; it
//! is held once it is over and was not cancelled. Pure.

mod each;

pub use each::{HeldEach, Seat};

use super::ActivityFact;
use super::assignment::theirs;
use crate::kernel::{ActivityId, Minutes, Moment, Permille, SessionId};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// A session that was not cancelled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Meeting {
    /// The session.
    pub session: SessionId,
    /// Of which activity.
    pub activity: ActivityId,
    /// From when.
    pub starts_at: Moment,
    /// Until when.
    pub ends_at: Moment,
    /// Whether anybody was marked in it.
    pub marked: bool,
    /// Whether people sign up for it: then it is one of several for the same, of which everybody goes to one.
    pub by_choice: bool,
}

impl Meeting {
    fn length(&self) -> Minutes {
        Minutes(i32::try_from(self.starts_at.seconds_until(self.ends_at) / 60).unwrap_or(0).max(0))
    }

    /// Whether it is over.
    pub fn has_ended(&self, now: Moment) -> bool {
        self.ends_at <= now
    }
}

/// The planned minutes of an activity that fall on each of its sessions: by length, each rounded down as far as it
/// goes, and together exactly what was planned. Sessions come in the order they are held.
pub fn shares(planned: Minutes, lengths: &[Minutes]) -> Vec<Minutes> {
    let whole: i64 = lengths.iter().map(|length| i64::from(length.0.max(0))).sum();
    if whole == 0 {
        return vec![Minutes::ZERO; lengths.len()];
    }
    let (planned, mut passed, mut given) = (i64::from(planned.0.max(0)), 0, 0);
    let share = |length: &Minutes| {
        passed += i64::from(length.0.max(0));
        let up_to = planned * passed / whole;
        let share = up_to - given;
        given = up_to;
        Minutes(i32::try_from(share).unwrap_or(i32::MAX))
    };
    lengths.iter().map(share).collect()
}

/// The same where people sign up for some of the sessions; a piece is a length with whether it is chosen so. One of these
/// is as good as another: together they are one session, as long as the longest of them, and each stands for all of it.
pub fn shares_with_choice(planned: Minutes, pieces: &[(Minutes, bool)]) -> Vec<Minutes> {
    let longest = pieces.iter().filter(|(_, choice)| *choice).map(|(length, _)| *length).max();
    let first = pieces.iter().position(|(_, choice)| *choice);
    let once = |(place, (length, choice)): (usize, &(Minutes, bool))| match (choice, first == Some(place)) {
        (false, _) => *length,
        (true, true) => longest.unwrap_or(*length),
        (true, false) => Minutes::ZERO,
    };
    let lengths: Vec<Minutes> = pieces.iter().enumerate().map(once).collect();
    let each = shares(planned, &lengths);
    let chosen = first.and_then(|place| each.get(place).copied()).unwrap_or_default();
    pieces.iter().zip(each).map(|((_, choice), share)| if *choice { chosen } else { share }).collect()
}

/// How much of each activity has been held by now: for everybody of an edition alike, as long as nobody has been to a
/// session that was chosen among several; what has been held for each of them says [`HeldEach`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Held {
    ended: HashMap<ActivityId, Minutes>,
    marked: HashMap<ActivityId, Minutes>,
}

/// Sessions of one activity that people choose among.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Choice {
    /// What each of them stands for.
    share: Minutes,
    /// Whether it is held for everybody.
    ended: bool,
    /// The same with every sheet filled in.
    marked: bool,
}

impl Held {
    /// What these sessions have held by now. They come in the order they are held; `planned` has every activity of
    /// the programme with its planned time, whoever it is asked of.
    pub fn by(
        now: Moment,
        planned: impl IntoIterator<Item = (ActivityId, Minutes)>,
        meetings: &[Meeting],
    ) -> Held {
        Held::with_choices(now, planned, meetings).0
    }

    /// The same with what of it people choose among.
    fn with_choices(
        now: Moment,
        planned: impl IntoIterator<Item = (ActivityId, Minutes)>,
        meetings: &[Meeting],
    ) -> (Held, HashMap<ActivityId, Choice>) {
        let mut choices = HashMap::new();
        let mut sessions: HashMap<ActivityId, Vec<&Meeting>> = HashMap::new();
        for meeting in meetings {
            sessions.entry(meeting.activity).or_default().push(meeting);
        }
        let mut held = Held::default();
        for (activity, planned) in planned {
            let Some(sessions) = sessions.get(&activity) else { continue };
            let pieces: Vec<(Minutes, bool)> =
                sessions.iter().map(|one| (one.length(), one.by_choice)).collect();
            let shared = sessions.iter().zip(shares_with_choice(planned, &pieces));
            let (choice, common): (Vec<_>, Vec<_>) = shared.partition(|(one, _)| one.by_choice);
            for (meeting, share) in common {
                if meeting.has_ended(now) {
                    add(&mut held.ended, activity, share);
                    if meeting.marked {
                        add(&mut held.marked, activity, share);
                    }
                }
            }
            let Some(&(_, share)) = choice.first() else { continue };
            // Before the last of them is over, whoever has not been to one may have a place in a later one.
            let ended = choice.iter().all(|(one, _)| one.has_ended(now));
            let marked = ended && choice.iter().all(|(one, _)| one.marked);
            if ended {
                add(&mut held.ended, activity, share);
            }
            if marked {
                add(&mut held.marked, activity, share);
            }
            choices.insert(activity, Choice { share, ended, marked });
        }
        (held, choices)
    }

    /// The planned minutes that the sessions stand for which are over, marked or not.
    pub fn ended(&self, activity: ActivityId) -> Minutes {
        self.ended.get(&activity).copied().unwrap_or_default()
    }

    /// The same of the sessions in which somebody was marked: nobody is at risk because a sheet was not filled in.
    pub fn marked(&self, activity: ActivityId) -> Minutes {
        self.marked.get(&activity).copied().unwrap_or_default()
    }
}

fn add(sums: &mut HashMap<ActivityId, Minutes>, activity: ActivityId, minutes: Minutes) {
    let sum = sums.entry(activity).or_default();
    *sum = *sum + minutes;
}

/// How much of what has been held so far somebody has attended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SoFar {
    /// Time attended, of each activity up to what was held of it.
    pub attended: Minutes,
    /// Time held.
    pub held: Minutes,
}

impl SoFar {
    /// Over the attended activities that are asked of the trainee.
    pub fn of(facts: &[ActivityFact], held: impl Fn(ActivityId) -> Minutes) -> SoFar {
        theirs(facts).filter(|fact| fact.is_attended()).fold(SoFar::default(), |sum, fact| {
            let held = held(fact.id);
            SoFar { attended: sum.attended + fact.credited.min(held), held: sum.held + held }
        })
    }

    /// The share attended; nothing before the first session is over.
    pub fn share(&self) -> Option<Permille> {
        (self.held > Minutes::ZERO).then(|| Permille::of(self.attended.0.into(), self.held.0.into()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(minute: i64) -> Moment {
        Moment::parse("2026-09-15T09:00:00Z").unwrap().plus_minutes(minute)
    }

    fn meeting(id: i64, from: i64, length: i64, marked: bool) -> Meeting {
        let (starts_at, ends_at) = (at(from), at(from + length));
        Meeting {
            session: SessionId(id),
            activity: ActivityId(1),
            starts_at,
            ends_at,
            marked,
            by_choice: false,
        }
    }

    fn held(now: i64, planned: i32, meetings: &[Meeting]) -> Held {
        Held::by(at(now), [(ActivityId(1), Minutes(planned)), (ActivityId(2), Minutes(90))], meetings)
    }

    #[test]
    fn sessions_to_choose_from_are_one_and_held_when_the_last_of_them_is_over() {
        let chosen = |id, from| Meeting { by_choice: true, ..meeting(id, from, 90, true) };
        let held = |now, meetings: &[Meeting]| {
            let held = Held::by(at(now), [(ActivityId(1), Minutes(90))], meetings);
            (held.ended(ActivityId(1)).0, held.marked(ActivityId(1)).0)
        };
        let three = [chosen(1, 0), chosen(2, 200), chosen(3, 400)];
        assert_eq!(held(100, &three), (0, 0), "whoever has a place in the third has missed nothing");
        assert_eq!(held(490, &three), (90, 90));
        let silent = [chosen(1, 0), Meeting { marked: false, ..chosen(2, 200) }];
        assert_eq!(held(490, &silent), (90, 0), "nobody is at risk because a sheet was not filled in");
        let mixed = [meeting(1, 0, 90, true), chosen(2, 200), chosen(3, 400)];
        assert_eq!(held(100, &mixed), (45, 45));
        assert_eq!(held(490, &mixed), (90, 90));
    }

    proptest! {
        #[test]
        fn everything_common_and_one_of_the_chosen_are_exactly_what_was_planned(
            planned in 0..1000i32,
            pieces in proptest::collection::vec((1..400i32, proptest::bool::ANY), 1..8),
        ) {
            let pieces: Vec<(Minutes, bool)> =
                pieces.into_iter().map(|(length, choice)| (Minutes(length), choice)).collect();
            let each = shares_with_choice(Minutes(planned), &pieces);
            let both = || pieces.iter().zip(&each);
            let common: Minutes = both().filter(|((_, choice), _)| !choice).map(|(_, share)| *share).sum();
            let chosen: Vec<Minutes> =
                both().filter(|((_, choice), _)| *choice).map(|(_, share)| *share).collect();
            prop_assert!(chosen.iter().all(|share| Some(share) == chosen.first()), "one is as good as another");
            prop_assert_eq!(common + chosen.first().copied().unwrap_or_default(), Minutes(planned));
            let lengths: Vec<Minutes> = pieces.iter().map(|(length, _)| *length).collect();
            if chosen.len() < 2 {
                prop_assert_eq!(each, shares(Minutes(planned), &lengths), "one choice is none");
            }
        }
    }

    #[test]
    fn a_session_is_held_at_its_end_marked_or_not() {
        let meetings = [meeting(1, 0, 90, true), meeting(2, 100, 90, false)];
        let ended = |now| held(now, 180, &meetings).ended(ActivityId(1));
        assert_eq!([89, 90, 189, 190].map(ended), [0, 90, 90, 180].map(Minutes));
        assert_eq!(held(190, 180, &meetings).marked(ActivityId(1)), Minutes(90));
        assert_eq!(held(190, 180, &meetings).ended(ActivityId(2)), Minutes::ZERO, "no session, nothing held");
    }

    #[test]
    fn three_sessions_share_what_was_planned_to_the_minute() {
        let lengths = [60, 60, 55].map(Minutes);
        assert_eq!(shares(Minutes(100), &lengths), [34, 34, 32].map(Minutes));
        assert_eq!(shares(Minutes(100), &[Minutes::ZERO]), [Minutes::ZERO]);
    }

    proptest! {
        #[test]
        fn held_never_exceeds_what_was_planned_and_only_grows(
            planned in 0..1000i32,
            lengths in proptest::collection::vec(0..400i64, 1..8),
            now in 0..4000i64,
            later in 0..4000i64,
        ) {
            let starts = lengths.iter().scan(0, |at, length| { let from = *at; *at += length; Some(from) });
            let meetings: Vec<Meeting> = (1..).zip(starts).zip(&lengths)
                .map(|((id, from), length)| meeting(id, from, *length, id % 2 == 0)).collect();
            let (before, after) = (held(now, planned, &meetings), held(now + later, planned, &meetings));
            let one = ActivityId(1);
            prop_assert!(before.ended(one) <= after.ended(one) && after.ended(one) <= Minutes(planned));
            prop_assert!(before.marked(one) <= before.ended(one));
            let all = held(10_000, planned, &meetings).ended(one);
            let any = lengths.iter().any(|length| *length > 0);
            prop_assert_eq!(all, if any { Minutes(planned) } else { Minutes::ZERO });
        }
    }
}
