//! What has been held by now for each person (L10). Where people choose among several sessions of an activity, it is held
//! for somebody at the end of the one in which they have a place, or to which they came without; for whoever has been to
//! none, when the last of them is over. However many of them somebody goes to, it counts once. Pure.

use super::{Choice, Held, Meeting, add};
use crate::kernel::{ActivityId, EnrolmentId, Minutes, Moment, SessionId};
use std::borrow::Cow;
use std::collections::HashMap;

/// How much of each activity has been held by now for each person of an edition. Where nobody chooses among sessions this
/// is one and the same for all of them, and nothing is kept for anybody.
#[derive(Debug, Clone, Default)]
pub struct HeldEach {
    common: Held,
    own: HashMap<EnrolmentId, Vec<Own>>,
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
        seats: &[(EnrolmentId, SessionId)],
    ) -> HeldEach {
        let (common, choices) = Held::with_choices(now, planned, meetings);
        let over = meetings.iter().filter(|one| one.by_choice && one.has_ended(now));
        let over: HashMap<SessionId, &Meeting> = over.map(|one| (one.session, one)).collect();
        // Of each person and activity, whether every sheet is filled in that may have a mark of theirs.
        let mut been: HashMap<(EnrolmentId, ActivityId), bool> = HashMap::new();
        for (who, session) in seats {
            let Some(meeting) = over.get(session) else { continue };
            let marked = been.entry((*who, meeting.activity)).or_insert(true);
            *marked = *marked && meeting.marked;
        }
        let mut own: HashMap<EnrolmentId, Vec<Own>> = HashMap::new();
        for ((who, activity), marked) in been {
            if let Some(one) = choices.get(&activity).and_then(|choice| Own::of(activity, choice, marked)) {
                own.entry(who).or_default().push(one);
            }
        }
        HeldEach { common, own }
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

    /// What is over, and what of it is marked, for these people.
    fn held(
        now: i64,
        (planned, meetings): (i32, &[Meeting]),
        seats: &[(i64, i64)],
        who: [i64; 3],
    ) -> [(i32, i32); 3] {
        let seats: Vec<_> = seats.iter().map(|(who, id)| (EnrolmentId(*who), SessionId(*id))).collect();
        let held = HeldEach::by(at(now), [(ONE, Minutes(planned))], meetings, &seats);
        who.map(|who| {
            let held = held.of(EnrolmentId(who));
            (held.ended(ONE).0, held.marked(ONE).0)
        })
    }

    #[test]
    fn a_chosen_session_is_held_at_its_end_for_whoever_has_a_place_and_at_the_last_end_for_the_others() {
        let three = [meeting(1, 0, true), meeting(2, 200, true), meeting(3, 400, true)];
        let seats = [(1, 1), (2, 3)];
        let held = |now| held(now, (90, &three), &seats, [1, 2, 3]);
        assert_eq!(held(89), [(0, 0); 3]);
        assert_eq!(held(90), [(90, 90), (0, 0), (0, 0)], "the others may have a place in a later one");
        assert_eq!(held(490), [(90, 90); 3], "once each, and for whoever signed up for none too");
    }

    #[test]
    fn whoever_goes_to_two_of_them_has_it_held_once() {
        let mixed =
            [meeting(1, 0, false), meeting(2, 100, true), meeting(3, 200, true), meeting(4, 400, true)];
        let seats = [(1, 2), (1, 3), (2, 3)];
        let held = |now| held(now, (180, &mixed), &seats, [1, 2, 3]);
        assert_eq!(held(190), [(180, 180), (90, 90), (90, 90)], "what is common is everybody's");
        assert_eq!(held(290), [(180, 180), (180, 180), (90, 90)]);
        assert_eq!(held(490), [(180, 180); 3]);
    }

    #[test]
    fn only_the_sheets_of_ones_own_sessions_matter_to_what_is_marked() {
        let silent = [meeting(1, 0, true), Meeting { marked: false, ..meeting(2, 100, true) }];
        let seats = [(1, 1), (2, 2)];
        assert_eq!(held(190, (90, &silent), &seats, [1, 2, 3]), [(90, 90), (90, 0), (90, 0)]);
    }

    #[test]
    fn places_in_what_was_cancelled_or_needs_no_sign_up_any_more_change_nothing() {
        let two = [meeting(1, 0, false), meeting(2, 100, true)];
        let held = held(95, (180, &two), &[(1, 1), (2, 9), (3, 2)], [1, 2, 3]);
        assert_eq!(held, [(90, 90); 3]);
    }

    proptest! {
        #[test]
        fn what_is_held_for_somebody_lies_between_what_is_held_for_all_and_the_plan(
            planned in 0..1000i32,
            choices in proptest::collection::vec(proptest::bool::ANY, 1..8),
            seats in proptest::collection::vec((1..4i64, 1..9i64), 0..12),
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
