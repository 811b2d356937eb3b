//! What has been held by now for each person (L10). Where people choose among several sessions of an activity, it is held
//! for somebody at the end of the one to which they came; for whoever missed one and has a place in a later one, at the end
//! of the last in which they have a place; for whoever has been to none, when the last of all is over. However many of them
//! somebody goes to, it counts once. Pure.

use super::{Choice, Held, Meeting, add};
use crate::kernel::{ActivityId, EnrolmentId, Minutes, Moment, SessionId};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

/// A place of somebody in a session that people choose among, or a mark of theirs in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seat {
    /// Whose.
    pub who: EnrolmentId,
    /// The session.
    pub session: SessionId,
    /// Whether the sheet says that they were there, if only for a part.
    pub came: bool,
}

/// How much of each activity has been held by now for each person of an edition. Where nobody chooses among sessions this
/// is one and the same for all of them, and nothing is kept for anybody.
#[derive(Debug, Clone, Default)]
pub struct HeldEach {
    common: Held,
    own: HashMap<EnrolmentId, Vec<Own>>,
    elsewhere: HashSet<(EnrolmentId, ActivityId)>,
}

/// How somebody stands with the sessions of one activity that people choose among.
#[derive(Debug, Clone, Copy)]
struct Been {
    /// Whether one in which they have a place is over.
    over: bool,
    /// Whether one in which they have a place is not.
    ahead: bool,
    /// Whether they were at one that is over.
    came: bool,
    /// Whether every sheet is filled in that may have a mark of theirs.
    marked: bool,
}

impl Been {
    const NOWHERE: Been = Been { over: false, ahead: false, came: false, marked: true };

    fn and(self, seat: &Seat, meeting: &Meeting, now: Moment) -> Been {
        if !meeting.has_ended(now) {
            return Been { ahead: true, ..self };
        }
        Been { over: true, came: self.came || seat.came, marked: self.marked && meeting.marked, ..self }
    }

    /// Whether theirs is over: what they missed, a place in a later one may still make up for.
    fn is_settled(self) -> bool {
        self.came || (self.over && !self.ahead)
    }
}

/// What the end of a chosen session adds for one person to what is held for everybody.
#[derive(Debug, Clone, Copy)]
struct Own {
    activity: ActivityId,
    ended: Minutes,
    marked: Minutes,
}

impl HeldEach {
    /// What these sessions have held by now, as [`Held::by`]; `seats` says who has a place in those for which people sign
    /// up, or was marked in them.
    pub fn by(
        now: Moment,
        planned: impl IntoIterator<Item = (ActivityId, Minutes)>,
        meetings: &[Meeting],
        seats: &[Seat],
    ) -> HeldEach {
        let (common, choices) = Held::with_choices(now, planned, meetings);
        let chosen = meetings.iter().filter(|one| one.by_choice);
        let chosen: HashMap<SessionId, &Meeting> = chosen.map(|one| (one.session, one)).collect();
        let mut been: HashMap<(EnrolmentId, ActivityId), Been> = HashMap::new();
        for seat in seats {
            let Some(meeting) = chosen.get(&seat.session) else { continue };
            let one = been.entry((seat.who, meeting.activity)).or_insert(Been::NOWHERE);
            *one = one.and(seat, meeting, now);
        }
        let mut each = HeldEach { common, ..HeldEach::default() };
        for ((who, activity), been) in been {
            if been.came || been.ahead {
                each.elsewhere.insert((who, activity));
            }
            let own = choices.get(&activity).filter(|_| been.is_settled());
            if let Some(one) = own.and_then(|choice| Own::of(activity, choice, been.marked)) {
                each.own.entry(who).or_default().push(one);
            }
        }
        each
    }

    /// Whether somebody who missed one of the sessions to choose from was at another one of the activity, or has a place
    /// in one that is not over: then they have not missed it, or not yet.
    pub fn has_another(&self, who: EnrolmentId, activity: ActivityId) -> bool {
        self.elsewhere.contains(&(who, activity))
    }

    /// What is held for everybody.
    pub fn common(&self) -> &Held {
        &self.common
    }

    /// What is held for one person; borrowed where that is what is held for everybody.
    pub fn of(&self, who: EnrolmentId) -> Cow<'_, Held> {
        let Some(own) = self.own.get(&who) else { return Cow::Borrowed(&self.common) };
        let mut held = self.common.clone();
        for one in own {
            add(&mut held.ended, one.activity, one.ended);
            add(&mut held.marked, one.activity, one.marked);
        }
        Cow::Owned(held)
    }
}

impl Own {
    /// Nothing where it is held for everybody already.
    fn of(activity: ActivityId, choice: &Choice, marked: bool) -> Option<Own> {
        let more = |counts: bool| if counts { choice.share } else { Minutes::ZERO };
        let (ended, marked) = (more(!choice.ended), more(marked && !choice.marked));
        (ended > Minutes::ZERO || marked > Minutes::ZERO).then_some(Own { activity, ended, marked })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ONE: ActivityId = ActivityId(1);

    fn at(minute: i64) -> Moment {
        Moment::parse("2026-09-15T09:00:00Z").unwrap().plus_minutes(minute)
    }

    fn meeting(id: i64, from: i64, by_choice: bool) -> Meeting {
        let (starts_at, ends_at) = (at(from), at(from + 90));
        Meeting { session: SessionId(id), activity: ONE, starts_at, ends_at, marked: true, by_choice }
    }

    /// Of each person the session, and whether they were there.
    fn own(seats: &[(i64, i64, bool)]) -> Vec<Seat> {
        let seat = |(who, id, came): &(i64, i64, bool)| Seat {
            who: EnrolmentId(*who),
            session: SessionId(*id),
            came: *came,
        };
        seats.iter().map(seat).collect()
    }

    /// What is over, and what of it is marked, for these people.
    fn held(
        now: i64,
        (planned, meetings): (i32, &[Meeting]),
        seats: &[(i64, i64, bool)],
        who: [i64; 3],
    ) -> [(i32, i32); 3] {
        let held = HeldEach::by(at(now), [(ONE, Minutes(planned))], meetings, &own(seats));
        who.map(|who| {
            let held = held.of(EnrolmentId(who));
            (held.ended(ONE).0, held.marked(ONE).0)
        })
    }

    #[test]
    fn a_chosen_session_is_held_at_its_end_for_whoever_has_a_place_and_at_the_last_end_for_the_others() {
        let three = [meeting(1, 0, true), meeting(2, 200, true), meeting(3, 400, true)];
        let seats = [(1, 1, false), (2, 3, false)];
        let held = |now| held(now, (90, &three), &seats, [1, 2, 3]);
        assert_eq!(held(89), [(0, 0); 3]);
        assert_eq!(held(90), [(90, 90), (0, 0), (0, 0)], "the others may have a place in a later one");
        assert_eq!(held(490), [(90, 90); 3], "once each, and for whoever signed up for none too");
    }

    #[test]
    fn whoever_goes_to_two_of_them_has_it_held_once() {
        let mixed =
            [meeting(1, 0, false), meeting(2, 100, true), meeting(3, 200, true), meeting(4, 400, true)];
        let seats = [(1, 2, true), (1, 3, true), (2, 3, true)];
        let held = |now| held(now, (180, &mixed), &seats, [1, 2, 3]);
        assert_eq!(held(190), [(180, 180), (90, 90), (90, 90)], "what is common is everybody's");
        assert_eq!(held(290), [(180, 180), (180, 180), (90, 90)]);
        assert_eq!(held(490), [(180, 180); 3]);
    }

    #[test]
    fn whoever_missed_one_has_it_held_at_the_end_of_the_last_in_which_they_have_a_place() {
        let four = [meeting(1, 0, true), meeting(2, 100, true), meeting(3, 200, true), meeting(4, 400, true)];
        let seats = [(1, 1, false), (1, 3, false), (2, 1, false), (3, 1, true), (3, 3, false)];
        let now = |minute| held(minute, (90, &four), &seats, [1, 2, 3]);
        assert_eq!(now(195), [(0, 0), (90, 90), (90, 90)], "the first may still come to the third session");
        assert_eq!(now(290), [(90, 90); 3], "whoever has a place in no later one waits for nothing");
        let another = |minute, who| {
            let held = HeldEach::by(at(minute), [(ONE, Minutes(90))], &four, &own(&seats));
            held.has_another(EnrolmentId(who), ONE)
        };
        assert_eq!([1, 2, 3].map(|who| another(195, who)), [true, false, true]);
        assert_eq!(
            [1, 2, 3].map(|who| another(290, who)),
            [false, false, true],
            "missed both, and came to one"
        );
    }

    #[test]
    fn only_the_sheets_of_ones_own_sessions_matter_to_what_is_marked() {
        let silent = [meeting(1, 0, true), Meeting { marked: false, ..meeting(2, 100, true) }];
        let seats = [(1, 1, true), (2, 2, true)];
        assert_eq!(held(190, (90, &silent), &seats, [1, 2, 3]), [(90, 90), (90, 0), (90, 0)]);
    }

    #[test]
    fn places_in_what_was_cancelled_or_needs_no_sign_up_any_more_change_nothing() {
        let two = [meeting(1, 0, false), meeting(2, 100, true)];
        let held = held(95, (180, &two), &[(1, 1, true), (2, 9, true), (3, 2, false)], [1, 2, 3]);
        assert_eq!(held, [(90, 90); 3]);
    }

    proptest! {
        #[test]
        fn what_is_held_for_somebody_lies_between_what_is_held_for_all_and_the_plan(
            planned in 0..1000i32,
            choices in proptest::collection::vec(proptest::bool::ANY, 1..8),
            seats in proptest::collection::vec((1..4i64, 1..9i64, proptest::bool::ANY), 0..12),
            now in 0..1000i64,
            later in 0..1000i64,
        ) {
            let meetings: Vec<Meeting> = (1..).zip(&choices)
                .map(|(id, by_choice)| meeting(id, id * 100, *by_choice)).collect();
            let each = |now| held(now, (planned, &meetings), &seats, [1, 2, 3]);
            let common = Held::by(at(now), [(ONE, Minutes(planned))], &meetings);
            for ((before, marked), (after, _)) in each(now).into_iter().zip(each(now + later)) {
                prop_assert!(common.ended(ONE).0 <= before && before <= after && after <= planned);
                prop_assert!(common.marked(ONE).0 <= marked && marked <= before);
            }
            prop_assert_eq!(each(10_000), [(planned, planned); 3]);
        }
    }
}
